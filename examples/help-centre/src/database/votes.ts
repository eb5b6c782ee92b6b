import { createHash } from "node:crypto";
import { parseInput } from "@kefu/core";
import { HelpfulnessVote } from "@kefu/faq";
import type { Database } from "./database.ts";

/** What a visitor said under "Did this help?". */
export interface Verdict {
  readonly entryId: string;
  readonly helpful: boolean;
  readonly reason: string;
}

/** Stands for a visit in what is kept for statistics: it does not lead back to the cookie. */
export function pseudonymOf(visit: string): string {
  return createHash("sha256").update(visit).digest("hex").slice(0, 32);
}

/** Keeps a vote; a later one of the same voter on the same revision replaces it. */
export async function saveVote(database: Database, vote: HelpfulnessVote): Promise<void> {
  const read = parseInput(HelpfulnessVote, "vote", vote);
  await database.query(
    `insert into helpfulness_votes (voter, entry_id, revision, at, vote) values ($1, $2, $3, $4, $5)
     on conflict (voter, entry_id, revision) do update set at = excluded.at, vote = excluded.vote`,
    [read.voter, read.entryId, read.revision, new Date(read.at), JSON.stringify(read)],
  );
}

/** All votes, oldest first. */
export async function allVotes(database: Database): Promise<HelpfulnessVote[]> {
  const rows = await database.query<{ vote: HelpfulnessVote }>(
    "select vote from helpfulness_votes order by at, voter, entry_id, revision",
  );
  return rows.map(({ vote }) => vote);
}

/** What a visitor said last of each entry. */
export async function verdictsOf(database: Database, visit: string): Promise<Verdict[]> {
  const rows = await database.query<{ vote: HelpfulnessVote }>(
    `select vote from (
       select distinct on (entry_id) vote, at from helpfulness_votes
       where voter = $1 order by entry_id, at desc, revision desc
     ) as last order by at`,
    [pseudonymOf(visit)],
  );
  return rows.map(({ vote: { entryId, vote, reason = "" } }) => ({
    entryId,
    helpful: vote === "yes",
    reason,
  }));
}

/** What a visitor said of a revision; nothing when they did not. */
export async function voteOn(
  database: Database,
  { visit, entryId, revision }: { visit: string; entryId: string; revision: number },
): Promise<Verdict | undefined> {
  const [row] = await database.query<{ vote: HelpfulnessVote }>(
    "select vote from helpfulness_votes where voter = $1 and entry_id = $2 and revision = $3",
    [pseudonymOf(visit), entryId, revision],
  );
  return row && { entryId, helpful: row.vote.vote === "yes", reason: row.vote.reason ?? "" };
}
