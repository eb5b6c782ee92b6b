/** Both ends of an interval for a share, 0 to 1. */
export interface ShareInterval {
  /** The lowest share that goes with what was counted. */
  readonly lower: number;
  /** The highest share that goes with what was counted. */
  readonly upper: number;
}

/** The 97.5 % quantile of the normal distribution: 95 % of the intervals hold the true share. */
const DEVIATIONS = 1.959963984540054;

/**
 * Wilson's score interval at 95 %. Unlike the usual one it stays within 0 and 1 and says little when little was
 * counted; without any count it is 0 to 1.
 *
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, p. 209–212
 */
export function wilsonInterval(share: number, trials: number): ShareInterval {
  if (trials <= 0) return { lower: 0, upper: 1 };
  const spread = DEVIATIONS ** 2 / trials;
  const middle = share + spread / 2;
  const half = Math.sqrt(spread * (share * (1 - share) + spread / 4));
  const [lower, upper] = [(middle - half) / (1 + spread), (middle + half) / (1 + spread)];
  return { lower: share <= 0 ? 0 : Math.max(0, lower), upper: share >= 1 ? 1 : Math.min(1, upper) };
}

/** How often something happened where it could have. */
export interface CountedShare {
  /** How often it happened. */
  readonly count: number;
  /** How often it could have. */
  readonly of: number;
  /** The share, 0 to 1; `null` where it could not have happened, which is not the same as never. */
  readonly share: number | null;
  /** The 95 % interval of the true share, after Wilson (1927). */
  readonly interval: ShareInterval;
}

/** How often something happened, with its interval. */
export function countedShare(count: number, of: number): CountedShare {
  const share = of === 0 ? null : count / of;
  return { count, of, share, interval: wilsonInterval(share ?? 0, of) };
}
