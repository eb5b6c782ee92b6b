// A second, independent reading of calendar policies: asks Intl for the wall clock of every single minute.
// Slow on purpose, and knows nothing of the package's sources but their types.
import type { CalendarPolicyInput } from "../src/index.ts";

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

type Windows = readonly (readonly [string, string])[];

/** The minutes of a stretch of time, each open or closed. */
export interface Minutes {
  readonly from: number;
  readonly open: readonly boolean[];
}

/** Steps through `[from, to)`; both on whole minutes. */
export function stepThrough(policy: CalendarPolicyInput, from: number, to: number): Minutes {
  const clock = new Intl.DateTimeFormat("en-CA", {
    timeZone: policy.timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const open: boolean[] = [];
  for (let at = from; at < to; at += MINUTE) {
    const [date = "", time = ""] = clock.format(at).split(", ");
    open.push(isOpenAt(policy, date, minuteOfDay(time)));
  }
  return { from, open };
}

/** Open milliseconds of two stepped-through moments. */
export function openBetween(minutes: Minutes, from: number, to: number): number {
  let sum = 0;
  minutes.open.forEach((isOpen, i) => {
    const start = minutes.from + i * MINUTE;
    if (isOpen) sum += Math.max(0, Math.min(to, start + MINUTE) - Math.max(from, start));
  });
  return sum;
}

/** The first moment from `at` on with that much open time since, or nothing within the minutes. */
export function firstWith(minutes: Minutes, at: number, amount: number): number | null {
  let left = amount;
  for (const [i, isOpen] of minutes.open.entries()) {
    const start = Math.max(at, minutes.from + i * MINUTE);
    const end = minutes.from + (i + 1) * MINUTE;
    if (!isOpen || end <= start) continue;
    if (end - start >= left) return start + left;
    left -= end - start;
  }
  return null;
}

/** The last moment up to `at` with that much open time until then, or nothing within the minutes. */
export function lastWith(minutes: Minutes, at: number, amount: number): number | null {
  let left = amount;
  for (let i = minutes.open.length - 1; i >= 0; i--) {
    const start = minutes.from + i * MINUTE;
    const end = Math.min(at, start + MINUTE);
    if (!minutes.open[i] || end <= start) continue;
    if (end - start >= left) return end - left;
    left -= end - start;
  }
  return null;
}

/** The moments at which it opens and at which it closes. */
export function changes({ from, open }: Minutes): { openings: number[]; closings: number[] } {
  const openings: number[] = [];
  const closings: number[] = [];
  for (let i = 1; i < open.length; i++) {
    if (open[i] && !open[i - 1]) openings.push(from + i * MINUTE);
    if (!open[i] && open[i - 1]) closings.push(from + i * MINUTE);
  }
  return { openings, closings };
}

function isOpenAt(policy: CalendarPolicyInput, date: string, minute: number): boolean {
  const yesterday = dayBefore(date);
  if (isHoliday(policy, date) && policy.closureScope !== "shift") return false;
  if (covers(policy.breaks, date, minute)) return false;
  if (covers(policy.breaks, yesterday, minute + DAY_MINUTES)) return false;
  const today = !isHoliday(policy, date) && within(windowsOf(policy, date), minute);
  return (
    today ||
    (!isHoliday(policy, yesterday) && within(windowsOf(policy, yesterday), minute + DAY_MINUTES))
  );
}

function windowsOf({ dates = {}, weekly }: CalendarPolicyInput, date: string): Windows {
  const weekday = DAYS[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? "sun";
  return dates[date] ?? dates[everyYear(date)] ?? weekly[weekday] ?? weekly.daily ?? [];
}

function covers(
  book: Readonly<Record<string, Windows>> | undefined,
  date: string,
  minute: number,
): boolean {
  return within(book?.[date] ?? book?.[everyYear(date)] ?? [], minute);
}

function isHoliday({ holidays = [] }: CalendarPolicyInput, date: string): boolean {
  return holidays.includes(date) || holidays.includes(everyYear(date));
}

function within(windows: Windows, minute: number): boolean {
  return windows.some(([start, end]) => {
    const [from, to] = [minuteOfDay(start), minuteOfDay(end)];
    return from <= minute && minute < (to <= from ? to + DAY_MINUTES : to);
  });
}

const everyYear = (date: string): string => `*${date.slice(4)}`;

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) - DAY_MINUTES * MINUTE).toISOString().slice(0, 10);

function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
