import { describe, expect, it } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import { MODEL_OPERATIONS } from "./conformance/models.ts";
import { NOT_YET, SURVIVAL_OPERATIONS } from "./conformance/survival.ts";

interface Case extends ConformanceCase {
  readonly op: string;
  readonly in: never;
  readonly out: Readonly<Record<string, unknown>>;
  readonly tol?: Readonly<Record<string, number>>;
}

const OPERATIONS = { ...MODEL_OPERATIONS, ...SURVIVAL_OPERATIONS };

const cases = conformanceCases<Case>(import.meta.url, "retention");
const isCovered = ({ op }: Case) => Object.hasOwn(OPERATIONS, op);

describe("conformance: coverage", () => {
  it("has an answer to every operation", () => {
    const open = new Set(cases.filter((one) => !isCovered(one)).map(({ op }) => op));
    expect([...open]).toEqual(NOT_YET);
  });
});

describeConformance("retention", cases.filter(isCovered), ({ op, in: given, out, tol = {} }) => {
  const answer = OPERATIONS[op]?.(given) as Readonly<Record<string, unknown>>;
  for (const [key, expected] of Object.entries(out)) {
    expectClose(answer[key], expected, toleranceFor(key, tol), key);
  }
});

type Tolerance = (expected: number) => number;

/** `sumCET_rel` holds for `sumCET39weeks`; `rel` and `abs` for whatever has no other; published figures are rounded. */
function toleranceFor(key: string, tol: Readonly<Record<string, number>>): Tolerance {
  if (key === "published") return halfOfLastDigit;
  const named = Object.keys(tol).find((name) => key.startsWith(name.replace(/_?(rel|abs)$/, "")));
  const name = named ?? Object.keys(tol).find((one) => one.includes("sumCET")) ?? "";
  const tolerance = tol[name] ?? 0;
  return name.endsWith("abs") ? () => tolerance : (expected) => tolerance * Math.abs(expected);
}

function halfOfLastDigit(published: number): number {
  const decimals = String(published).split(".")[1]?.length ?? 0;
  return 0.5001 * 10 ** -decimals;
}

function expectClose(actual: unknown, expected: unknown, tolerance: Tolerance, path: string): void {
  if (typeof expected === "number") {
    expect(typeof actual, path).toBe("number");
    const error = Math.abs((actual as number) - expected);
    expect(error, `${path}: ${actual} for ${expected}`).toBeLessThanOrEqual(tolerance(expected));
  } else if (typeof expected === "object" && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      const inner = (actual as Readonly<Record<string, unknown>> | null | undefined)?.[key];
      expectClose(inner, value, tolerance, `${path}.${key}`);
    }
  } else expect(actual, path).toEqual(expected);
}
