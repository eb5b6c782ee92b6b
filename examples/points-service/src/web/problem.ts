import { KefuError, type KefuIssue } from "@kefu/core";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Refusal } from "../ledger/carry-out.ts";
import { BrokenLogError } from "../ledger/read-ledger.ts";

/** An error as RFC 9457 has it, with what the packages tell: a code to tell it by, and where it lies. */
export interface Problem {
  readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 500 | 503;
  /** A literal, the same for the same kind of error. */
  readonly code: string;
  /** For people. */
  readonly title: string;
  /** All that is wrong with the input, each with its path. */
  readonly issues?: readonly KefuIssue[];
  /** What a refusal rests on. */
  readonly facts?: Refusal["facts"];
}

/** The answer that tells a problem. */
export function problem(c: Context, { status, ...rest }: Problem): Response {
  const body = { type: "about:blank", status, ...rest };
  return c.json(body, status, { "Content-Type": "application/problem+json" });
}

/** What is thrown, as a problem: mistakes of the sender with all their paths, anything else without a word about the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof KefuError) {
    return { status: 400, code: error.code, title: error.message, issues: error.issues };
  }
  if (error instanceof HTTPException && error.status === 413) {
    return { status: 413, code: "too-large", title: "A command has at most 1 MB." };
  }
  if (error instanceof BrokenLogError) {
    return { status: 500, code: "log-broken", title: "The log of this account was altered." };
  }
  return {
    status: 500,
    code: "internal-error",
    title: "Something went wrong; the same again is safe.",
  };
}

/** A refusal as a problem; 409 where reading again helps. */
export function problemOfRefusal({ code, facts }: Refusal): Problem {
  const status = code === "version-conflict" ? 409 : 422;
  return { status, code, title: `Refused: ${code}`, facts };
}
