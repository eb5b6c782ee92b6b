import { type Accumulator, type Interval, parseInput } from "@kefu/core";
import { studentDeviationsFor } from "../statistics/beta-quantile.ts";
import {
  emptyMoments,
  type ItemMoments,
  merged,
  weightedVariance,
  withAnswers,
} from "./item-moments.ts";
import { type MeanEstimate, type Moments, meanEstimate } from "./mean-estimate.ts";
import {
  type CheckedQualityPolicy,
  readAnswer,
  type ServiceQualityAnswer,
  ServiceQualityPolicy,
  type ServiceQualityPolicyInput,
} from "./service-quality-policy.ts";
import {
  type DimensionSum,
  NOTHING,
  PARTS,
  plusRated,
  plusSum,
  ratedIn,
  type ServiceQualitySum,
  sumReader,
} from "./service-quality-sum.ts";

/** What customers say of one dimension. */
export interface DimensionQuality {
  /** Which dimension. */
  readonly dimension: string;
  /** Perception less expectation: negative where service falls short. */
  readonly gap: MeanEstimate;
  /** What customers expect. */
  readonly expectation: MeanEstimate;
  /** What they perceive. */
  readonly perception: MeanEstimate;
  /** How many customers count here. */
  readonly n: number;
  /** How many rated too few of its items. */
  readonly tooFewAnswered: number;
  /** What the dimension counts in the whole, 0 to 1. */
  readonly weight: number;
  /**
   * Its place in the map of importance and performance: important and weak is to `"improve"` first, important and strong to
   * `"keepUp"`, the rest is `"lowPriority"` where weak and `"possibleOverkill"` where strong. `null` where nobody rated it.
   */
  readonly quadrant: "improve" | "keepUp" | "lowPriority" | "possibleOverkill" | null;
}

/** What customers say of the quality of service. */
export interface ServiceQualityResult {
  /** The weighted gap over all dimensions, of customers who rated all; `null` where there is none. */
  readonly value: number | null;
  /** Where the true gap lies (Student's t); `null` with fewer than two such customers. */
  readonly interval: Interval | null;
  /** How many customers rated all dimensions. */
  readonly n: number;
  /** How many did not; they count in the dimensions that they rated. */
  readonly incomplete: number;
  /** By dimension, the widest gap first; those that nobody rated last. */
  readonly dimensions: readonly DimensionQuality[];
}

/**
 * The quality of service as the gap between what customers perceive and what they expect, by dimension and as a whole.
 *
 * @returns an accumulator: add the answers of each customer, merge sums, finish with a {@link ServiceQualityResult}
 * @throws `InvalidInputError` when the policy, an answer or a sum has not its shape, a rating is off the scale, or an item
 *   is unknown
 * @see A. Parasuraman, V. A. Zeithaml, L. L. Berry: SERVQUAL: a multiple-item scale for measuring consumer perceptions of
 *   service quality, Journal of Retailing 64 (1988), 12–40
 * @see J. A. Martilla, J. C. James: Importance-performance analysis, Journal of Marketing 41 (1977), 77–79; the lines of the
 *   map are the mean weight and the mean perception
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { serviceQuality } from "@kefu/satisfaction";
 *
 * const quality = serviceQuality({ dimensions: { reliability: ["onTime", "asPromised"], access: ["reachable"] } });
 * const answers = [
 *   { onTime: { expected: 7, perceived: 4 }, asPromised: { expected: 7, perceived: 5 }, reachable: { expected: 5, perceived: 6 } },
 *   { onTime: { expected: 6, perceived: 5 }, reachable: { expected: 4, perceived: 4 } },
 * ];
 * const { value, dimensions } = quality.finish(accumulate(quality, answers));
 * dimensions.map(({ dimension, gap }) => [dimension, gap.value]); // => [["reliability", -1.75], ["access", 0.5]]
 * value; // => -0.625
 * ```
 */
export function serviceQuality(
  policy: ServiceQualityPolicyInput = {},
): Accumulator<ServiceQualityAnswer, ServiceQualitySum, ServiceQualityResult> {
  const parsed = parseInput(ServiceQualityPolicy, "service quality policy", policy);
  const dimensions = Object.keys(parsed.dimensions).sort();
  const checked = sumReader(dimensions);
  return {
    create: () => ({
      dimensions: Object.fromEntries(dimensions.map((dimension) => [dimension, NOTHING])),
      complete: emptyMoments(dimensions.length),
    }),
    add: (sum, input) => {
      const { dimensions: before, complete } = checked(sum);
      const answer = readAnswer(parsed, input);
      const rated = dimensions.map((dimension) => ratedIn(parsed, dimension, answer));
      return {
        dimensions: Object.fromEntries(
          dimensions.map((dimension, at) => [
            dimension,
            plusRated(before[dimension] as DimensionSum, rated[at]),
          ]),
        ),
        complete: withAnswers(
          complete,
          rated.map((one) => one?.gap ?? null),
        ),
      };
    },
    merge: (one, other) => {
      const [a, b] = [checked(one), checked(other)];
      return {
        dimensions: Object.fromEntries(
          dimensions.map((dimension) => [
            dimension,
            plusSum(
              a.dimensions[dimension] as DimensionSum,
              b.dimensions[dimension] as DimensionSum,
            ),
          ]),
        ),
        complete: merged(a.complete, b.complete),
      };
    },
    finish: (sum) => resultOf(parsed, dimensions, checked(sum)),
  };
}

/** Sorts what nobody rated behind all gaps. */
const UNRATED = 1000;

function resultOf(
  policy: CheckedQualityPolicy,
  names: readonly string[],
  { dimensions, complete }: ServiceQualitySum,
): ServiceQualityResult {
  const weights = weightsOf(policy, names);
  const found = names.map((dimension, at) =>
    qualityOf(policy, dimension, dimensions[dimension] as DimensionSum, weights[at] as number),
  );
  const rated = found.flatMap(({ perception }) => perception.value ?? []);
  const middle = rated.reduce((sum, value) => sum + value, 0) / Math.max(1, rated.length);
  return {
    ...wholeOf(policy, weights, complete),
    dimensions: found
      .map((one) => ({ ...one, quadrant: quadrantOf(one, 1 / names.length, middle) }))
      .sort((a, b) => (a.gap.value ?? UNRATED) - (b.gap.value ?? UNRATED)),
  };
}

/** Weights as shares of their sum. */
function weightsOf({ weights }: CheckedQualityPolicy, names: readonly string[]): number[] {
  const given = names.map((dimension) => weights?.[dimension] ?? 1);
  const total = given.reduce((sum, weight) => sum + weight, 0);
  return given.map((weight) => weight / total);
}

function qualityOf(
  { level, scale }: CheckedQualityPolicy,
  dimension: string,
  sum: DimensionSum,
  weight: number,
): Omit<DimensionQuality, "quadrant"> {
  const [lowest, highest] = scale;
  const of = (key: "gap" | "expected" | "perceived"): Moments => ({
    n: sum.n,
    sum: sum[key],
    squares: sum[`${key}Squares`],
  });
  const span = highest - lowest;
  return {
    dimension,
    gap: meanEstimate(of("gap"), level, [-span, span], PARTS),
    expectation: meanEstimate(of("expected"), level, scale, PARTS),
    perception: meanEstimate(of("perceived"), level, scale, PARTS),
    n: sum.n,
    tooFewAnswered: sum.tooFew,
    weight,
  };
}

function quadrantOf(
  { weight, perception: { value } }: Omit<DimensionQuality, "quadrant">,
  meanWeight: number,
  meanPerception: number,
): DimensionQuality["quadrant"] {
  if (value === null) return null;
  const isStrong = value >= meanPerception;
  if (weight >= meanWeight) return isStrong ? "keepUp" : "improve";
  return isStrong ? "possibleOverkill" : "lowPriority";
}

function wholeOf(
  { level, scale: [lowest, highest] }: CheckedQualityPolicy,
  weights: readonly number[],
  complete: ItemMoments,
): Pick<ServiceQualityResult, "value" | "interval" | "n" | "incomplete"> {
  const { n, incomplete, sums } = complete;
  if (n === 0) return { value: null, interval: null, n, incomplete };
  const value =
    weights.reduce((sum, weight, at) => sum + (weight * (sums[at] as number)) / n, 0) / PARTS;
  if (n === 1) return { value, interval: null, n, incomplete };
  const deviation = Math.sqrt(weightedVariance(complete, weights) / n) / PARTS;
  const half = studentDeviationsFor(level, n - 1) * deviation;
  const span = highest - lowest;
  const interval = { lower: Math.max(-span, value - half), upper: Math.min(span, value + half) };
  return { value, interval, n, incomplete };
}
