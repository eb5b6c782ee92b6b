import { seededRandom } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { logHypergeometric } from "../../src/numerics/hypergeometric.ts";
import { logHypergeometricReference } from "./hypergeometric-reference.ts";

/** Both the error of a small logarithm and, for large ones, that of its last digits. */
function errorOf(a: number, b: number, c: number, z: number): number {
  const expected = logHypergeometricReference(a, b, c, z);
  return Math.abs(logHypergeometric(a, b, c, z) - expected) / Math.max(1, Math.abs(expected));
}

describe("2F1", () => {
  it.each([
    { a: 1, b: 1, c: 2, z: 0.5, value: 2 * Math.LN2 },
    { a: 1, b: 1, c: 2, z: 0.999, value: -Math.log(0.001) / 0.999 },
    { a: 0.5, b: 1, c: 1.5, z: 0.81, value: Math.atanh(0.9) / 0.9 },
    { a: 3, b: 2, c: 2.5, z: 0, value: 1 },
  ])("knows ₂F₁($a, $b; $c; $z)", ({ a, b, c, z, value }) => {
    expect(Math.exp(logHypergeometric(a, b, c, z))).toBeCloseTo(value, 13);
  });

  it("is right to twelve digits at 400 extreme places", { timeout: 300_000 }, () => {
    const random = seededRandom("extreme");
    const between = (low: number, high: number) => low * (high / low) ** random.next();
    const worst = { error: 0, at: [] as number[] };
    for (let round = 0; round < 400; round++) {
      const R = between(0.01, 1000);
      const b = between(0.01, 1000);
      const z = 1 - between(1e-9, 0.9);
      const [a, c] = round % 2 === 0 ? [R, R + 1] : [1, b + between(0.01, 100)];
      const error = errorOf(a, b, c, z);
      if (error > worst.error) Object.assign(worst, { error, at: [a, b, c, z] });
    }
    expect(worst.error, `at ${worst.at}`).toBeLessThan(2e-12);
  });
});
