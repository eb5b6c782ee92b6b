import { accumulate } from "@kefu/core";
import {
  kaplanMeier,
  type LifetimeInput,
  type LogRankTest,
  lifetimes,
  logRank,
  type SurvivalCurve,
  survivalAt,
} from "@kefu/retention";
import type { Waits } from "./waits.ts";

/** Customers by the size of their first order. */
export interface SecondPurchase {
  /** Below this, a first order is small: the median. */
  readonly splitMinor: number;
  readonly small: SurvivalCurve;
  readonly large: SurvivalCurve;
  readonly all: SurvivalCurve;
  /** Whether the two differ by more than chance; `null` where there are no two. */
  readonly test: LogRankTest | null;
  /** Which share has bought again within so many days; `null` where the data do not reach. */
  readonly boughtAgain: readonly { readonly days: number; readonly share: number | null }[];
}

/**
 * How long customers take to their second purchase, an event that is seen. The last purchase is none: without contract
 * nobody says that he leaves, and whoever bought last year may come back tomorrow.
 */
export function secondPurchase(waits: Waits): SecondPurchase {
  const firsts = waits.firstMinor.toSorted();
  const splitMinor = firsts[Math.floor(firsts.length / 2)] ?? 0;
  const sumOf = (isOne: (firstMinor: number) => boolean) =>
    accumulate(lifetimes, tallied(waits, isOne));
  const [small, large] = [
    sumOf((firstMinor) => firstMinor < splitMinor),
    sumOf((firstMinor) => firstMinor >= splitMinor),
  ];
  const all = kaplanMeier(lifetimes.merge(small, large));
  const isSplit = small.runs.length > 0 && large.runs.length > 0;
  return {
    splitMinor,
    small: kaplanMeier(small),
    large: kaplanMeier(large),
    all,
    test: isSplit ? logRank({ small, large }) : null,
    boughtAgain: [30, 90, 180, 365].map((days) => {
      const share = survivalAt(all, days);
      return { days, share: share === null ? null : 1 - share };
    }),
  };
}

/** Customers alike once, with their count. */
function tallied(
  { days, ended, firstMinor }: Waits,
  isOne: (firstMinor: number) => boolean,
): LifetimeInput[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < days.length; at++) {
    if (!isOne(firstMinor[at] as number)) continue;
    const key = 2 * (days[at] as number) + (ended[at] as number);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ time: key >> 1, ended: key % 2 === 1, count }));
}
