import { type Instant, instant } from "@kefu/core";
import type { Database } from "./database.ts";

/** Something that a visitor did before asking a person. */
export interface VisitStep {
  readonly at: Instant;
  readonly kind: "searched" | "read";
  /** What was searched for; for a read entry, the search that led to it. Empty when there was none. */
  readonly query: string;
  /** Empty for a search. */
  readonly entryId: string;
  /** How the search ended: `answer`, `clarify` or `handOff`; empty for a read entry. */
  readonly outcome: string;
}

/** More steps than this say nothing new; keeps what one browser can store within bounds. */
const MAX_STEPS = 200;

/** Keeps a step, unless it repeats the one before, as reloading a page does. */
export async function recordStep(
  database: Database,
  visit: string,
  step: VisitStep,
): Promise<void> {
  const { at, kind, query, entryId, outcome } = step;
  await ensureVisit(database, visit, at);
  await database.query(
    `insert into visit_steps (visit_key, at, kind, query, entry_id, outcome)
     select $1, $2, $3, $4, $5, $6
     where (select count(*) from visit_steps where visit_key = $1) < ${MAX_STEPS}
     and not exists (
       select 1 from (
         select kind, query, entry_id from visit_steps where visit_key = $1 order by id desc limit 1
       ) as last
       where last.kind = $3 and last.query = $4 and last.entry_id = $5
     )`,
    [visit, new Date(at), kind, query, entryId, outcome],
  );
}

export async function stepsOf(database: Database, visit: string): Promise<VisitStep[]> {
  const rows = await database.query<Omit<VisitStep, "at"> & { at: Date }>(
    `select at, kind, query, entry_id as "entryId", outcome
     from visit_steps where visit_key = $1 order by id`,
    [visit],
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** The entries that most visitors read since a moment, most read first. */
export async function mostRead(database: Database, since: Instant, limit: number) {
  const rows = await database.query<{ entryId: string }>(
    `select entry_id as "entryId" from visit_steps where kind = 'read' and at >= $1
     group by entry_id order by count(distinct visit_key) desc, entry_id limit $2`,
    [new Date(since), limit],
  );
  return rows.map(({ entryId }) => entryId);
}

/** Forgets the visits that began before a moment; their tickets keep what they were handed. */
export async function forgetVisits(database: Database, before: Instant): Promise<void> {
  await database.query("delete from visits where started_at < $1", [new Date(before)]);
}

async function ensureVisit(database: Database, visit: string, at: Instant): Promise<void> {
  await database.query(
    "insert into visits (key, started_at) values ($1, $2) on conflict (key) do nothing",
    [visit, new Date(at)],
  );
}
