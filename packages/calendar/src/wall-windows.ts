import { type CalendarPolicy, windowSpan } from "./calendar-policy.ts";
import { appendSpan, combineSpans, firstOnly, type Spans } from "./spans.ts";
import { DAY } from "./supported-years.ts";
import { dayNumber } from "./wall-clock.ts";

/**
 * How much of a policy is looked at: all of it, all but its breaks, or the bare plan without breaks and
 * closed dates. The difference between two of them explains why a moment is closed.
 */
export type Layer = "open" | "unbroken" | "planned";

const WHOLE_DAY: Spans = [0, DAY];
const NOTHING: Spans = [];

/** What is said of exact dates, by day number, and of dates of every year, by month and day. */
interface DateBook<T> {
  readonly exact: ReadonlyMap<number, T>;
  readonly yearly: ReadonlyMap<number, T>;
}

/** A policy made ready for going through its days. */
export interface DayPlan {
  /** From Sunday on; milliseconds from midnight. */
  readonly weekly: readonly Spans[];
  readonly dates: DateBook<Spans>;
  readonly holidays: DateBook<true>;
  readonly breaks: DateBook<Spans>;
  readonly closesWholeDate: boolean;
}

/** Reads a policy into a plan. */
export function planDays(policy: CalendarPolicy): DayPlan {
  const { daily, sun, mon, tue, wed, thu, fri, sat } = policy.weekly;
  const week = [sun, mon, tue, wed, thu, fri, sat];
  const holidays = policy.holidays ?? [];
  return {
    weekly: week.map((windows) => spansOf(windows ?? daily ?? [])),
    dates: windowBook(policy.dates),
    holidays: bookOf(holidays.map((pattern) => [pattern, true])),
    breaks: windowBook(policy.breaks),
    closesWholeDate: policy.closureScope === "date",
  };
}

/**
 * When the plan is open on the wall calendar, for all days that can reach into `[from, to)`; readings as if
 * they were UTC.
 */
export function wallWindows(plan: DayPlan, layer: Layer, from: number, to: number): Spans {
  const open: number[] = [];
  const closed: number[] = [];
  for (let day = Math.floor(from / DAY) - 1; day * DAY < to; day++) {
    const isHoliday = layer !== "planned" && entryOn(plan.holidays, day) === true;
    if (!isHoliday) appendDay(open, day, windowsOn(plan, layer, day));
    else if (plan.closesWholeDate) appendDay(closed, day, WHOLE_DAY);
    if (layer === "open") appendDay(closed, day, entryOn(plan.breaks, day) ?? NOTHING);
  }
  return closed.length === 0 ? open : combineSpans(open, closed, firstOnly);
}

function windowsOn(plan: DayPlan, layer: Layer, day: number): Spans {
  const weekly = plan.weekly[(((day + 4) % 7) + 7) % 7] as Spans;
  const dated = entryOn(plan.dates, day);
  // A date with no windows at all is a closed date by another name.
  const isClosed = layer === "planned" && dated?.length === 0;
  return dated === undefined || isClosed ? weekly : dated;
}

function appendDay(spans: number[], day: number, windows: Spans): void {
  for (let i = 0; i < windows.length; i += 2) {
    appendSpan(spans, day * DAY + (windows[i] as number), day * DAY + (windows[i + 1] as number));
  }
}

function entryOn<T>({ exact, yearly }: DateBook<T>, day: number): T | undefined {
  const entry = exact.get(day);
  if (entry !== undefined || yearly.size === 0) return entry;
  return yearly.get(monthDay(day));
}

/** Month and day in one number, the same every year. */
function monthDay(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCMonth() * 32 + date.getUTCDate();
}

type Windows = readonly (readonly [string, string])[];

function windowBook(windows: Readonly<Record<string, Windows>> = {}): DateBook<Spans> {
  return bookOf(Object.entries(windows).map(([pattern, list]) => [pattern, spansOf(list)]));
}

function bookOf<T>(entries: readonly (readonly [string, T])[]): DateBook<T> {
  const exact = new Map<number, T>();
  const yearly = new Map<number, T>();
  for (const [pattern, entry] of entries) {
    if (pattern.startsWith("*")) yearly.set(monthDay(dayNumber(`2000${pattern.slice(1)}`)), entry);
    else exact.set(dayNumber(pattern), entry);
  }
  return { exact, yearly };
}

function spansOf(windows: Windows): Spans {
  return windows
    .map(windowSpan)
    .sort(([a], [b]) => a - b)
    .flat();
}
