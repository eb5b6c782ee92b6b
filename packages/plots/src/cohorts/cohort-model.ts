import { z } from "zod";
import { areDistinct, Headed, Label } from "../plot-input.ts";
import { PlotPeriod } from "../plot-period.ts";
import type { PlotWords } from "../plot-words.ts";
import { percentText } from "../text/fixed-format.ts";

const Share = z.number().min(0).max(100).nullable();

/** Customers who joined at the same time, and what share of them was there period by period. */
export const PlotCohort = z.strictObject({
  /** When they joined, as the reader calls it: `"2026-01"`. */
  label: Label,
  /** How many joined. */
  customers: z.int().nonnegative(),
  /** For each period since they joined, that of joining first, what share was there; `null` where that is not yet known. */
  shares: z.array(Share).min(1).max(120).readonly(),
  /** The interval of each share, where there is one. */
  intervals: z
    .array(z.strictObject({ lower: z.number(), upper: z.number() }).readonly().nullable())
    .max(120)
    .readonly()
    .optional(),
});
/** Customers who joined at the same time, see the schema of the same name. */
export interface PlotCohort extends Readonly<z.output<typeof PlotCohort>> {}

/** What share of each cohort stayed, as a table in colours. */
export const CohortHeatMap = z.strictObject({
  ...Headed,
  /** What time is counted in. */
  period: PlotPeriod,
  /** One row each, from top to bottom. */
  cohorts: z
    .array(PlotCohort)
    .min(1)
    .max(200)
    .readonly()
    .refine((cohorts) => areDistinct(cohorts.map(({ label }) => label)), "labels must be distinct"),
  /** A last row: the mean over all cohorts, period by period. */
  mean: z.array(Share).max(120).readonly().optional(),
});
/** What share of each cohort stayed, see the schema of the same name. */
export interface CohortHeatMap extends Readonly<z.output<typeof CohortHeatMap>> {}
/** What share of each cohort stayed, unchecked. */
export type CohortHeatMapInput = Readonly<z.input<typeof CohortHeatMap>>;

/** How many periods the longest cohort has. */
export const agesOf = (cohorts: readonly PlotCohort[]): number =>
  Math.max(...cohorts.map(({ shares }) => shares.length));

/** A share with its interval, or that it is not known. */
export function shareText(
  { shares, intervals }: Pick<PlotCohort, "shares" | "intervals">,
  age: number,
  { say }: PlotWords,
): string {
  const [share, interval] = [shares[age], intervals?.[age]];
  if (typeof share !== "number") return say("unknown");
  if (!interval) return percentText(share);
  const ends = { lower: percentText(interval.lower), upper: percentText(interval.upper) };
  return `${percentText(share)} (${say("interval", ends)})`;
}
