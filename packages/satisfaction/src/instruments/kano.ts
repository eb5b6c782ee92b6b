import { type Accumulator, type Interval, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";

/** How a customer would feel: would like it, takes it for granted, does not mind, can live with it, would dislike it. */
export const KanoFeeling = z.enum(["like", "must", "neutral", "live", "dislike"]);
/** How a customer would feel, see the schema of the same name. */
export type KanoFeeling = z.output<typeof KanoFeeling>;

/** What a feature is to a customer. */
export const KanoClass = z.enum(["M", "O", "A", "I", "R", "Q"]);
/**
 * `"M"` must be there, `"O"` the more the better (one-dimensional), `"A"` delights when there and is not missed (attractive), `"I"`
 * leaves indifferent, `"R"` is better left out (reverse), `"Q"` answered against all sense (questionable).
 */
export type KanoClass = z.output<typeof KanoClass>;

/** One customer's pair of answers about one feature. */
export const KanoAnswer = z.strictObject({
  /** How it would feel to have the feature. */
  functional: KanoFeeling,
  /** How it would feel not to have it. */
  dysfunctional: KanoFeeling,
});
/** One customer's pair of answers, see the schema of the same name. */
export interface KanoAnswer extends Readonly<z.output<typeof KanoAnswer>> {}

/** By feeling about having it: the class for each feeling about not having it, in the order of {@link KanoFeeling}. */
const EVALUATION: Readonly<Record<KanoFeeling, string>> = {
  like: "QAAAO",
  must: "RIIIM",
  neutral: "RIIIM",
  live: "RIIIM",
  dislike: "RRRRQ",
};

/**
 * What a feature is to the customer who answered so.
 *
 * @throws `InvalidInputError` when the answer has not its shape
 * @see N. Kano, N. Seraku, F. Takahashi, S. Tsuji: Attractive quality and must-be quality, Journal of the Japanese Society
 *   for Quality Control 14 (1984), 39–48
 *
 * @example
 * ```ts
 * import { classifyKano } from "@kefu/satisfaction";
 *
 * classifyKano({ functional: "neutral", dysfunctional: "dislike" }); // => "M"
 * ```
 */
export function classifyKano(answer: KanoAnswer): KanoClass {
  const { functional, dysfunctional } = parseInput(KanoAnswer, "Kano answer", answer);
  return EVALUATION[functional][KanoFeeling.options.indexOf(dysfunctional)] as KanoClass;
}

const count = z.int().nonnegative();

/** How many customers put a feature into each class. */
export const KanoCount = z.strictObject({
  M: count,
  O: count,
  A: count,
  I: count,
  R: count,
  Q: count,
});
/** How many customers put a feature into each class, see the schema of the same name. */
export interface KanoCount extends Readonly<z.output<typeof KanoCount>> {}

/** A coefficient and how sure it is. */
export interface KanoCoefficient {
  /** The coefficient; `null` where no answer counts. */
  readonly value: number | null;
  /** Where the true one lies with 95 % confidence; `null` where no answer counts. */
  readonly interval: Interval | null;
}

/** What a feature is to customers. */
export interface KanoResult {
  /** The class most chose; equal counts go to the one that weighs more: M, then O, A, I, R, Q. `null` without answers. */
  readonly category: KanoClass | null;
  /** How satisfied having it makes, 0 to 1. */
  readonly better: KanoCoefficient;
  /** How dissatisfied missing it makes, −1 to 0. */
  readonly worse: KanoCoefficient;
  /** The answers that count in the coefficients: without the reverse and the questionable. */
  readonly n: number;
  /** How many answers there are of each class. */
  readonly counts: KanoCount;
}

/**
 * The coefficients of satisfaction and dissatisfaction of a feature, and the class that most customers give it.
 *
 * @throws `InvalidInputError` when a count is negative or no whole number
 * @see C. Berger et al.: Kano's methods for understanding customer-defined quality, Center for Quality of Management
 *   Journal 2 (1993), 3–36
 *
 * @example
 * ```ts
 * import { kanoCoefficients } from "@kefu/satisfaction";
 *
 * const { category, better, worse } = kanoCoefficients({ A: 46, O: 31, M: 12, I: 18, R: 2, Q: 1 });
 * [category, better.value?.toFixed(2), worse.value?.toFixed(2)]; // => ["A", "0.72", "-0.40"]
 * ```
 */
export function kanoCoefficients(counts: KanoCount): KanoResult {
  const counted = parseInput(KanoCount, "Kano count", counts);
  const { M, O, A, I } = counted;
  const n = M + O + A + I;
  const most = Math.max(...Object.values(counted));
  const category = most === 0 ? null : KanoClass.options.find((one) => counted[one] === most);
  return {
    category: category ?? null,
    better: coefficient(A + O, n, 1),
    worse: coefficient(O + M, n, -1),
    n,
    counts: counted,
  };
}

function coefficient(hits: number, n: number, sign: 1 | -1): KanoCoefficient {
  if (n === 0) return { value: null, interval: null };
  const { lower, upper } = wilsonInterval(hits, n);
  const interval = sign > 0 ? { lower, upper } : { lower: -upper, upper: 0 - lower };
  return { value: sign > 0 ? hits / n : 0 - hits / n, interval };
}

/**
 * The coefficients of a feature out of single pairs of answers.
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { kanoStudy } from "@kefu/satisfaction";
 *
 * const answers = [
 *   { functional: "like", dysfunctional: "neutral" },
 *   { functional: "like", dysfunctional: "dislike" },
 *   { functional: "like", dysfunctional: "live" },
 * ] as const;
 * kanoStudy.finish(accumulate(kanoStudy, answers)).category; // => "A"
 * ```
 */
export const kanoStudy: Accumulator<KanoAnswer, KanoCount, KanoResult> = {
  create: () => ({ M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }),
  add: (sum, answer) => {
    const counted = parseInput(KanoCount, "Kano count", sum);
    const given = classifyKano(answer);
    return { ...counted, [given]: counted[given] + 1 };
  },
  merge: (one, other) => {
    const [a, b] = [
      parseInput(KanoCount, "Kano count", one),
      parseInput(KanoCount, "Kano count", other),
    ];
    return {
      M: a.M + b.M,
      O: a.O + b.O,
      A: a.A + b.A,
      I: a.I + b.I,
      R: a.R + b.R,
      Q: a.Q + b.Q,
    };
  },
  finish: kanoCoefficients,
};
