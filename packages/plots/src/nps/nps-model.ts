import { z } from "zod";
import { areDistinct, Headed, INTERVAL_MESSAGE, isInterval, Label } from "../plot-input.ts";

const Score = z.number().min(-100).max(100);

/** The net promoter score of one period. */
export const NpsPeriod = z
  .strictObject({
    /** The period as the reader calls it: `"2026 Q1"`. */
    label: Label,
    /** The score, −100 to 100; `null` where nobody answered. */
    score: Score.nullable(),
    /** The lower end of its interval. */
    lower: Score.optional(),
    /** The upper end of its interval. */
    upper: Score.optional(),
    /** How many answered. */
    answers: z.int().nonnegative(),
  })
  .refine(isInterval, INTERVAL_MESSAGE);
/** The net promoter score of one period, see the schema of the same name. */
export interface NpsPeriod extends Readonly<z.output<typeof NpsPeriod>> {}

/** How the net promoter score went. */
export const NpsTrend = z.strictObject({
  ...Headed,
  /** One point each, the oldest first. */
  periods: z
    .array(NpsPeriod)
    .min(1)
    .max(120)
    .readonly()
    .refine((periods) => areDistinct(periods.map(({ label }) => label)), "labels must be distinct"),
});
/** How the net promoter score went, see the schema of the same name. */
export interface NpsTrend extends Readonly<z.output<typeof NpsTrend>> {}
/** How the net promoter score went, unchecked. */
export type NpsTrendInput = Readonly<z.input<typeof NpsTrend>>;
