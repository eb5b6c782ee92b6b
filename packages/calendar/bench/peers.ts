// What others offer for the same question, each written as its own documentation or a plain day loop has it. The libraries
// that read the zone of the process get it: the caller sets TZ before it imports this file.
import { createRequire } from "node:module";
import { TZDate } from "@date-fns/tz";
import { addDays, startOfDay } from "date-fns";
import dayjs from "dayjs";
import OpeningHours from "opening_hours";
import { Temporal } from "temporal-polyfill";

/** Working time of one desk; moments in milliseconds since the epoch. */
export interface Peer {
  readonly add?: (from: number, milliseconds: number) => number;
  readonly between?: (from: number, to: number) => number;
}

const require = createRequire(import.meta.url);

const ZONE = "America/New_York";

/** All peers, for a desk of Monday to Friday, 09 to 17 in New York, closed on these dates. */
export function peersFor(holidays: readonly string[]): Readonly<Record<string, Peer>> {
  const closed = new Set(holidays);
  return {
    "temporal-polyfill, day loop": dayLoop(temporalDays(closed)),
    "luxon, day loop": dayLoop(luxonDays(closed)),
    "date-fns + @date-fns/tz, day loop": dayLoop(dateFnsDays(closed)),
    "dayjs-business-time 1.0.4": dayjsBusinessTime(holidays),
    "moment-business-time 2.0.0": momentBusinessTime(holidays),
    "opening_hours 3.15.0": openingHours(holidays),
  };
}

/** Calls back with the open span of each day from the day of a moment on, until told to stop. */
type Days = (from: number, visit: (start: number, end: number) => boolean) => void;

function dayLoop(days: Days): Peer {
  return {
    add(from, milliseconds) {
      let left = milliseconds;
      let due = from;
      days(from, (start, end) => {
        const open = Math.max(0, end - Math.max(start, from));
        if (open >= left) due = Math.max(start, from) + left;
        left -= open;
        return left > 0;
      });
      return due;
    },
    between(from, to) {
      let sum = 0;
      days(from, (start, end) => {
        sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
        return end < to;
      });
      return sum;
    },
  };
}

function temporalDays(closed: ReadonlySet<string>): Days {
  const [opening, closing] = [Temporal.PlainTime.from("09:00"), Temporal.PlainTime.from("17:00")];
  return (from, visit) => {
    let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(ZONE).toPlainDate();
    for (; ; date = date.add({ days: 1 })) {
      if (date.dayOfWeek > 5 || closed.has(date.toString())) continue;
      const at = (plainTime: Temporal.PlainTime) =>
        date.toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds;
      if (!visit(at(opening), at(closing))) return;
    }
  };
}

/** The part of Luxon that is used here; it brings no types. */
interface LuxonMoment {
  readonly weekday: number;
  startOf(unit: "day"): LuxonMoment;
  plus(duration: { days: number }): LuxonMoment;
  set(fields: { hour: number }): LuxonMoment;
  toISODate(): string;
  toMillis(): number;
}

function luxonDays(closed: ReadonlySet<string>): Days {
  const {
    DateTime,
  }: { DateTime: { fromMillis(at: number, options: { zone: string }): LuxonMoment } } =
    require("luxon");
  return (from, visit) => {
    let date = DateTime.fromMillis(from, { zone: ZONE }).startOf("day");
    for (; ; date = date.plus({ days: 1 })) {
      if (date.weekday > 5 || closed.has(date.toISODate())) continue;
      if (!visit(date.set({ hour: 9 }).toMillis(), date.set({ hour: 17 }).toMillis())) return;
    }
  };
}

function dateFnsDays(closed: ReadonlySet<string>): Days {
  return (from, visit) => {
    let date = startOfDay(new TZDate(from, ZONE));
    for (; ; date = addDays(date, 1)) {
      const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
      const name = `${year}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      if (date.getDay() % 6 === 0 || closed.has(name)) continue;
      const at = (hour: number) => +new TZDate(year, month, day, hour, ZONE);
      if (!visit(at(9), at(17))) return;
    }
  };
}

interface BusinessDay {
  addBusinessTime(amount: number, unit: string): BusinessDay;
  businessTimeDiff(other: BusinessDay, unit: string): number;
  valueOf(): number;
}

function dayjsBusinessTime(holidays: readonly string[]): Peer {
  dayjs.extend(require("dayjs-business-time"));
  const plugin = dayjs as unknown as {
    (at: number): BusinessDay;
    setHolidays(dates: readonly string[]): void;
  };
  plugin.setHolidays(holidays);
  return {
    add: (from, milliseconds) => +plugin(from).addBusinessTime(milliseconds / 60_000, "minutes"),
    between: (from, to) => plugin(from).businessTimeDiff(plugin(to), "minutes") * 60_000,
  };
}

interface WorkingMoment {
  addWorkingTime(amount: number, unit: string): WorkingMoment;
  workingDiff(other: WorkingMoment, unit: string): number;
  valueOf(): number;
}

interface MomentBusinessTime {
  (at: number): WorkingMoment;
  updateLocale(locale: string, settings: object): void;
}

function momentBusinessTime(holidays: readonly string[]): Peer {
  const moment: MomentBusinessTime = require("moment-business-time");
  const hours = ["09:00:00", "17:00:00"];
  moment.updateLocale("en", {
    workinghours: { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null },
    holidays,
  });
  return {
    add: (from, milliseconds) => +moment(from).addWorkingTime(milliseconds / 60_000, "minutes"),
    between: (from, to) => moment(to).workingDiff(moment(from), "minutes") * 60_000,
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function openingHours(holidays: readonly string[]): Peer {
  const off = holidays.map((date) => {
    const [year, month, day] = date.split("-");
    return `${year} ${MONTHS[Number(month) - 1]} ${day} off`;
  });
  const desk = new OpeningHours(["Mo-Fr 09:00-17:00", ...off].join("; "), null);
  return {
    between: (from, to) => desk.getOpenDuration(new Date(from), new Date(to))[0],
  };
}
