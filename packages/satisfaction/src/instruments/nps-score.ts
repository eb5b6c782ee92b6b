import { type Interval, parseInput } from "@kefu/core";
import { z } from "zod";
import { type Estimate, EstimateOptions, frameOf } from "../estimate.ts";
import {
  type Difference,
  DifferenceOptions,
  type DifferenceOptionsInput,
  differenceOf,
  unknownDifference,
} from "../statistics/differences.ts";
import { deviationsFor } from "../statistics/normal-quantile.ts";
import { type RatingCount, ratedWithin, ratingCounter } from "./rating-count.ts";

const count = z.int().nonnegative();

/** How many recommend the shop, how many do not care, how many warn of it. */
export const NpsCount = z.strictObject({
  /** Who answered 9 or 10. */
  promoters: count,
  /** Who answered 7 or 8. */
  passives: count,
  /** Who answered 0 to 6. */
  detractors: count,
  /** How many answers do not count, by the reason why. */
  excluded: z
    .strictObject({ skipped: count, dismissed: count, notApplicable: count })
    .default({ skipped: 0, dismissed: 0, notApplicable: 0 }),
});
/** How many promote and how many detract, with defaults left out. */
export type NpsCountInput = Readonly<z.input<typeof NpsCount>>;

/** How to state a net promoter score. */
export const NpsOptions = z.strictObject({
  ...EstimateOptions.shape,
  /**
   * How to find the interval. `"adjustedWald"` holds for few answers too; `"wald"` is the textbook's, which claims certainty
   * where all answers are alike.
   */
  method: z.enum(["adjustedWald", "wald"]).default("adjustedWald"),
});
/** How to state a net promoter score, with defaults left out. */
export type NpsOptionsInput = Readonly<z.input<typeof NpsOptions>>;

/** A net promoter score. */
export interface NpsResult extends Estimate {
  /** Who answered 9 or 10. */
  readonly promoters: number;
  /** Who answered 7 or 8. */
  readonly passives: number;
  /** Who answered 0 to 6. */
  readonly detractors: number;
  /** The standard error of the score, in points; `null` without answers. */
  readonly standardError: number | null;
}

/**
 * The net promoter score out of counts: the percentage of promoters less that of detractors, −100 to 100, not rounded.
 * Passives count as answers. The interval stays within −100 to 100.
 *
 * @throws `InvalidInputError` when a count is negative or no whole number
 * @see F. F. Reichheld: The one number you need to grow, Harvard Business Review 81 (2003), 46–54
 * @see A. Agresti, Y. Min: Simple improved confidence intervals for comparing matched proportions, Statistics in Medicine
 *   24 (2005), 729–740, for the adjustment: three answers are added, ¾ to each end and 1½ to the middle
 *
 * @example
 * ```ts
 * import { npsScore } from "@kefu/satisfaction";
 *
 * const { value, interval } = npsScore({ promoters: 50, passives: 30, detractors: 20 });
 * value; // => 30
 * [interval?.lower.toFixed(1), interval?.upper.toFixed(1)]; // => ["14.1", "44.2"]
 * ```
 */
export function npsScore(counts: NpsCountInput, options: NpsOptionsInput = {}): NpsResult {
  const { excluded, ...counted } = parseInput(NpsCount, "NPS count", counts);
  const stated = parseInput(NpsOptions, "NPS options", options);
  const { promoters, passives, detractors } = counted;
  const n = promoters + passives + detractors;
  const { method, level } = stated;
  const plain = netShare(counted, 0);
  return {
    value: n === 0 ? null : (100 * (promoters - detractors)) / n,
    interval: n === 0 ? null : intervalOf(method === "wald" ? plain : adjusted(counted), level),
    ...frameOf(
      {
        n,
        excluded,
        definition: { code: "net-promoter-score", facts: { method } },
        isBoundary: Math.max(promoters, passives, detractors) === n,
      },
      stated,
    ),
    ...counted,
    standardError: n === 0 ? null : 100 * Math.sqrt(plain.variance),
  };
}

type Groups = Readonly<Record<"promoters" | "passives" | "detractors", number>>;

interface NetShare {
  readonly share: number;
  /** Of the share, not of one answer. */
  readonly variance: number;
}

/** Promoters less detractors as a share, with so much added to each end and twice that to the middle. */
function netShare({ promoters, passives, detractors }: Groups, added: number): NetShare {
  const n = promoters + passives + detractors + 4 * added;
  const [up, down] = [(promoters + added) / n, (detractors + added) / n];
  const share = up - down;
  return { share, variance: Math.max(0, up + down - share ** 2) / n };
}

const adjusted = (groups: Groups): NetShare => netShare(groups, 0.75);

function intervalOf({ share, variance }: NetShare, level: number): Interval {
  const half = deviationsFor(level) * Math.sqrt(variance);
  return {
    lower: Math.max(-100, 100 * (share - half)),
    upper: Math.min(100, 100 * (share + half)),
  };
}

/**
 * A net promoter score out of single answers to "how likely are you to recommend us", 0 to 10. A rating that is not on the
 * scale is a mistake: a 1-to-5 question is no NPS.
 *
 * @returns an accumulator: add answers, merge sums, finish with an {@link NpsResult}
 * @throws `InvalidInputError` when an option, an answer or a sum has not its shape
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { netPromoterScore } from "@kefu/satisfaction";
 *
 * const nps = netPromoterScore();
 * const answers = [{ rating: 10 }, { rating: 8 }, { rating: 3 }, { rating: 9 }, { excluded: "skipped" }] as const;
 * const { value, n, excluded } = nps.finish(accumulate(nps, answers));
 * [value, n, excluded.skipped]; // => [25, 4, 1]
 * ```
 */
export function netPromoterScore(options: NpsOptionsInput = {}) {
  const stated = parseInput(NpsOptions, "NPS options", options);
  return ratingCounter([0, 10], (sum) => npsScore(npsCountOf(sum), stated));
}

const npsCountOf = (sum: RatingCount): NpsCountInput => ({
  promoters: ratedWithin(sum, [9, 10]),
  passives: ratedWithin(sum, [7, 8]),
  detractors: ratedWithin(sum, [0, 6]),
  excluded: sum.excluded,
});

/**
 * How far one net promoter score lies above another, in points, both asked among different customers: this quarter and
 * the last, or two segments.
 *
 * @throws `InvalidInputError` when a count is negative or no whole number
 *
 * @example
 * ```ts
 * import { npsDifference } from "@kefu/satisfaction";
 *
 * const spring = { promoters: 50, passives: 30, detractors: 20 };
 * npsDifference({ promoters: 55, passives: 28, detractors: 17 }, spring).verdict; // => "unclear"
 * ```
 */
export function npsDifference(
  one: NpsCountInput,
  other: NpsCountInput,
  options: DifferenceOptionsInput = {},
): Difference {
  const [a, b] = [parseInput(NpsCount, "NPS count", one), parseInput(NpsCount, "other", other)];
  const { level } = parseInput(DifferenceOptions, "difference options", options);
  const [n, m] = [a, b].map(
    ({ promoters, passives, detractors }) => promoters + passives + detractors,
  );
  if (n === 0 || m === 0) return unknownDifference;
  const [up, down] = [adjusted(a), adjusted(b)];
  const half = deviationsFor(level) * Math.sqrt(up.variance + down.variance);
  const middle = up.share - down.share;
  const difference = 100 * (netShare(a, 0).share - netShare(b, 0).share);
  return differenceOf(difference, {
    lower: Math.max(-200, 100 * (middle - half)),
    upper: Math.min(200, 100 * (middle + half)),
  });
}
