import {
  type BgNbd,
  expectedPurchases,
  expectedPurchasesOfNewcomer,
  type Fit,
  figureOfFit,
  fitBgNbd,
} from "@kefu/retention";
import { dateOfDay } from "../orders/read-cells.ts";
import type { Days } from "../orders/sum-orders.ts";
import type { Calibration } from "./customer-study.ts";

/** A fit of BG/NBD and what it says beside the parameters. */
export type BgNbdFit = BgNbd & Fit<"r" | "alpha" | "a" | "b">;

/** Repeat purchases up to a day, as they came and as they were expected. */
interface TrackingRow {
  /** In weeks from the first day of the data. */
  readonly week: number;
  readonly actual: number;
  readonly expected: number;
  /** How sure the parameters make it; `null` where they lie at a boundary. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

/** A forecast made from the first part of the data, against the rest. */
export interface Forecast {
  readonly calibrationEnd: string;
  readonly fit: BgNbdFit;
  /** Customers who came before the calibration ended. */
  readonly customers: number;
  readonly holdOutFromWeek: number;
  readonly rows: readonly TrackingRow[];
  /** Days with a purchase in the hold-out. */
  readonly holdOut: { readonly actual: number; readonly expected: number };
}

/** Fits customers of the first half of the time, and holds what the model foretells against the second half. */
export function forecast(calibration: Calibration | null, days: Days): Forecast | null {
  if (calibration === null || calibration.seen.n === 0) return null;
  const [first, last] = days;
  const { seen, day } = calibration;
  const fit = fitBgNbd(seen);
  const expected = expectedPurchases(fit, seen, { horizon: (last - day) / 7 });
  return {
    calibrationEnd: dateOfDay(day),
    fit,
    customers: seen.n,
    holdOutFromWeek: (day - first) / 7,
    rows: trackingRows(calibration, fit, days),
    holdOut: {
      actual: sumOf(seen.holdout?.frequency ?? []),
      expected: sumOf(expected),
    },
  };
}

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
};

/** More points than this say no more. */
const POINTS = 80;

function trackingRows(
  { seen, repeats }: Calibration,
  fit: BgNbdFit,
  [first, last]: Days,
): TrackingRow[] {
  const newcomers = countsOf(seen.firstDay);
  const step = 7 * Math.max(1, Math.ceil((last - first) / 7 / POINTS));
  const count = Math.floor((last - first) / step);
  const known = expectations();
  let [actual, day] = [0, first - 1];
  return Array.from({ length: count }, (_, at) => {
    const until = first + (at + 1) * step;
    for (; day <= until; day++) actual += repeats.get(day) ?? 0;
    const { value, interval } = figureOfFit(fit, (model) => {
      let sum = 0;
      for (const [from, customers] of newcomers) {
        if (from < until) sum += customers * known(model, until - from);
      }
      return sum;
    });
    return { week: (until - first) / 7, actual, expected: value, interval };
  });
}

/** What a newcomer is expected to buy within so many days, each computed once for each model. */
function expectations(): (model: BgNbd, days: number) => number {
  const known = new Map<string, number[]>();
  let [last, list]: [BgNbd | undefined, number[]] = [undefined, []];
  return (model, days) => {
    if (model !== last) {
      const key = Object.values(model.parameters).join(" ");
      list = known.get(key) ?? [];
      known.set(key, list);
      last = model;
    }
    const value =
      list[days] ?? expectedPurchasesOfNewcomer(model, { horizon: days / model.unitDays });
    list[days] = value;
    return value;
  };
}

function countsOf(days: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
