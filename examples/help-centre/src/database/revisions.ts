import { createHash } from "node:crypto";
import { type Instant, instant } from "@kefu/core";
import type { FaqEntry } from "@kefu/faq";
import type { Database } from "./database.ts";

/** Which text of an entry is shown, and since when. */
export interface EntryRevisionNumber {
  readonly revision: number;
  readonly since: Instant;
}

/**
 * The revision of each entry: its first text is revision 1, and a start with another text in the files begins the
 * next one. What readers said of an older text does not count for the new one.
 */
export async function numberRevisions(
  database: Database,
  entries: Iterable<FaqEntry>,
  at: Instant,
): Promise<Map<string, EntryRevisionNumber>> {
  const texts = [...entries].map((entry) => ({ id: entry.id, fingerprint: fingerprintOf(entry) }));
  await database.query(
    `insert into entry_revisions (entry_id, revision, fingerprint, since)
     select given.id, coalesce(last.revision, 0) + 1, given.fingerprint, $2
     from json_to_recordset($1::json) as given (id text, fingerprint text)
     left join lateral (
       select revision, fingerprint from entry_revisions
       where entry_id = given.id order by revision desc limit 1
     ) as last on true
     where last.fingerprint is distinct from given.fingerprint
     on conflict do nothing`,
    [JSON.stringify(texts), new Date(at)],
  );
  const rows = await database.query<{ id: string; revision: number; since: Date }>(
    `select distinct on (entry_id) entry_id as id, revision, since from entry_revisions
     order by entry_id, revision desc`,
  );
  return new Map(rows.map(({ id, revision, since }) => [id, { revision, since: instant(since) }]));
}

/** The numbers under which the texts of an entry were shown, by their fingerprint. */
export async function shownRevisions(
  database: Database,
  entryId: string,
): Promise<{ revision: number; fingerprint: string }[]> {
  return database.query(
    "select revision, fingerprint from entry_revisions where entry_id = $1 order by revision",
    [entryId],
  );
}

/** Of what a reader sees; other ways of asking and tags may change without a new revision. */
export function fingerprintOf({ question, answer }: Pick<FaqEntry, "question" | "answer">): string {
  return createHash("sha256")
    .update(JSON.stringify([question, answer]))
    .digest("hex")
    .slice(0, 32);
}
