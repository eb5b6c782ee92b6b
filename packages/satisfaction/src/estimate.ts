import { type Because, Instant, type Interval } from "@kefu/core";
import { z } from "zod";

/** Why an answer that was asked for does not count. */
export const ExclusionReason = z.enum(["skipped", "dismissed", "notApplicable"]);
/** Why an answer does not count: `"skipped"` the question, `"dismissed"` the survey, `"notApplicable"` to this customer. */
export type ExclusionReason = z.output<typeof ExclusionReason>;

/** How many answers do not count, by the reason why. */
export type Excluded = Readonly<Record<ExclusionReason, number>>;

/**
 * What to bear in mind when reading a figure. `"NO_ANSWERS"`: there is none; `"FEW_ANSWERS"`: fewer than 30, the interval
 * is wide; `"BOUNDARY"`: all answers are alike, which more answers would not be; `"LOW_RESPONSE"`: fewer than one in ten of
 * those eligible answered, who may not be like the rest.
 */
export type Diagnostic = "NO_ANSWERS" | "FEW_ANSWERS" | "BOUNDARY" | "LOW_RESPONSE";

/** How a figure is to be stated. */
export const EstimateOptions = z.strictObject({
  /** The confidence of the intervals. */
  level: z.number().min(0.5).max(0.9999).default(0.95),
  /** How many customers could have answered, where that is known. */
  eligible: z.int().nonnegative().optional(),
  /** The moment up to which answers were counted; echoed. */
  asOf: Instant.optional(),
});
/** How a figure is to be stated, with defaults left out. */
export type EstimateOptionsInput = Readonly<z.input<typeof EstimateOptions>>;

/** A figure out of a survey and everything needed to read it. */
export interface Estimate {
  /** The figure; `null` where nothing was counted. */
  readonly value: number | null;
  /** Where the true figure lies with the confidence of {@link Estimate.level}; `null` where nothing can be said. */
  readonly interval: Interval | null;
  /** The confidence of the interval. */
  readonly level: number;
  /** How many answers count. */
  readonly n: number;
  /** How many customers could have answered; `null` where that is not known. */
  readonly eligible: number | null;
  /** How many answers do not count, by the reason why. */
  readonly excluded: Excluded;
  /** What is measured, with the facts that decide how; `satisfactionMessages` has the sentences. */
  readonly definition: Because;
  /** The moment up to which answers were counted; `null` where that was not said. */
  readonly asOf: Instant | null;
  /** What to bear in mind. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of an estimate before its figure. */
export interface Counted {
  readonly n: number;
  readonly excluded: Excluded;
  readonly definition: Because;
  /** Whether all answers are alike. */
  readonly isBoundary: boolean;
}

const FEW = 30;
const LOW_RESPONSE = 0.1;

/** Everything around a figure. */
export function frameOf(
  { n, excluded, definition, isBoundary }: Counted,
  { level, eligible, asOf }: z.output<typeof EstimateOptions>,
): Omit<Estimate, "value" | "interval"> {
  const diagnostics: readonly (readonly [Diagnostic, boolean])[] = [
    ["NO_ANSWERS", n === 0],
    ["FEW_ANSWERS", n > 0 && n < FEW],
    ["BOUNDARY", n > 0 && isBoundary],
    ["LOW_RESPONSE", n > 0 && eligible !== undefined && n < eligible * LOW_RESPONSE],
  ];
  return {
    level,
    n,
    eligible: eligible ?? null,
    excluded,
    definition,
    asOf: asOf ?? null,
    diagnostics: diagnostics.flatMap(([code, holds]) => (holds ? [code] : [])),
  };
}
