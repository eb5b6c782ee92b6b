import { type GammaRise, gammaRise } from "../numerics/gamma-functions.ts";
import type { Slopes } from "../numerics/maximize.ts";
import type { Cells } from "./cells.ts";

/**
 * A log-likelihood with its derivatives by the logarithms of k parameters: the value, k first derivatives, then the second derivatives below
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
  const second = (i: number, j: number) =>
    sums[1 + k + (i > j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i)] as number;
  return {
    value: sums[0] as number,
    gradient: parameters.map((_, i) => sums[1 + i] as number),
    hessian: parameters.map((_, i) => parameters.map((__, j) => second(i, j))),
  };
}

/** Adds to one place of the sums. */
export function add(sums: SlopeSums, index: number, value: number): void {
  sums[index] = (sums[index] as number) + value;
}

function part({ columns, counts }: Cells, from: number, to: number): Cells {
  const cut = (column: Float64Array) => column.subarray(from, to);
  return { columns: columns.map(cut), counts: cut(counts) };
}

/**
 * How a product base · (base + 1) ⋯ (base + n − 1) grows, for whole n. The answers for n up to a thousand are running
 * sums; beyond, they come from the gamma functions.
 */
export function risingFactorials(base: number): (n: number) => GammaRise {
  const table: GammaRise[] = [{ log: 0, first: 0, second: 0 }];
  return (n) => {
    if (n > 1000) return gammaRise(base, n);
    for (let known = table.length - 1; known < n; known++) {
      const { log, first, second } = table[known] as GammaRise;
      const inverse = 1 / (base + known);
      table.push({
        log: log + Math.log(base + known),
        first: first + inverse,
        second: second - inverse * inverse,
      });
    }
    return table[n] as GammaRise;
  };
}

/** The second derivative by the logarithm of what {@link GammaRise.first} and `second` are derivatives by. */
export const bendOf = (base: number, { first, second }: GammaRise): number =>
  base * (first + base * second);
