import { type Instant, instant } from "@kefu/core";
import type { DecisionTreeChoice, FaqHandOffPacket } from "@kefu/faq";
import type { Database } from "./database.ts";

/** Something that a visitor did before asking a person. */
export interface VisitStep {
  readonly at: Instant;
  /** `declined`: none of the answers was meant that a search asked back about. */
  readonly kind: "searched" | "read" | "walked" | "declined";
  /** What was searched for; for a read entry, the search that led to it. Empty when there was none. */
  readonly query: string;
  /** Empty for a search. */
  readonly entryId: string;
  /** How the search ended: `answer`, `clarify` or `handOff`; empty for a read entry. */
  readonly outcome: string;
  readonly detail: StepDetail;
}

/** What else a ticket hands over of a step. */
interface StepDetail {
  /** What a search came to, and what became of each of its words. */
  readonly packet?: FaqHandOffPacket;
  /** The entries that were offered when asking back. */
  readonly choices?: readonly string[];
  /** The way through a decision tree. */
  readonly path?: readonly DecisionTreeChoice[];
  /** Whether the way ended with "ask a person". */
  readonly handOff?: boolean;
}

/** More steps than this say nothing new; keeps what one browser can store within bounds. */
const MAX_STEPS = 200;

/** Keeps a step, unless it repeats the one before, as reloading a page does. A walk goes on in its own step. */
export async function recordStep(
  database: Database,
  visit: string,
  step: VisitStep,
): Promise<void> {
  const { at, kind, query, entryId, outcome, detail } = step;
  await ensureVisit(database, visit, at);
  const repeated = await database.query(
    `update visit_steps set detail = $5 where id = (
       select id from (
         select id, kind, query, entry_id from visit_steps where visit_key = $1 order by id desc limit 1
       ) as last
       where last.kind = $2 and last.query = $3 and last.entry_id = $4
     ) returning id`,
    [visit, kind, query, entryId, JSON.stringify(detail)],
  );
  if (repeated.length > 0) return;
  await database.query(
    `insert into visit_steps (visit_key, at, kind, query, entry_id, outcome, detail)
     select $1, $2, $3, $4, $5, $6, $7
     where (select count(*) from visit_steps where visit_key = $1) < ${MAX_STEPS}`,
    [visit, new Date(at), kind, query, entryId, outcome, JSON.stringify(detail)],
  );
}

export async function stepsOf(database: Database, visit: string): Promise<VisitStep[]> {
  const rows = await database.query<Omit<VisitStep, "at"> & { at: Date }>(
    `select at, kind, query, entry_id as "entryId", outcome, detail
     from visit_steps where visit_key = $1 order by id`,
    [visit],
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** The entries that most visitors read since a moment and how many did, most read first. */
export function mostRead(
  database: Database,
  since: Instant,
  limit: number,
): Promise<{ entryId: string; readers: number }[]> {
  return database.query(
    `select entry_id as "entryId", count(distinct visit_key)::int as readers
     from visit_steps where kind = 'read' and at >= $1
     group by entry_id order by readers desc, entry_id limit $2`,
    [new Date(since), limit],
  );
}

async function ensureVisit(database: Database, visit: string, at: Instant): Promise<void> {
  await database.query(
    "insert into visits (key, started_at) values ($1, $2) on conflict (key) do nothing",
    [visit, new Date(at)],
  );
}
