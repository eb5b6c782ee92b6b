import { memoized } from "./memoized.ts";

/** Where to look at a function between −1 and 1, and what each look weighs. */
export interface QuadratureRule {
  /** Between −1 and 1, ascending. */
  readonly nodes: Float64Array;
  /** Their sum is 2. */
  readonly weights: Float64Array;
}

/**
 * The rule of Gauss and Legendre: exact for polynomials of twice its size.
 *
 * @see NIST Digital Library of Mathematical Functions, 3.5(v)
 */
export const gaussLegendre: (size: number) => QuadratureRule = memoized((size: number) => {
  const [nodes, weights] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < size; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let [before, value] = [0, 1];
      for (let n = 1; n <= size; n++) {
        [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      }
      slope = (size * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
});
