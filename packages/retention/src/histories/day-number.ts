import type { LocalDate } from "@kefu/core";

/** Days before the first of each month of a year that begins in March. */
const BEFORE = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337, 366];

/**
 * How many days a date lies after 1970-01-01; `undefined` for what is no date of the calendar. By hand, because millions of
 * rows go through it.
 */
export function dayOf(date: unknown): number | undefined {
  if (typeof date !== "string" || !isSpelt(date)) return undefined;
  const year = digits(date, 0) * 100 + digits(date, 2);
  const month = digits(date, 5);
  const day = digits(date, 8);
  // NaN, from what is no digit, fails these comparisons.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  const fromMarch = (month + 9) % 12;
  const before = BEFORE[fromMarch] as number;
  const beyond = (BEFORE[fromMarch + 1] as number) - (month === 2 && !isLeap(year) ? 1 : 0);
  if (before + day > beyond) return undefined;
  const years = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + before + day - 719_469;
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const isSpelt = (date: string) =>
  date.length === 10 && date.charCodeAt(4) === 45 && date.charCodeAt(7) === 45;

/** The date that lies so many days after 1970-01-01. */
export function dateOf(day: number): LocalDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}

/** Two decimal digits as a number. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
