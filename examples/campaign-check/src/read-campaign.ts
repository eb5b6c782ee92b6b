import { readFileSync } from "node:fs";
import { parseInput } from "@kefu/core";
import {
  type CompiledContactPolicy,
  type ContactPolicyInput,
  compileContactPolicy,
  type Finding,
  lintRules,
} from "@kefu/personalization";
import { z } from "zod";
import { Mistake } from "./mistake.ts";

/** What a campaign file holds, as it is read. */
export interface Campaign {
  /** What the profiles look like; without it fields, their types and values are not checked. */
  readonly profile: z.ZodType | undefined;
  readonly policy: CompiledContactPolicy;
  /** Whatever stands there: checked where it is used. */
  readonly rules: unknown;
  readonly findings: readonly Finding[];
}

const CampaignFile = z.strictObject({
  /** A JSON Schema of the profiles; `dataClass: "sensitive"` marks fields that are never told. */
  profile: z.record(z.string(), z.unknown()).optional(),
  /** A contact policy. */
  contact: z.record(z.string(), z.unknown()),
  /** A rule set. */
  rules: z.unknown(),
});

/** Reads a campaign file and looks through its rules. @throws {@link Mistake} or a `KefuError` when it can't be read */
export function readCampaign(file: string): Campaign {
  const campaign = parseInput(CampaignFile, "campaign", jsonOf(readText(file), file));
  const policy = compileContactPolicy(campaign.contact as unknown as ContactPolicyInput);
  const profile = campaign.profile === undefined ? undefined : schemaOf(campaign.profile, file);
  return {
    profile,
    policy,
    rules: campaign.rules,
    findings: lintRules(campaign.rules, { profile }),
  };
}

function schemaOf(document: Record<string, unknown>, file: string): z.ZodType {
  try {
    return z.fromJSONSchema(document as Parameters<typeof z.fromJSONSchema>[0]);
  } catch (error) {
    throw new Mistake(`${file}: profile is no JSON Schema: ${(error as Error).message}`);
  }
}

/** A file as text. */
function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Mistake(
      `${file}: ${code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "is not valid UTF-8" : `cannot be read (${code})`}`,
    );
  }
}

/** The value of a JSON text; `place` is told when it is none. */
export function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, " ").slice(0, 120);
    throw new Mistake(`${place}: is not valid JSON: ${reason}`);
  }
}
