import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { diagnosticsOf, EstimateOptions, FEW, type Stated } from "../estimate.ts";
import { chiSquareAbove } from "../numerics/chi-square.ts";
import { choleskyFactor, solveFactored } from "../numerics/linear-system.ts";
import { type LifetimeSum, lifetimes, type RiskRow, riskAt } from "./lifetimes.ts";

const power = z.number().min(0).max(10);

/** How to compare how long groups stay. */
export const LogRankOptions = z.strictObject({
  ...EstimateOptions.shape,
  /**
   * Which times count for how much. `"logRank"`: all alike, best where one group leaves at a constant multiple of the other's
   * rate. `"wilcoxon"` (Gehan, Breslow) by how many are at risk, `"taroneWare"` by the root of it, `"peto"` (Peto, Prentice) by
   * the share that is left: early times more. Two powers: Fleming and Harrington's, of the share left before each time and of the
   * share gone; `[0, 1]` counts late times more.
   */
  weights: z
    .union([
      z.enum(["logRank", "wilcoxon", "taroneWare", "peto"]),
      z.tuple([power, power]).readonly(),
    ])
    .default("logRank"),
});
/** How to compare how long groups stay, with defaults left out. */
export type LogRankOptionsInput = Readonly<z.input<typeof LogRankOptions>>;

/** What a group lost, against what it would have lost if all groups were alike. */
export interface LogRankGroup {
  /** The name. */
  readonly group: string;
  /** How many customers. */
  readonly n: number;
  /** How many left. */
  readonly observed: number;
  /** How many would have left. */
  readonly expected: number;
}

/** Whether groups stay differently long. */
export interface LogRankTest extends Stated {
  /** Contracts have an end that is seen. */
  readonly kind: "contractual";
  /** The statistic, of the chi-square distribution; `null` where nothing can be compared. */
  readonly statistic: number | null;
  /** Its degrees of freedom: one less than groups. */
  readonly degrees: number;
  /** How likely groups that are alike would differ at least so much. */
  readonly pValue: number | null;
  /** The groups, in the order given. */
  readonly groups: readonly LogRankGroup[];
}

/**
 * Whether groups of customers stay differently long: the weighted log-rank test.
 *
 * @param groups - by name, what {@link lifetimes} summed up of each; two to twenty
 * @throws `InvalidInputError` when a sum or the options have not their shape
 * @see J. P. Klein, M. L. Moeschberger: Survival analysis, 2003, 7.3 and table 7.3 (weights)
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { lifetimes, logRank } from "@kefu/retention";
 *
 * const endsOf = (times: number[]) =>
 *   accumulate(lifetimes, times.map((time) => ({ time, ended: true })));
 * const { statistic, pValue } = logRank({ a: endsOf([1, 2, 3]), b: endsOf([4, 5, 6]) });
 * [statistic?.toFixed(3), pValue?.toFixed(4)]; // => ["5.052", "0.0246"]
 * ```
 */
export function logRank(
  groups: Readonly<Record<string, LifetimeSum>>,
  options: LogRankOptionsInput = {},
): LogRankTest {
  const { weights, level, asOf = null } = parseInput(LogRankOptions, "log-rank options", options);
  const names = Object.keys(groups ?? {});
  if (typeof groups !== "object" || names.length < 2 || names.length > 20) {
    throw new InvalidInputError("groups", [
      { path: [], message: "must be two to twenty, by name" },
    ]);
  }
  const sums = Object.values(groups);
  const times = sums.flatMap((sum) => lifetimes.finish(sum)).filter(({ ended }) => ended > 0);
  const further = [...new Set(times.map(({ time }) => time))];
  const tables = sums.map((sum) => riskAt(sum, further));
  const { excess, spread, expected } = compared(momentsOf(tables, new Set(further)), weights);
  const observed = tables.map((table) => table.reduce((sum, { ended }) => sum + ended, 0));
  const sizes = tables.map((table) =>
    table.reduce((sum, row) => sum + row.ended + row.censored, 0),
  );
  const events = observed.reduce((sum, ended) => sum + ended, 0);
  const statistic = quadratic(excess, spread);
  const degrees = names.length - 1;
  return {
    kind: "contractual",
    level,
    n: sizes.reduce((sum, size) => sum + size, 0),
    asOf,
    definition: {
      code: "log-rank",
      facts: { weights: typeof weights === "string" ? weights : weights.join(", ") },
    },
    diagnostics: diagnosticsOf({
      NO_DATA: sizes.includes(0),
      FEW_EVENTS: events < FEW,
      BOUNDARY: statistic === null && !sizes.includes(0),
    }),
    statistic,
    degrees,
    pValue: statistic === null ? null : chiSquareAbove(statistic, degrees),
    groups: names.map((group, at) => ({
      group,
      n: sizes[at] ?? 0,
      observed: observed[at] ?? 0,
      expected: expected[at] ?? 0,
    })),
  };
}

type Weights = z.output<typeof LogRankOptions>["weights"];

/** By group: weighted events beyond those expected, and their covariance. The last group follows from the others. */
function compared(moments: readonly (readonly RiskRow[])[], weights: Weights) {
  const size = moments[0]?.length ?? 0;
  const [excess, expected] = [new Float64Array(size), new Float64Array(size)];
  const spread = Array.from({ length: size }, () => new Float64Array(size));
  let [before, peto] = [1, 1];
  for (const rows of moments) {
    const n = total(rows.map(({ atRisk }) => atRisk));
    const ended = total(rows.map((row) => row.ended));
    peto *= 1 - ended / (n + 1);
    const weight = weightOf(weights, n, before, peto);
    before *= 1 - ended / n;
    // The last one at risk leaves nothing to chance.
    const variance = n > 1 ? (weight ** 2 * ended * (n - ended)) / (n - 1) : 0;
    const shares = rows.map(({ atRisk }) => atRisk / n);
    for (const [i, share] of shares.entries()) {
      raise(expected, i, ended * share);
      raise(excess, i, weight * ((rows[i]?.ended ?? 0) - ended * share));
    }
    addSpread(spread, shares, variance);
  }
  const free = size - 1;
  return {
    expected,
    excess: [...excess.subarray(0, free)],
    spread: spread.slice(0, free).map((row) => [...row.subarray(0, free)]),
  };
}

function addSpread(
  spread: readonly Float64Array[],
  shares: readonly number[],
  variance: number,
): void {
  for (const [i, one] of shares.entries()) {
    for (const [k, other] of shares.entries()) {
      raise(spread[i], k, variance * one * ((i === k ? 1 : 0) - other));
    }
  }
}

function raise(sums: Float64Array | undefined, at: number, by: number): void {
  if (sums !== undefined) sums[at] = (sums[at] ?? 0) + by;
}

function weightOf(weights: Weights, atRisk: number, before: number, peto: number): number {
  if (typeof weights !== "string") return before ** weights[0] * (1 - before) ** weights[1];
  return { logRank: 1, wilcoxon: atRisk, taroneWare: Math.sqrt(atRisk), peto }[weights];
}

/** For each time at which somebody left, the rows of all groups. */
function momentsOf(
  tables: readonly (readonly RiskRow[])[],
  times: ReadonlySet<number>,
): RiskRow[][] {
  const [first = [], ...others] = tables.map((table) =>
    table.filter(({ time }) => times.has(time)),
  );
  return first.map((row, at) => [row, ...others.map((table) => table[at] as RiskRow)]);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Excess by the inverse of its covariance; nothing where a group had nobody at risk when somebody left. */
function quadratic(
  excess: readonly number[],
  spread: readonly (readonly number[])[],
): number | null {
  const factor = choleskyFactor(spread);
  if (factor === undefined || excess.length === 0) return null;
  const solved = solveFactored(factor, excess);
  return Math.max(
    0,
    excess.reduce((sum, one, at) => sum + one * (solved[at] ?? 0), 0),
  );
}
