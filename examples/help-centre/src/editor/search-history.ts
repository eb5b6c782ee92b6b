import { localDateOf, localToInstant } from "@kefu/calendar";
import { accumulate, type Instant } from "@kefu/core";
import { type SearchEvent, type SearchReport, searchAnalytics } from "@kefu/faq";
import { DESK_ZONE } from "../desk/desk-hours.ts";

const DAY = 86_400_000;

/** The spans that an editor looks at: how many days back, and how many days each point of a chart stands for. */
export const PERIODS = {
  fourWeeks: { days: 28, stepDays: 1 },
  twelveWeeks: { days: 84, stepDays: 7 },
} as const;
export type Period = keyof typeof PERIODS;

/** What happened in one step of a period. */
interface Step {
  /** The moment at which its first day begins at the desk. */
  readonly from: Instant;
  readonly report: SearchReport;
}

/** What customers did in a period, and in the one of the same length before it. */
export interface SearchHistory {
  readonly steps: readonly Step[];
  readonly whole: SearchReport;
  readonly before: SearchReport;
}

/** The first moment of a period that ends with today, and so many periods earlier. */
export function periodStart(period: Period, now: Instant, earlier = 0): Instant {
  const { days } = PERIODS[period];
  return dayStart(now, days * (earlier + 1) - 1);
}

/** Sums up visits; a visit belongs to the day on which it began. */
export function searchHistory(
  events: readonly SearchEvent[],
  period: Period,
  now: Instant,
): SearchHistory {
  const { days, stepDays } = PERIODS[period];
  const count = days / stepDays;
  const edges = Array.from({ length: count + 1 }, (_, step) =>
    dayStart(now, days - 1 - step * stepDays),
  );
  const [first] = edges as [Instant, ...Instant[]];
  const previous = periodStart(period, now, 1);
  const visits = [...visitsIn(events).values()];
  const during = (from: Instant, until: Instant) =>
    reportOn(visits.filter(({ began }) => began >= from && began < until));
  return {
    steps: edges
      .slice(0, count)
      .map((from, at) => ({ from, report: during(from, edges[at + 1] as Instant) })),
    whole: during(first, edges[count] as Instant),
    before: during(previous, first),
  };
}

interface Visit {
  began: Instant;
  readonly events: SearchEvent[];
}

function visitsIn(events: readonly SearchEvent[]): Map<string, Visit> {
  const visits = new Map<string, Visit>();
  for (const event of events) {
    const visit = visits.get(event.sessionId) ?? { began: event.at, events: [] };
    visit.events.push(event);
    if (event.at < visit.began) visit.began = event.at;
    visits.set(event.sessionId, visit);
  }
  return visits;
}

function reportOn(visits: readonly Visit[]): SearchReport {
  const analytics = searchAnalytics();
  const events = visits.flatMap((visit) => visit.events);
  return analytics.finish(accumulate(analytics, events));
}

/** When the day began at the desk that lies so many days before today; the calendar counts, not hours of the clock. */
function dayStart(now: Instant, daysAgo: number): Instant {
  const today = localDateOf(DESK_ZONE, now);
  const day = new Date(Date.parse(`${today}T00:00:00Z`) - daysAgo * DAY).toISOString();
  return localToInstant(DESK_ZONE, day.slice(0, 10), "00:00");
}
