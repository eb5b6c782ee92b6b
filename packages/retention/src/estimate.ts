import { type Because, type Interval, LocalDate } from "@kefu/core";
import { z } from "zod";

/**
 * What to bear in mind when reading a figure.
 *
 * - `"NO_DATA"`: nothing was counted, so there is no figure.
 * - `"FEW_EVENTS"`: fewer than ten of the events that it rests on; the interval is wide, and itself unsure.
 * - `"BOUNDARY"`: it lies at the edge of what is possible (nobody left, everybody left, a parameter at infinity).
 * - `"NOT_CONVERGED"`: the search for the best parameters ended before it was sure.
 * - `"POPULATION_MEAN_UNDEFINED"`: the fitted distribution has no mean, so there is no figure for a customer without history.
 * - `"IMMATURE_COHORT"`: part of the table lies in the future and is `null`, not 0.
 * - `"MIXED_CURRENCY"`: rows in other currencies were left out.
 * - `"DEPENDENCE"`: how much customers spend goes with how often they buy, which the model takes for independent.
 */
export type Diagnostic =
  | "NO_DATA"
  | "FEW_EVENTS"
  | "BOUNDARY"
  | "NOT_CONVERGED"
  | "POPULATION_MEAN_UNDEFINED"
  | "IMMATURE_COHORT"
  | "MIXED_CURRENCY"
  | "DEPENDENCE";

/** How a figure is to be stated. */
export const EstimateOptions = z.strictObject({
  /** The confidence of the intervals. */
  level: z.number().min(0.5).max(0.9999).default(0.95),
  /** The last day that was counted; echoed. */
  asOf: LocalDate.optional(),
});
/** How a figure is to be stated, with defaults left out. */
export type EstimateOptionsInput = Readonly<z.input<typeof EstimateOptions>>;

/** How a figure was come by. */
export interface Stated {
  /** The confidence of the intervals. */
  readonly level: number;
  /** How many customers count. */
  readonly n: number;
  /** What is measured, with the facts that decide how; `retentionMessages` has the sentences. */
  readonly definition: Because;
  /** The last day that was counted; `null` where that was not said. */
  readonly asOf: LocalDate | null;
  /** What to bear in mind. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A figure and everything needed to read it. */
export interface Estimate extends Stated {
  /** The figure; `null` where there is none, never `NaN`. */
  readonly value: number | null;
  /** Where the true figure lies with the confidence of {@link Stated.level}; `null` where nothing can be said. */
  readonly interval: Interval | null;
}

/** Fewer events than this say little. */
export const FEW = 10;

/** The codes that hold. */
export function diagnosticsOf(
  holding: Readonly<Partial<Record<Diagnostic, boolean>>>,
): readonly Diagnostic[] {
  return (Object.keys(holding) as Diagnostic[]).filter((code) => holding[code]);
}
