import { describe, expect, it } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import { MODEL_OPERATIONS } from "./conformance/models.ts";
import { SURVIVAL_OPERATIONS } from "./conformance/survival.ts";

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
    expect([...open]).toEqual([]);
  });
});

describeConformance("retention", cases.filter(isCovered), ({ op, in: given, out, tol = {} }) => {
  const answer = OPERATIONS[op]?.(given) as Readonly<Record<string, unknown>>;
  for (const [key, expected] of Object.entries(out)) expectClose(answer[key], expected, tol, [key]);
});

type Tolerances = Readonly<Record<string, number>>;

function expectClose(
  actual: unknown,
  expected: unknown,
  tol: Tolerances,
  path: readonly string[],
): void {
  const place = path.join(".");
  if (typeof expected === "number") {
    expect(typeof actual, place).toBe("number");
    const error = Math.abs((actual as number) - expected);
    const allowed = toleranceFor(path, tol)(expected);
    expect(error, `${place}: ${actual} for ${expected}`).toBeLessThanOrEqual(allowed);
  } else if (typeof expected === "object" && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      const inner = (actual as Readonly<Record<string, unknown>> | null | undefined)?.[key];
      expectClose(inner, value, tol, [...path, key]);
    }
  } else expect(actual, place).toEqual(expected);
}

/**
 * The innermost key that a tolerance is named after decides: `sumCET_rel` holds for `sumCET39weeks`. `rel` and `abs` hold for
 * whatever has no other, and where there are none, those of the parameters; published figures are rounded.
 */
function toleranceFor(path: readonly string[], tol: Tolerances): (expected: number) => number {
  if (path[0] === "published") return halfOfLastDigit;
  const names = Object.keys(tol);
  const named = path.toReversed().flatMap((key) => names.filter((name) => isAfter(name, key)));
  const others = ["rel", "abs", ...names.filter((name) => /sumCET|params/.test(name)).reverse()];
  const name = [...named, ...others].find((one) => one in tol) ?? "";
  const tolerance = tol[name] ?? 0;
  return name.endsWith("abs") ? () => tolerance : (expected) => tolerance * Math.abs(expected);
}

function isAfter(name: string, key: string): boolean {
  const stem = name.replace(/_?(rel|abs)$/, "");
  return stem !== "" && key.startsWith(stem);
}

function halfOfLastDigit(published: number): number {
  const decimals = String(published).split(".")[1]?.length ?? 0;
  return 0.5001 * 10 ** -decimals;
}
