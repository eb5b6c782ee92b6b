import type { Instant } from "@kefu/core";
import type { Database } from "../database/database.ts";
import { eventsSince, type RecordedEvent } from "../database/search-events.ts";
import { type Period, periodStart } from "./search-history.ts";

/** What visits did in a period; with `earlier`, also in as many periods before it. */
export function readHistory(
  database: Database,
  period: Period,
  now: Instant,
  earlier = 0,
): Promise<RecordedEvent[]> {
  return eventsSince(database, periodStart(period, now, earlier));
}

/** How often each entry was opened. */
export function viewsIn(recorded: readonly RecordedEvent[]): Map<string, number> {
  const views = new Map<string, number>();
  for (const { event } of recorded) {
    if (event.type !== "opened") continue;
    views.set(event.entryId, (views.get(event.entryId) ?? 0) + 1);
  }
  return views;
}
