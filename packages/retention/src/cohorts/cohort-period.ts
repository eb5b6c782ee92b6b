import type { LocalDate } from "@kefu/core";
import { dateOf } from "../histories/day-number.ts";

/** How time is cut into periods. Weeks begin on Monday, as in ISO 8601. */
export type CohortPeriod = "day" | "week" | "month" | "quarter" | "year";

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Which period a day lies in, counted without gaps. */
export function periodOf(day: number, period: CohortPeriod): number {
  if (period === "day") return day;
  // 1970-01-01 was a Thursday.
  if (period === "week") return Math.floor((day + 3) / 7);
  const date = new Date(day * 86_400_000);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / MONTHS[period]);
}

/** The first day of a period. */
export function startOf(index: number, period: CohortPeriod): number {
  if (period === "day") return index;
  if (period === "week") return index * 7 - 3;
  const months = index * MONTHS[period];
  const start = new Date(0);
  start.setUTCFullYear(Math.floor(months / 12), months % 12, 1);
  return start.getTime() / 86_400_000;
}

/** How a period is called: `"2026-11"`, `"2026-Q4"`, `"2026"`; a week by its Monday. */
export function nameOf(index: number, period: CohortPeriod): string {
  const date: LocalDate = dateOf(startOf(index, period));
  if (period === "quarter") return `${date.slice(0, 4)}-Q${(index % 4) + 1}`;
  return date.slice(0, { day: 10, week: 10, month: 7, year: 4 }[period]);
}
