import { z } from "zod";
import { areDistinct, Headed, Label } from "../plot-input.ts";

/** One figure of the chain, already written the way people are to read it. */
export const ValueChainStep = z.strictObject({
  /** What it is. */
  label: Label,
  /** How much it is: `"+120"`, `"$18,400"`. */
  value: Label,
  /** Between which ends it lies, with the confidence of your subtitle. */
  interval: Label.optional(),
  /** What leads here, or is to be borne in mind. */
  note: z.string().min(1).max(200).optional(),
});
/** One figure of the chain, see the schema of the same name. */
export interface ValueChainStep extends Readonly<z.output<typeof ValueChainStep>> {}

/** What leads to what, from satisfaction to return. */
export const ValueChainPlot = z.strictObject({
  ...Headed,
  /** The figures, each the cause of the next. */
  steps: z
    .array(ValueChainStep)
    .min(2)
    .max(8)
    .readonly()
    .refine((steps) => areDistinct(steps.map(({ label }) => label)), "labels must be distinct"),
});
/** What leads to what, see the schema of the same name. */
export interface ValueChainPlot extends Readonly<z.output<typeof ValueChainPlot>> {}
/** What leads to what, unchecked. */
export type ValueChainPlotInput = Readonly<z.input<typeof ValueChainPlot>>;
