import { parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import { type Estimate, EstimateOptions, frameOf } from "../estimate.ts";
import { deviationsFor } from "../statistics/normal-quantile.ts";
import { type MeanEstimate, meanEstimate, momentsOf } from "./mean-estimate.ts";
import { isOneRating, ratedWithin, ratingCounter, type Scale } from "./rating-count.ts";

const bound = z.int().nonnegative().max(100);

/** A question with a scale, and which answers count as good ones. */
export const TopBoxPolicy = z
  .strictObject({
    ...EstimateOptions.shape,
    /** The lowest and the highest rating, both included. */
    scale: z.tuple([bound, bound]).readonly().default([1, 5]),
    /** How many of the highest ratings count as good ones; one of up to three, two of up to seven, three of more by default. */
    topBoxes: z.int().positive().optional(),
  })
  .superRefine(({ scale: [lowest, highest], topBoxes }, { addIssue }) => {
    if (lowest >= highest) {
      addIssue({ code: "custom", path: ["scale"], message: "must rise from lowest to highest" });
    }
    if ((topBoxes ?? 1) > highest - lowest) {
      addIssue({ code: "custom", path: ["topBoxes"], message: "must leave ratings below" });
    }
  });
/** A question with a scale, with defaults left out. */
export type TopBoxPolicyInput = Readonly<z.input<typeof TopBoxPolicy>>;

/** The share of good answers, and their mean. */
export interface TopBoxResult extends Estimate {
  /** How many answers are among the good ones. */
  readonly satisfied: number;
  /** The mean rating, for those who prefer it. */
  readonly mean: MeanEstimate;
}

/**
 * Customer satisfaction: the share of answers among the highest ratings, 0 to 1, with Wilson's interval. "How satisfied
 * are you with …?", from 1 to 5 by default, of which 4 and 5 are good.
 *
 * @returns an accumulator: add answers, merge sums, finish with a {@link TopBoxResult}
 * @throws `InvalidInputError` when the policy, an answer or a sum has not its shape, or a rating is not on the scale
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { customerSatisfaction } from "@kefu/satisfaction";
 *
 * const csat = customerSatisfaction();
 * const ratings = [5, 4, 4, 3, 2, 5, 1].map((rating) => ({ rating }));
 * const { value, satisfied, n } = csat.finish(accumulate(csat, ratings));
 * [value?.toFixed(4), satisfied, n]; // => ["0.5714", 4, 7]
 * ```
 */
export function customerSatisfaction(policy: TopBoxPolicyInput = {}) {
  return topBox("customer-satisfaction", policy);
}

/**
 * Customer effort: the share of answers that call it easy, 0 to 1, with their mean. "The shop made it easy for me to …",
 * from 1 (disagree) to 7 (agree) by default, of which 5 to 7 are good.
 *
 * @returns an accumulator: add answers, merge sums, finish with a {@link TopBoxResult}
 * @throws `InvalidInputError` when the policy, an answer or a sum has not its shape, or a rating is not on the scale
 * @see M. Dixon, K. Freeman, N. Toman: Stop trying to delight your customers, Harvard Business Review 88 (2010), 116–122
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { customerEffort } from "@kefu/satisfaction";
 *
 * const ces = customerEffort();
 * const ratings = [7, 6, 6, 5, 7, 3, 4, 6, 7, 2].map((rating) => ({ rating }));
 * const { value, mean } = ces.finish(accumulate(ces, ratings));
 * [value, mean.value]; // => [0.7, 5.3]
 * ```
 */
export function customerEffort(policy: TopBoxPolicyInput = {}) {
  const parsed = parseInput(TopBoxPolicy, "customer effort policy", {
    scale: [1, 7],
    topBoxes: 3,
    ...policy,
  });
  return topBox("customer-effort", parsed);
}

function topBox(code: string, policy: TopBoxPolicyInput) {
  const { scale, topBoxes, ...stated } = parseInput(TopBoxPolicy, `${code} policy`, policy);
  const [lowest, highest] = scale;
  const boxes = topBoxes ?? usualTopBoxes(scale);
  const definition = { code, facts: { lowest, highest, good: highest - boxes + 1 } };
  return ratingCounter(scale, (sum): TopBoxResult => {
    const moments = momentsOf(sum);
    const { n } = moments;
    const satisfied = ratedWithin(sum, [highest - boxes + 1, highest]);
    return {
      value: n === 0 ? null : satisfied / n,
      interval: n === 0 ? null : wilsonInterval(satisfied, n, deviationsFor(stated.level)),
      ...frameOf({ n, excluded: sum.excluded, definition, isBoundary: isOneRating(sum) }, stated),
      satisfied,
      mean: meanEstimate(moments, stated.level, scale),
    };
  });
}

function usualTopBoxes([lowest, highest]: Scale): number {
  const ratings = highest - lowest + 1;
  if (ratings <= 3) return 1;
  return ratings <= 7 ? 2 : 3;
}
