import { type Interval, seededRandom, wilsonInterval } from "@kefu/core";

/** A figure and where it lies with 95 % confidence. */
export interface Figure extends Interval {
  readonly value: number;
}

/** How well entries were found. */
export interface Figures {
  readonly queries: number;
  readonly mrr: Figure;
  readonly within: Readonly<Record<1 | 3 | 5, Figure>>;
}

/** Where the right entry stood for each query that has one, 0 for not found. */
export function figuresOf(ranks: readonly number[]): Figures {
  const within = (most: number) =>
    shareOf(ranks.filter((rank) => rank > 0 && rank <= most).length, ranks.length);
  return {
    queries: ranks.length,
    mrr: meanOf(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    within: { 1: within(1), 3: within(3), 5: within(5) },
  };
}

/** A share with its interval after Wilson. */
export const shareOf = (count: number, of: number): Figure => ({
  value: of === 0 ? 0 : count / of,
  ...wilsonInterval(count, of),
});

const RESAMPLES = 1000;

/** A mean with its interval: the middle 95 % of means of as many values drawn again, from the same seed each time. */
function meanOf(values: readonly number[]): Figure {
  const { length } = values;
  if (length === 0) return { value: 0, lower: 0, upper: 1 };
  const random = seededRandom("faq-lab");
  const means = new Float64Array(RESAMPLES).map(() => {
    let sum = 0;
    for (let drawn = 0; drawn < length; drawn++) sum += values[random.integer(length)] as number;
    return sum / length;
  });
  means.sort();
  return {
    value: values.reduce((sum, value) => sum + value, 0) / length,
    lower: means[Math.floor(RESAMPLES * 0.025)] as number,
    upper: means[Math.ceil(RESAMPLES * 0.975) - 1] as number,
  };
}
