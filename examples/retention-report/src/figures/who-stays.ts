import { accumulate } from "@kefu/core";
import {
  type HistorySum,
  kaplanMeier,
  type LifetimeInput,
  type LogRankTest,
  lifetimes,
  logRank,
  type SurvivalCurve,
  survivalAt,
} from "@kefu/retention";

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
export function secondPurchase(histories: HistorySum, lastDay: number): SecondPurchase {
  const waits = histories.runs.flat().flatMap(([, days]) => waitOf(days, lastDay) ?? []);
  const firsts = waits.map(({ firstMinor }) => firstMinor).sort((one, other) => one - other);
  const splitMinor = firsts[Math.floor(firsts.length / 2)] ?? 0;
  const sumOf = (which: (wait: Wait) => boolean) =>
    accumulate(lifetimes, tallied(waits.filter(which)));
  const [small, large] = [
    sumOf(({ firstMinor }) => firstMinor < splitMinor),
    sumOf(({ firstMinor }) => firstMinor >= splitMinor),
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

interface Wait {
  readonly time: number;
  readonly ended: boolean;
  readonly firstMinor: number;
}

/** From the first day with a purchase to the second, or to the last day of the data. Returns are no purchases. */
function waitOf(days: readonly number[], lastDay: number): Wait | undefined {
  let first: { readonly day: number; readonly minor: number } | undefined;
  for (let at = 0; at < days.length; at += 3) {
    const key = days[at] as number;
    if (key % 2 !== 0) continue;
    const day = key / 2;
    if (first !== undefined) return { time: day - first.day, ended: true, firstMinor: first.minor };
    first = { day, minor: days[at + 2] as number };
  }
  return first && { time: lastDay - first.day, ended: false, firstMinor: first.minor };
}

/** Customers alike once, with their count. */
function tallied(waits: readonly Wait[]): LifetimeInput[] {
  const counts = new Map<number, number>();
  for (const { time, ended } of waits) {
    const key = 2 * time + Number(ended);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ time: key >> 1, ended: key % 2 === 1, count }));
}
