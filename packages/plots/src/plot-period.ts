import { z } from "zod";
import type { PlotWords } from "./plot-words.ts";

/** What time is counted in. */
export const PlotPeriod = z.enum(["day", "week", "month", "quarter", "year"]);
/** What time is counted in. */
export type PlotPeriod = z.output<typeof PlotPeriod>;

/** The name of an axis of time. */
export const axisName = ({ say }: PlotWords, period: PlotPeriod): string => say(`axis-${period}`);

/** One moment on an axis of time, as in "month 3". */
export const momentName = (
  { say }: PlotWords,
  period: PlotPeriod,
  count: number | string,
): string => say(`after-${period}`, { count });
