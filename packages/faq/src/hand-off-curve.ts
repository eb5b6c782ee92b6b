import { type Accumulator, parseInput } from "@kefu/core";
import { z } from "zod";
import { type CountedShare, countedShare } from "./counted-share.ts";

const share = z.number().min(0).max(1);

/** A search of which someone said whether its first hit was right. */
export const JudgedSearch = z.strictObject({
  /** The `confidence` of its result, 0 to 1. */
  confidence: share,
  /**
   * `"right"`: the first hit answers the query; `"wrong"`: it does not, another entry would; `"none"`: no entry does, so
   * that only a hand-off would be right.
   */
  verdict: z.enum(["right", "wrong", "none"]),
});
/** A search that was judged, see the schema of the same name. */
export interface JudgedSearch extends Readonly<z.output<typeof JudgedSearch>> {}

/** What one wishes of a threshold. */
export const HandOffCurvePolicy = z.strictObject({
  /** Which share of the answers is to be right, 0 to 1. */
  wantedPrecision: share.default(0.8),
});
/** What one wishes of a threshold, with defaults left out. */
export interface HandOffCurvePolicy extends Readonly<z.input<typeof HandOffCurvePolicy>> {}

/** Judged searches, counted. Plain JSON of bounded size. */
export interface HandOffCurveSum {
  /** For this accumulator alone: by thousandths of confidence, how many were right, wrong, and without an answer. */
  readonly counts: readonly (readonly [
    thousandths: number,
    right: number,
    wrong: number,
    none: number,
  ])[];
}

/** What a threshold would have done. */
export interface HandOffPoint {
  /** The threshold: {@link AnswerPolicy} `answerFrom`. */
  readonly answerFrom: number;
  /** How many of all searches would have been answered at once. */
  readonly coverage: CountedShare;
  /** How many of these answers would have been right. */
  readonly precision: CountedShare;
}

/** What every threshold would have done. */
export interface HandOffCurve {
  /** Lowest threshold first; one for each confidence, in thousandths, at which something was counted. */
  readonly points: readonly HandOffPoint[];
  /** The lowest threshold at which the wanted share of answers was right; `null` when none reaches it. */
  readonly answerFrom: number | null;
  /**
   * The lowest at which the lower end of the interval, too, reaches the wanted share, so that it is no luck of few
   * searches; `null` when none does.
   */
  readonly assuredAnswerFrom: number | null;
}

type Counts = HandOffCurveSum["counts"][number];

const count = z.int().min(0);
const Sum = z.object({
  counts: z.array(z.tuple([z.int().min(0).max(1000), count, count, count])).max(1001),
});

/**
 * How far one can go with answering at once, from searches that were judged: for each threshold the share of
 * searches answered (coverage) and the share of right ones among these (precision), with 95 % intervals after Wilson
 * (1927), and the lowest threshold that is precise enough for the shop. Confidence is counted in thousandths, rounded down.
 *
 * Looks at the threshold alone: where two entries are twins, `searchFaq` asks back all the same, so that a shop answers
 * a little less and is right a little more often. Judge searches as they came, a few hundred of them; a threshold that is
 * picked among many looks better than it is on the searches that it was picked by.
 *
 * @returns an accumulator; `finish` gives the curve, without points when nothing was judged
 * @throws `InvalidInputError` when an argument, a search or a sum has not its shape
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { handOffCurve } from "@kefu/faq";
 *
 * const curve = handOffCurve({ wantedPrecision: 0.75 });
 * const { points, answerFrom } = curve.finish(
 *   accumulate(curve, [
 *     { confidence: 0.9, verdict: "right" },
 *     { confidence: 0.6, verdict: "right" },
 *     { confidence: 0.6, verdict: "right" },
 *     { confidence: 0.4, verdict: "wrong" },
 *     { confidence: 0.2, verdict: "none" },
 *   ]),
 * );
 * answerFrom; // => 0.4
 * points.map(({ coverage }) => coverage.share); // => [1, 0.8, 0.6, 0.2]
 * points.map(({ precision }) => precision.share); // => [0.6, 0.75, 1, 1]
 * ```
 */
export function handOffCurve(
  policy: HandOffCurvePolicy = {},
): Accumulator<JudgedSearch, HandOffCurveSum, HandOffCurve> {
  const { wantedPrecision } = parseInput(HandOffCurvePolicy, "hand-off curve policy", policy);
  return {
    create: () => ({ counts: [] }),
    add: (sum, judged) => {
      const { confidence, verdict } = parseInput(JudgedSearch, "judged search", judged);
      const is = (other: string) => (verdict === other ? 1 : 0);
      return joined([
        ...countsOf(sum),
        [thousandths(confidence), is("right"), is("wrong"), is("none")],
      ]);
    },
    merge: (one, other) => joined([...countsOf(one), ...countsOf(other)]),
    finish: (sum) => {
      const points = pointsOf(countsOf(joined(countsOf(sum))));
      const lowest = (isEnough: (point: HandOffPoint) => boolean) =>
        points.find(isEnough)?.answerFrom ?? null;
      return {
        points,
        answerFrom: lowest(({ precision }) => (precision.share ?? 0) >= wantedPrecision),
        assuredAnswerFrom: lowest(({ precision }) => precision.interval.lower >= wantedPrecision),
      };
    },
  };
}

/** Rounded down as the threshold is compared: 0.57 is 570, whatever 0.57 × 1000 is to the machine. */
function thousandths(confidence: number): number {
  const nearest = Math.round(confidence * 1000);
  return nearest / 1000 <= confidence ? nearest : nearest - 1;
}

function countsOf(sum: HandOffCurveSum): readonly Counts[] {
  return parseInput(Sum, "hand-off curve sum", sum).counts;
}

/** Each confidence once, in order. */
function joined(counts: readonly Counts[]): HandOffCurveSum {
  const byConfidence = new Map<number, Counts>();
  for (const [at, right, wrong, none] of counts) {
    const [, ...before] = byConfidence.get(at) ?? [at, 0, 0, 0];
    byConfidence.set(at, [at, before[0] + right, before[1] + wrong, before[2] + none]);
  }
  return { counts: [...byConfidence.values()].sort(([a], [b]) => a - b) };
}

function pointsOf(counts: readonly Counts[]): HandOffPoint[] {
  const all = counts.reduce((sum, [, right, wrong, none]) => sum + right + wrong + none, 0);
  let [rights, answered] = [0, 0];
  return counts
    .toReversed()
    .map(([at, right, wrong, none]) => {
      rights += right;
      answered += right + wrong + none;
      return {
        answerFrom: at / 1000,
        coverage: countedShare(answered, all),
        precision: countedShare(rights, answered),
      };
    })
    .reverse();
}
