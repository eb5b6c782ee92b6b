import { z } from "zod";
import {
  areDistinct,
  areRising,
  Headed,
  INTERVAL_MESSAGE,
  isInterval,
  Label,
} from "../plot-input.ts";
import { PlotPeriod } from "../plot-period.ts";
import type { PlotWords } from "../plot-words.ts";

const Share = z.number().min(0).max(1);
const Time = z.number().min(0).max(1e6);

/** What share is still there from a moment on. */
export const SurvivalPoint = z
  .strictObject({
    /** How many periods have passed. */
    time: Time,
    /** What share is still there from then on. */
    share: Share,
    /** The lower end of its interval. */
    lower: Share.optional(),
    /** The upper end of its interval. */
    upper: Share.optional(),
  })
  .refine(isInterval, INTERVAL_MESSAGE);
/** What share is still there from a moment on, see the schema of the same name. */
export interface SurvivalPoint extends Readonly<z.output<typeof SurvivalPoint>> {}

/** One group of customers as the share of them that is still there. */
export const SurvivalCurve = z.strictObject({
  /** The name of the group. */
  label: Label,
  /** The steps of the curve, their times rising. Before the first everyone is there. */
  points: z
    .array(SurvivalPoint)
    .min(1)
    .max(5000)
    .readonly()
    .refine((points) => areRising(points.map(({ time }) => time)), "times must rise"),
  /** How many are watched at which moments: the table below the curve. */
  atRisk: z
    .array(z.strictObject({ time: Time, count: z.int().nonnegative() }).readonly())
    .max(200)
    .readonly()
    .refine((counts) => areRising(counts.map(({ time }) => time)), "times must rise")
    .optional(),
});
/** One group of customers, see the schema of the same name. */
export interface SurvivalCurve extends Readonly<z.output<typeof SurvivalCurve>> {}

/** Who is still there after how long. */
export const SurvivalPlot = z.strictObject({
  ...Headed,
  /** What time is counted in. */
  period: PlotPeriod,
  /** Of whom it is a share, such as "Not bought again"; of those still there, where nothing is said. */
  shareName: Label.optional(),
  /** One curve for each group, up to four. */
  curves: z
    .array(SurvivalCurve)
    .min(1)
    .max(4)
    .readonly()
    .refine((curves) => areDistinct(curves.map(({ label }) => label)), "labels must be distinct"),
});
/** Who is still there after how long, see the schema of the same name. */
export interface SurvivalPlot extends Readonly<z.output<typeof SurvivalPlot>> {}
/** Who is still there after how long, unchecked. */
export type SurvivalPlotInput = Readonly<z.input<typeof SurvivalPlot>>;

/** What the share is called. */
export const shareNameOf = ({ shareName }: SurvivalPlot, { say }: PlotWords): string =>
  shareName ?? say("survival");

/** The steps of a curve with its start, when everyone is there, and level up to when the last is watched. */
export function stepsOf({ points, atRisk = [] }: SurvivalCurve): readonly SurvivalPoint[] {
  const started =
    points[0]?.time === 0 ? points : [{ time: 0, share: 1, lower: 1, upper: 1 }, ...points];
  const [last, watched] = [started.at(-1), atRisk.findLast(({ count }) => count > 0)];
  if (last === undefined || watched === undefined || watched.time <= last.time) return started;
  return [...started, { ...last, time: watched.time }];
}

/** The last moment of any curve, and of the table below. */
export const endOf = ({ curves }: SurvivalPlot): number =>
  Math.max(
    ...curves.flatMap(({ points, atRisk = [] }) => [
      points.at(-1)?.time ?? 0,
      atRisk.at(-1)?.time ?? 0,
    ]),
  ) || 1;
