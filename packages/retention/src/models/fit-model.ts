import { type Diagnostic, diagnosticsOf } from "../estimate.ts";
import { type Maximum, maximize } from "../numerics/maximize.ts";
import { type Cells, cellsOf, joinedCells } from "./cells.ts";
import { type Likelihood, type Seen, slopesOf } from "./likelihood.ts";

/** What a fit says beside the parameters. Plain JSON. */
export interface Fit<Name extends string> {
  /** The standard errors of the parameters; `null` where the best parameters lie at a boundary. */
  readonly standardErrors: Readonly<Record<Name, number>> | null;
  /** The covariances of the *logarithms* of the parameters, in their order; `null` where the best lie at a boundary. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  /** The natural logarithm of how likely the model makes what was seen, in the units of the data. */
  readonly logLikelihood: number;
  /** How many customers were seen. */
  readonly customers: number;
  /** How the search ended. */
  readonly status: Maximum["status"];
  /** What to bear in mind. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is to be fitted. */
export interface FitPlan<Name extends string> {
  readonly likelihood: Likelihood;
  /** The names of the parameters and where to begin; times and amounts in the units of the data. */
  readonly start: Readonly<Record<Name, number>>;
}

/** A larger set is fitted to a part first, so that few steps are left for the whole. */
const PART = 4000;

/** The parameters that make what was seen most likely. */
export function fitted<Name extends string>(
  { likelihood, start }: FitPlan<Name>,
  seen: Seen,
  holding: Readonly<Partial<Record<Diagnostic, boolean>>> = {},
): { readonly parameters: Readonly<Record<Name, number>> } & Fit<Name> {
  const names = Object.keys(start) as Name[];
  const first = names.map((name) => start[name]);
  const climbed = (from: readonly number[], on: Seen): Maximum =>
    maximize((point) => slopesOf(likelihood, parametersAt(first, point), on), from);
  const few = partOf(seen.cells);
  const origin = names.map(() => 0);
  const from = few ? climbed(origin, seenIn(few)) : undefined;
  const best = climbed(from?.status === "converged" ? from.point : origin, seen);
  const { point, value, covariance, status } = best;
  const parameters = parametersAt(first, point);
  const customers = sumOf(seen.cells.counts);
  const named = (values: readonly number[]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]])) as Record<Name, number>;
  return {
    parameters: named(parameters),
    standardErrors:
      covariance &&
      named(parameters.map((parameter, i) => parameter * Math.sqrt(covariance[i]?.[i] as number))),
    logCovariance: covariance,
    logLikelihood: value,
    customers,
    status,
    diagnostics: diagnosticsOf({
      NO_DATA: customers === 0,
      BOUNDARY: status === "boundary",
      NOT_CONVERGED: status === "not-converged",
      ...holding,
    }),
  };
}

/** What was seen, in the form that a fit asks for. */
export function seenIn(cells: Cells): Seen {
  return { cells, frequencies: joinedCells(cells.columns.slice(0, 1), cells.counts) };
}

/** Rows that are alike once, and how often. */
export function seenOf(columns: readonly ArrayLike<number>[], counts?: ArrayLike<number>): Seen {
  return seenIn(cellsOf(columns, counts));
}

/** The mean of a column over all customers. */
export function meanOf({ cells: { columns, counts } }: Seen, column: number): number {
  let [sum, customers] = [0, 0];
  for (let row = 0; row < counts.length; row++) {
    sum += (counts[row] as number) * (columns[column]?.[row] as number);
    customers += counts[row] as number;
  }
  return sum / Math.max(1, customers);
}

const parametersAt = (first: readonly number[], point: readonly number[]) =>
  first.map((parameter, i) => parameter * Math.exp(point[i] as number));

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < counts.length; row++) sum += counts[row] as number;
  return sum;
}

/** Every so manyth cell, of ten times as many at least. */
function partOf({ columns, counts }: Cells): Cells | undefined {
  const stride = Math.floor(counts.length / PART);
  if (stride < 5) return undefined;
  const taken = (column: ArrayLike<number>) =>
    Float64Array.from({ length: PART }, (_, row) => column[row * stride] as number);
  return { columns: columns.map(taken), counts: taken(counts) };
}
