import { CustomerId } from "@kefu/core";
import { z } from "zod";
import { EstimateOptions } from "../estimate.ts";

const cuts = z.array(z.number()).readonly();

/** Where the bins of each value are cut: one cut less than bins, none below the one before. */
export const RfmThresholds = z.strictObject({
  /** In days since the last purchase. */
  recency: cuts,
  /** In purchases. */
  frequency: cuts,
  /** In the smallest unit of the currency. */
  monetary: cuts,
});
/** Where the bins of each value are cut, see the schema of the same name. */
export interface RfmThresholds extends Readonly<z.output<typeof RfmThresholds>> {}

/** One customer's recency, frequency and monetary value. */
export const RfmValues = z.strictObject({
  /** Who. */
  customerId: CustomerId,
  /** How many days since the last purchase. */
  recencyDays: z.int().nonnegative(),
  /** How many purchases. */
  frequency: z.int().nonnegative(),
  /** What was spent, less what was paid back. */
  monetaryMinor: z.int(),
});
/** One customer's recency, frequency and monetary value, before they are checked. */
export type RfmValuesInput = Readonly<z.input<typeof RfmValues>>;

const score = z.int().min(1).max(10);
const range = z
  .tuple([score, score])
  .readonly()
  .refine(([lowest, highest]) => lowest <= highest, "must rise: no score is within")
  .default([1, 10]);

/** Which scores make a segment; what is left out does not matter. */
export const RfmRule = z.strictObject({
  /** The name. */
  segment: z.string().min(1).max(128),
  /** The lowest and the highest recency score, both included. */
  recency: range,
  /** The lowest and the highest frequency score. */
  frequency: range,
  /** The lowest and the highest monetary score. */
  monetary: range,
});
/** Which scores make a segment, with defaults left out. */
export type RfmRuleInput = Readonly<z.input<typeof RfmRule>>;

/** Segments for five bins: the first that fits counts. */
export const RFM_SEGMENTS: readonly RfmRuleInput[] = [
  { segment: "champions", recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
  { segment: "loyal", recency: [3, 5], frequency: [3, 5] },
  { segment: "big-spenders", recency: [3, 5], monetary: [4, 5] },
  { segment: "new", recency: [4, 5], frequency: [1, 1] },
  { segment: "promising", recency: [3, 5] },
  { segment: "cannot-lose", frequency: [4, 5], monetary: [4, 5] },
  { segment: "at-risk", frequency: [3, 5] },
  { segment: "hibernating", recency: [2, 2] },
  { segment: "lost", recency: [1, 1] },
];

/** Where rules ask for scores that so many bins do not give. */
const outOfReach = (rules: readonly z.output<typeof RfmRule>[], bins: number) =>
  rules.flatMap((rule, at) =>
    (["recency", "frequency", "monetary"] as const).flatMap((name) =>
      rule[name][0] > bins ? [[at, name]] : [],
    ),
  );

/** How customers are scored. */
export const RfmPolicy = z
  .strictObject({
    ...EstimateOptions.shape,
    /** How many scores there are. */
    bins: z.int().min(2).max(10).default(5),
    /** Where a value goes that lies just on a cut: into the bin below it, or above. Equal values never part. */
    ties: z.enum(["below", "above"]).default("below"),
    /** Where bins are cut; at the quantiles of the customers (type 7) unless said. */
    thresholds: RfmThresholds.optional(),
    /** Which scores make which segment: the first rule that fits counts. {@link RFM_SEGMENTS} for five bins, none for others. */
    segments: z.array(RfmRule).max(100).readonly().optional(),
    /** What a customer is called whom no rule fits. */
    otherwise: z.string().min(1).max(128).default("other"),
  })
  .superRefine(({ bins, thresholds, segments = [] }, { addIssue }) => {
    for (const path of outOfReach(segments, bins)) {
      const message = `must begin within ${bins} bins, or nobody fits`;
      addIssue({ code: "custom", path: ["segments", ...path], message });
    }
    for (const [name, cuts] of Object.entries(thresholds ?? {})) {
      if (cuts.length === bins - 1 && cuts.every((cut, at) => cut >= (cuts[at - 1] ?? cut)))
        continue;
      const message = `must be ${bins - 1} rising numbers, one less than bins`;
      addIssue({ code: "custom", path: ["thresholds", name], message });
    }
  });
/** How customers are scored, with defaults filled in. */
export interface RfmPolicy extends Readonly<z.output<typeof RfmPolicy>> {}
/** How customers are scored, with defaults left out. */
export type RfmPolicyInput = Readonly<z.input<typeof RfmPolicy>>;
