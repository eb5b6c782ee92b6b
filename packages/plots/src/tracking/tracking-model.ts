import { z } from "zod";
import { areRising, Headed, INTERVAL_MESSAGE, isInterval, Label } from "../plot-input.ts";
import { PlotPeriod } from "../plot-period.ts";

const Value = z.number().min(-1e12).max(1e12);
const Time = z.number().min(0).max(1e6);

/** What was forecast for a moment. */
export const TrackingPoint = z
  .strictObject({
    /** How many periods have passed. */
    time: Time,
    /** How much there is at that moment. */
    value: Value,
    /** The lower end of its interval. */
    lower: Value.optional(),
    /** The upper end of its interval. */
    upper: Value.optional(),
  })
  .refine(isInterval, INTERVAL_MESSAGE);
/** What was forecast for a moment, see the schema of the same name. */
export interface TrackingPoint extends Readonly<z.output<typeof TrackingPoint>> {}

const Points = z
  .array(TrackingPoint)
  .min(1)
  .max(5000)
  .readonly()
  .refine((points) => areRising(points.map(({ time }) => time)), "times must rise");

/** A forecast beside what came. */
export const TrackingPlot = z.strictObject({
  ...Headed,
  /** What time is counted in. */
  period: PlotPeriod,
  /** What is counted: the name of the height. */
  measure: Label,
  /** What came, times rising. */
  actual: Points,
  /** What was forecast, times rising. */
  expected: Points,
  /** From here on the forecast had not seen what came. */
  holdOutFrom: Time.optional(),
});
/** A forecast beside what came, see the schema of the same name. */
export interface TrackingPlot extends Readonly<z.output<typeof TrackingPlot>> {}
/** A forecast beside what came, unchecked. */
export type TrackingPlotInput = Readonly<z.input<typeof TrackingPlot>>;
