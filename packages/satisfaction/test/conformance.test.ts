import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import { answerSatisfactionCase, type SatisfactionCase } from "./conformance-answers.ts";

interface Case extends ConformanceCase, SatisfactionCase {
  readonly out: Readonly<Record<string, unknown>>;
  readonly tol: { readonly abs?: number };
}

const cases = conformanceCases<Case>(import.meta.url, "satisfaction");

describeConformance("satisfaction", cases, (one) => {
  const answer = answerSatisfactionCase(one) as Record<string, unknown>;
  for (const [key, expected] of Object.entries(one.out)) {
    expectClose(answer[key], expected, one.tol.abs ?? 0);
  }
});

function expectClose(actual: unknown, expected: unknown, within: number): void {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    expect(actual.length).toBe(expected.length);
    expected.forEach((one, at) => {
      expectClose(actual[at], one, within);
    });
  } else if (typeof expected === "number" && typeof actual === "number") {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(within);
  } else {
    expect(actual).toEqual(expected);
  }
}
