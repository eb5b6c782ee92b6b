import { z } from "zod";
import { areDistinct, Headed, INTERVAL_MESSAGE, isInterval, Label } from "../plot-input.ts";
import { PlotPeriod } from "../plot-period.ts";
import type { PlotWords } from "../plot-words.ts";
import { percentText } from "../text/fixed-format.ts";

const Limit = z.number().min(-100).max(100);
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
    .array(
      z
        .strictObject({ lower: Limit, upper: Limit })
        .readonly()
        .refine(isInterval, INTERVAL_MESSAGE)
        .nullable(),
    )
    .max(120)
    .readonly()
    .optional(),
});
/** Customers who joined at the same time, see the schema of the same name. */
export interface PlotCohort extends Readonly<z.output<typeof PlotCohort>> {}

/** What share of each cohort stayed, as a table in colours. */
export const CohortHeatMap = z
  .strictObject({
    ...Headed,
    /** What time is counted in. */
    period: PlotPeriod,
    /** One row each, from top to bottom. */
    cohorts: z
      .array(PlotCohort)
      .min(1)
      .max(200)
      .readonly()
      .refine(
        (cohorts) => areDistinct(cohorts.map(({ label }) => label)),
        "labels must be distinct",
      ),
    /** A last row: the mean over all cohorts, period by period; not longer than the longest cohort. */
    mean: z.array(Share).max(120).readonly().optional(),
  })
  .refine(({ cohorts, mean = [] }) => mean.length <= agesOf(cohorts), {
    path: ["mean"],
    message: "must not be longer than the longest cohort",
  });
/** What share of each cohort stayed, see the schema of the same name. */
export interface CohortHeatMap extends Readonly<z.output<typeof CohortHeatMap>> {}
/** What share of each cohort stayed, unchecked. */
export type CohortHeatMapInput = Readonly<z.input<typeof CohortHeatMap>>;

/** How many periods the longest cohort has. */
export const agesOf = (cohorts: readonly PlotCohort[]): number =>
  Math.max(...cohorts.map(({ shares }) => shares.length));

/** Whether any cell is not yet known. */
export function isAnyUnknown({ cohorts, mean }: CohortHeatMap): boolean {
  const ages = agesOf(cohorts);
  const rows = [...cohorts.map(({ shares }) => shares), ...(mean === undefined ? [] : [mean])];
  return rows.some((shares) => shares.length < ages || shares.includes(null));
}

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
