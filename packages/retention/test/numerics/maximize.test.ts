import { describe, expect, it } from "vitest";
import { maximize, type Slopes } from "../../src/numerics/maximize.ts";

const hill = ([x = 0, y = 0]: readonly number[]): Slopes => ({
  value: -((x - 1) ** 2) - 3 * (y + 2) ** 2 - (x - 1) * (y + 2),
  gradient: [-2 * (x - 1) - (y + 2), -6 * (y + 2) - (x - 1)],
  hessian: [
    [-2, -1],
    [-1, -6],
  ],
});

/** Rosenbrock's valley, upside down. */
const banana = ([x = 0, y = 0]: readonly number[]): Slopes => ({
  value: -((1 - x) ** 2) - 100 * (y - x * x) ** 2,
  gradient: [2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)],
});

describe("maximize", () => {
  it("climbs a parabola in one step and tells its covariance", () => {
    const { point, status, covariance, steps } = maximize(hill, [0.5, -1.5]);
    expect(point[0]).toBeCloseTo(1, 12);
    expect(point[1]).toBeCloseTo(-2, 12);
    expect([status, steps]).toEqual(["converged", 1]);
    expect(covariance?.[0]?.[0]).toBeCloseTo(6 / 11, 12);
  });

  it("follows a bent ridge without second derivatives", () => {
    const { point, value, status } = maximize(banana, [-1.2, 1]);
    expect(status).toBe("converged");
    expect(value).toBeCloseTo(0, 8);
    expect(point[0]).toBeCloseTo(1, 4);
  });

  it("says boundary where the best value lies at a limit", () => {
    const slope = ([x = 0]: readonly number[]) => ({ value: x, gradient: [1], hessian: [[0]] });
    const { point, status, covariance } = maximize(slope, [0]);
    expect([point, status, covariance]).toEqual([[30], "boundary", null]);
  });

  it("says boundary where a coordinate does not matter", () => {
    const ridge = ([x = 0]: readonly number[]) => ({
      value: -x * x,
      gradient: [-2 * x, 0],
      hessian: [
        [-2, 0],
        [0, 0],
      ],
    });
    expect(maximize(ridge, [3, 3]).status).toBe("boundary");
  });
});
