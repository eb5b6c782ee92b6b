import { type Interval, wilsonInterval } from "@kefu/core";

/** How often something happened where it could have. */
export interface CountedShare {
  /** How often it happened. */
  readonly count: number;
  /** How often it could have. */
  readonly of: number;
  /** The share, 0 to 1; `null` where it could not have happened, which is not the same as never. */
  readonly share: number | null;
  /** The 95 % interval of the true share, after Wilson (1927). */
  readonly interval: Interval;
}

/** How often something happened, with its interval. */
export function countedShare(count: number, of: number): CountedShare {
  const share = of === 0 ? null : count / of;
  return { count, of, share, interval: wilsonInterval(count, of) };
}
