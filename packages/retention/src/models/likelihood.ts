import { digamma, logGamma, trigamma } from "../numerics/gamma-functions.ts";
import type { Slopes } from "../numerics/maximize.ts";
import type { Cells } from "./cells.ts";

/**
 * A log-likelihood with its derivatives by k parameters: the value, k first derivatives, then the second derivatives below
 * and on the diagonal, row by row.
 */
export type SlopeSums = Float64Array;

/** Adds to the sums what some cells say under these parameters. */
type AddSlopes = (parameters: readonly number[], cells: Cells, sums: SlopeSums) => void;

/** How likely a model holds what was seen. */
export interface Likelihood {
  /** What depends on the first column alone, for cells of that column. */
  readonly addFrequencies: AddSlopes;
  /** The rest, for cells of all columns. */
  readonly addTimes: AddSlopes;
}

/** What was seen, in the two forms that a likelihood asks for. */
export interface Seen {
  /** Cells of the first column. */
  readonly frequencies: Cells;
  /** Cells of all columns. */
  readonly cells: Cells;
}

/** So many cells are summed up on their own: sums of sums keep digits that one long sum loses. */
const BLOCK = 2048;

/** The log-likelihood of all cells and its derivatives by the logarithms of the parameters. */
export function slopesOf(
  { addFrequencies, addTimes }: Likelihood,
  parameters: readonly number[],
  { frequencies, cells }: Seen,
): Slopes {
  const k = parameters.length;
  const sums = new Float64Array(1 + k + (k * (k + 1)) / 2);
  addFrequencies(parameters, frequencies, sums);
  const block = new Float64Array(sums.length);
  for (let from = 0; from < cells.counts.length; from += BLOCK) {
    block.fill(0);
    addTimes(parameters, part(cells, from, from + BLOCK), block);
    for (const [index, sum] of block.entries()) add(sums, index, sum);
  }
  return inLogarithms(sums, parameters);
}

/** Adds to one place of the sums. */
export function add(sums: SlopeSums, index: number, value: number): void {
  sums[index] = (sums[index] as number) + value;
}

function part({ columns, counts }: Cells, from: number, to: number): Cells {
  const cut = (column: Float64Array) => column.subarray(from, to);
  return { columns: columns.map(cut), counts: cut(counts) };
}

/** By the chain rule, for parameters that are exponentials of the coordinates. */
function inLogarithms(sums: SlopeSums, parameters: readonly number[]): Slopes {
  const k = parameters.length;
  const gradient = parameters.map((parameter, i) => parameter * (sums[1 + i] as number));
  const entry = (i: number, j: number) => {
    const [row, column] = i > j ? [i, j] : [j, i];
    const second = sums[1 + k + (row * (row + 1)) / 2 + column] as number;
    const curved = (parameters[i] as number) * (parameters[j] as number) * second;
    return i === j ? curved + (gradient[i] as number) : curved;
  };
  return {
    value: sums[0] as number,
    gradient,
    hessian: parameters.map((_, i) => parameters.map((__, j) => entry(i, j))),
  };
}

/** ln Γ(base + n) − ln Γ(base) with its first and second derivative. */
export interface RisingFactorial {
  readonly log: number;
  readonly first: number;
  readonly second: number;
}

/**
 * How a product base · (base + 1) ⋯ (base + n − 1) grows, for whole n. The answers for n up to a thousand are running
 * sums; beyond, they come from the gamma functions.
 */
export function risingFactorials(base: number): (n: number) => RisingFactorial {
  const table: RisingFactorial[] = [{ log: 0, first: 0, second: 0 }];
  return (n) => {
    if (n > 1000) {
      return {
        log: logGamma(base + n) - logGamma(base),
        first: digamma(base + n) - digamma(base),
        second: trigamma(base + n) - trigamma(base),
      };
    }
    for (let known = table.length - 1; known < n; known++) {
      const { log, first, second } = table[known] as RisingFactorial;
      const inverse = 1 / (base + known);
      table.push({
        log: log + Math.log(base + known),
        first: first + inverse,
        second: second - inverse * inverse,
      });
    }
    return table[n] as RisingFactorial;
  };
}
