import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import {
  answerBestHour,
  answerConditions,
  answerDecision,
  answerLint,
  answerQuietUntil,
} from "./conformance-answers.ts";

interface ContactCase extends ConformanceCase {
  readonly fn: string;
  readonly given: never;
  readonly then: Record<string, unknown> | readonly unknown[];
}

const answers: Readonly<Record<string, (given: never) => unknown>> = {
  bestHour: answerBestHour,
  decide: answerDecision,
  evalCond: answerConditions,
  lint: answerLint,
  quietUntil: answerQuietUntil,
};

const cases = conformanceCases<ContactCase>(import.meta.url, "contact-policy");

describeConformance("contact policy", cases, ({ fn, given, then }) => {
  const answer = answers[fn]?.(given) as { explanation?: readonly string[] };
  if (fn === "lint") {
    // The sentences are this package's own; rule and kind must be those of the case.
    const kinds = (then as readonly string[]).map((text) => text.split(":")[0]);
    return expect(answer).toEqual(kinds.sort());
  }
  if (Array.isArray(then)) return expect(answer).toEqual(then);
  const { explanation = [], sendAt, ...expected } = then as Record<string, unknown>;
  expect(answer).toMatchObject(expected);
  if (sendAt !== undefined) {
    expect(answer).toHaveProperty("sendAt", new Date(String(sendAt)).toISOString());
  }
  expect(answer.explanation ?? []).toEqual(expect.arrayContaining(explanation as string[]));
});
