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
  quietUntil: answerQuietUntil,
};

const cases = conformanceCases<ContactCase>(import.meta.url, "contact-policy").filter(
  ({ fn }) => fn in answers,
);

describeConformance("contact policy", cases, ({ fn, given, then }) => {
  const answer = answers[fn]?.(given) as { explanation?: readonly string[] };
  if (Array.isArray(then)) return expect(answer).toEqual(then);
  const { explanation = [], sendAt, ...expected } = then as Record<string, unknown>;
  expect(answer).toMatchObject(expected);
  if (sendAt !== undefined) {
    expect(answer).toHaveProperty("sendAt", new Date(String(sendAt)).toISOString());
  }
  expect(answer.explanation ?? []).toEqual(expect.arrayContaining(explanation as string[]));
});
