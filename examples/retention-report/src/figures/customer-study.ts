import {
  type CohortTable,
  type CustomerHistories,
  cohorts,
  customerHistories,
  type HistorySum,
} from "@kefu/retention";
import { dateOfDay } from "../orders/read-cells.ts";
import type { Days } from "../orders/sum-orders.ts";
import { joinHistories } from "./join-histories.ts";
import { joinWaits, purchaseFrom, type Waits, waitsOf } from "./waits.ts";

/** All that figures are made of. The days of each customer are no longer in it. */
export interface CustomerStudy {
  readonly days: Days;
  /** Up to the last day. */
  readonly seen: CustomerHistories;
  readonly waits: Waits;
  readonly cohorts: CohortTable;
  /** What a forecast may see, and what came of it; `null` where the calibration ends with the data. */
  readonly calibration: Calibration | null;
}

/** The first part of the data, and what the rest of them tells of it. */
export interface Calibration {
  readonly day: number;
  readonly seen: CustomerHistories;
  /** On each day, how many customers bought again who had come before the calibration ended. */
  readonly repeats: ReadonlyMap<number, number>;
}

/**
 * Takes what figures need out of histories, part by part: those of one part, a few megabytes, are all that has to be in memory
 * besides some numbers for each customer.
 */
export async function studyCustomers(
  parts: Iterable<HistorySum> | AsyncIterable<HistorySum>,
  days: Days,
  calibrationDay: number,
): Promise<CustomerStudy> {
  const [first, last] = days;
  const holdoutEnd = dateOfDay(last);
  const all = customerHistories({ calibrationEnd: holdoutEnd });
  const early =
    calibrationDay < last
      ? customerHistories({ calibrationEnd: dateOfDay(calibrationDay), holdoutEnd })
      : undefined;
  const table = cohorts({ asOf: holdoutEnd, period: periodOf(last - first) });
  let cohortSum = table.create();
  const [seen, seenEarly]: [CustomerHistories[], CustomerHistories[]] = [[], []];
  const waits: Waits[] = [];
  const repeats = new Map<number, number>();
  for await (const histories of parts) {
    seen.push(all.finish(histories));
    waits.push(waitsOf(histories, last));
    cohortSum = table.addHistories(cohortSum, histories);
    if (early !== undefined) {
      seenEarly.push(early.finish(histories));
      countRepeats(repeats, histories, calibrationDay);
    }
  }
  return {
    days,
    seen: joinHistories(seen),
    waits: joinWaits(waits),
    cohorts: table.finish(cohortSum),
    calibration:
      early === undefined ? null : { day: calibrationDay, seen: joinHistories(seenEarly), repeats },
  };
}

/** So many periods still fit into a picture that is read. */
const PERIODS = 24;

function periodOf(days: number): "month" | "quarter" | "year" {
  const months = days / 30.4;
  if (months <= PERIODS) return "month";
  return months <= 3 * PERIODS ? "quarter" : "year";
}

function countRepeats(
  repeats: Map<number, number>,
  { runs }: HistorySum,
  calibrationDay: number,
): void {
  for (const [, days] of runs.flat()) {
    const first = purchaseFrom(days, 0);
    if (!((days[first] as number) <= 2 * calibrationDay)) continue;
    let at = purchaseFrom(days, first + 3);
    for (; at < days.length; at = purchaseFrom(days, at + 3)) {
      const day = (days[at] as number) / 2;
      repeats.set(day, (repeats.get(day) ?? 0) + 1);
    }
  }
}
