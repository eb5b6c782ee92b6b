import { type Diagnostic, diagnosticsOf } from "../estimate.ts";
import { cellsOf } from "./cells.ts";
import { climbed, seenIn, type Terrain } from "./climb.ts";
import type { Likelihood, Seen } from "./likelihood.ts";

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
  /** How the search for the best ended; `boundary` where it lies at infinity, at zero, or along a flat ridge. */
  readonly status: "converged" | "boundary" | "not-converged";
  /** What to bear in mind. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is to be fitted. */
export interface FitPlan<Name extends string> {
  readonly likelihood: Likelihood;
  /** The names of the parameters and where to begin; times and amounts in the units of the data. */
  readonly start: Readonly<Record<Name, number>>;
  /** How the search may go astray. */
  readonly terrain: Terrain;
}

/** The parameters that make what was seen most likely. */
export function fitted<Name extends string>(
  { likelihood, start, terrain }: FitPlan<Name>,
  seen: Seen,
  holding: Readonly<Partial<Record<Diagnostic, boolean>>> = {},
): { readonly parameters: Readonly<Record<Name, number>> } & Fit<Name> {
  const names = Object.keys(start) as Name[];
  const first = names.map((name) => start[name]);
  const best = climbed((point) => parametersAt(first, point), likelihood, terrain, seen);
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
  first.map((parameter, i) => parameter * Math.exp(point[i] ?? 0));

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < counts.length; row++) sum += counts[row] as number;
  return sum;
}
