import { type Accumulator, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { type Excluded, ExclusionReason } from "../estimate.ts";

/** One answer on a scale of whole numbers, or why there is none. */
export const RatingAnswer = z.union([
  z.strictObject({
    /** What was chosen. */
    rating: z.int(),
  }),
  z.strictObject({
    /** Why the answer does not count. */
    excluded: ExclusionReason,
  }),
]);
/** One answer on a scale of whole numbers, see the schema of the same name. */
export type RatingAnswer = Readonly<z.output<typeof RatingAnswer>>;

const count = z.int().nonnegative();
const RatingCountSchema = z.strictObject({
  ratings: z.record(z.string().regex(/^\d{1,3}$/), count),
  excluded: z.strictObject({ skipped: count, dismissed: count, notApplicable: count }),
});
/** How often each rating was chosen: the sum of every instrument that asks for one rating. */
export interface RatingCount {
  /** By rating: how often it was chosen; ratings that nobody chose are left out. */
  readonly ratings: Readonly<Record<string, number>>;
  /** How many answers do not count, by the reason why. */
  readonly excluded: Excluded;
}

/** The lowest and the highest rating, both included. */
export type Scale = readonly [lowest: number, highest: number];

/** An accumulator that counts ratings; instruments differ in what they make of the counts. */
export function ratingCounter<Result>(
  scale: Scale,
  finish: (counted: RatingCount) => Result,
): Accumulator<RatingAnswer, RatingCount, Result> {
  const Sum = RatingCountSchema.superRefine(({ ratings }, { addIssue }) => {
    for (const rating of Object.keys(ratings)) {
      if (isOn(scale, Number(rating))) continue;
      addIssue({ code: "custom", path: ["ratings", rating], message: offScale(scale) });
    }
  });
  const checked = (sum: RatingCount): RatingCount => parseInput(Sum, "rating count", sum);
  return {
    create: () => ({ ratings: {}, excluded: { skipped: 0, dismissed: 0, notApplicable: 0 } }),
    add: (sum, input) => {
      const { ratings, excluded } = checked(sum);
      const answer = parseInput(RatingAnswer, "answer", input);
      if ("excluded" in answer) {
        const { excluded: reason } = answer;
        return { ratings, excluded: { ...excluded, [reason]: excluded[reason] + 1 } };
      }
      const { rating } = answer;
      if (isOn(scale, rating)) return { ratings: plus(ratings, { [rating]: 1 }), excluded };
      throw new InvalidInputError("answer", [{ path: ["rating"], message: offScale(scale) }]);
    },
    merge: (one, other) => {
      const [a, b] = [checked(one), checked(other)];
      return {
        ratings: plus(a.ratings, b.ratings),
        excluded: plus(a.excluded, b.excluded) as Excluded,
      };
    },
    finish: (sum) => finish(checked(sum)),
  };
}

const isOn = ([lowest, highest]: Scale, rating: number): boolean =>
  rating >= lowest && rating <= highest;

const offScale = ([lowest, highest]: Scale): string => `must be from ${lowest} to ${highest}`;

/** Whole numbers as keys are kept in order by the language itself, so equal sums are equal texts. */
function plus(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...one };
  for (const [key, value] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

/** How many answers hold a rating within bounds, both included. */
export function ratedWithin({ ratings }: RatingCount, [lowest, highest]: Scale): number {
  let sum = 0;
  for (const [rating, times] of Object.entries(ratings)) {
    if (isOn([lowest, highest], Number(rating))) sum += times;
  }
  return sum;
}

/** Whether all answers hold one rating. */
export const isOneRating = ({ ratings }: RatingCount): boolean =>
  Object.values(ratings).filter((times) => times > 0).length === 1;
