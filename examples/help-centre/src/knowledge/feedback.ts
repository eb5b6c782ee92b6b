import { accumulate, type Instant } from "@kefu/core";
import { type EntryHelpfulness, type HelpfulnessVote, helpfulness } from "@kefu/faq";
import type { Database } from "../database/database.ts";
import { type EntryRevisionNumber, numberRevisions } from "../database/revisions.ts";
import { allVotes, saveVote } from "../database/votes.ts";
import type { Knowledge } from "./knowledge.ts";

/** An old vote tells less: after three months it weighs half. */
const HALF_LIFE_DAYS = 90;

/** What readers say of answers: kept in the database, summed up in memory. */
export interface Feedback {
  /** The revision of an entry that is shown now. */
  readonly revisionOf: (entryId: string) => EntryRevisionNumber;
  /** Keeps a vote and counts it. */
  readonly vote: (vote: HelpfulnessVote) => Promise<void>;
  /** What readers say of the revisions that are shown now, by entry; only entries that anyone voted on. */
  readonly helpfulness: (at: Instant) => ReadonlyMap<string, EntryHelpfulness>;
}

/** Numbers the revisions and counts the votes that the database holds. */
export async function openFeedback(
  database: Database,
  knowledge: Knowledge,
  at: Instant,
): Promise<Feedback> {
  const revisions = await numberRevisions(database, knowledge.entries.values(), at);
  const revisionOf = (entryId: string) => revisions.get(entryId) ?? { revision: 1, since: at };
  // Which votes are kept does not depend on the policy's moment; how they weigh does.
  const votesAt = (moment: Instant) => helpfulness({ at: moment, halfLifeDays: HALF_LIFE_DAYS });
  let sum = accumulate(votesAt(at), await allVotes(database));
  return {
    revisionOf,
    vote: async (vote) => {
      await saveVote(database, vote);
      sum = votesAt(vote.at as Instant).add(sum, vote);
    },
    helpfulness: (moment) =>
      new Map(
        votesAt(moment)
          .finish(sum)
          .filter(({ entryId, revision }) => revisionOf(entryId).revision === revision)
          .map((row) => [row.entryId, row]),
      ),
  };
}
