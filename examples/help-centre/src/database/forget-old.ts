import { type Instant, instant } from "@kefu/core";
import type { Database } from "./database.ts";

const DAY = 86_400_000;

/** How long what visitors did is kept, in days: by name for a ticket, without names for statistics. */
const KEPT_DAYS = { visits: 30, events: 400, votes: 730, phrasings: 730, customers: 730 } as const;

/** Forgets what is older; tickets keep what they were handed. */
export async function forgetOld(database: Database, now: Instant): Promise<void> {
  const before = (days: number) => [new Date(instant(now - days * DAY))];
  await database.query("delete from visits where started_at < $1", before(KEPT_DAYS.visits));
  await database.query("delete from search_events where at < $1", before(KEPT_DAYS.events));
  await database.query("delete from helpfulness_votes where at < $1", before(KEPT_DAYS.votes));
  await database.query("delete from phrasing_feedback where at < $1", before(KEPT_DAYS.phrasings));
  await database.query("delete from shop_customers where since < $1", before(KEPT_DAYS.customers));
}
