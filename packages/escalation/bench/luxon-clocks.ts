// The same clocks as hand-written loops over the days of a luxon calendar: what a shop would write itself.
import { createRequire } from "node:module";

interface LuxonMoment {
  readonly weekday: number;
  startOf(unit: "day"): LuxonMoment;
  plus(amount: { days: number }): LuxonMoment;
  set(values: { hour: number }): LuxonMoment;
  toISODate(): string | null;
  toMillis(): number;
}

const {
  DateTime,
}: { DateTime: { fromMillis(at: number, options: { zone: string }): LuxonMoment } } = createRequire(
  import.meta.url,
)("luxon");

/** A desk that is open from one hour to another on weekdays. */
export interface LoopDesk {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly holidays: ReadonlySet<string>;
}

/** The moment at which so much open time is used up, day by day. */
export function addOpenTime(desk: LoopDesk, start: number, milliseconds: number): number {
  let left = milliseconds;
  for (let day = DateTime.fromMillis(start, { zone: desk.zone }).startOf("day"); ; ) {
    if (day.weekday < 6 && !desk.holidays.has(day.toISODate() ?? "")) {
      const opening = Math.max(start, day.set({ hour: desk.from }).toMillis());
      const closing = day.set({ hour: desk.to }).toMillis();
      if (opening + left <= closing) return opening + left;
      left -= Math.max(0, closing - opening);
    }
    day = day.plus({ days: 1 });
  }
}

/** All moments on the way of a ticket's clocks. */
export function momentsOf(
  desk: LoopDesk,
  openedAt: number,
  budgets: readonly number[],
  ratios: readonly number[],
): readonly number[] {
  return budgets.flatMap((budget) =>
    ratios.map((ratio) => addOpenTime(desk, openedAt, budget * ratio)),
  );
}
