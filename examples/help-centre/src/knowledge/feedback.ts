import { accumulate, type Instant } from "@kefu/core";
import {
  confirmedPhrasings,
  type EntryHelpfulness,
  type FaqEntry,
  type HelpfulnessVote,
  helpfulness,
  type PhrasingFeedback,
} from "@kefu/faq";
import type { Database } from "../database/database.ts";
import { allPhrasings, savePhrasing } from "../database/phrasings.ts";
import { type EntryRevisionNumber, numberRevisions } from "../database/revisions.ts";
import { allVotes, saveVote } from "../database/votes.ts";
import type { Knowledge } from "./knowledge.ts";

/** An old vote tells less: after three months it weighs half. */
const HALF_LIFE_DAYS = 90;

/** What readers say of answers and of the searches that led there: kept in the database, summed up in memory. */
export interface Feedback {
  /** The revision of an entry that is shown now. */
  readonly revisionOf: (entryId: string) => EntryRevisionNumber;
  /** Numbers the revisions of entries that were changed. */
  readonly revise: (entries: Iterable<FaqEntry>, at: Instant) => Promise<void>;
  /** What readers say of each revision of an entry. */
  readonly ofRevisions: (entryId: string, at: Instant) => readonly EntryHelpfulness[];
  /** Keeps a vote and counts it. */
  readonly vote: (vote: HelpfulnessVote) => Promise<void>;
  /** Keeps whether the entry that a search led to helped; the search learns from it. */
  readonly confirm: (phrasing: PhrasingFeedback) => Promise<void>;
  /** What readers say of the revisions that are shown now, by entry; only entries that anyone voted on. */
  readonly helpfulness: (at: Instant) => ReadonlyMap<string, EntryHelpfulness>;
}

/** Numbers the revisions, counts the votes that the database holds and teaches the search what visitors confirmed. */
export async function openFeedback(
  database: Database,
  knowledge: Knowledge,
  at: Instant,
): Promise<Feedback> {
  let revisions = await numberRevisions(database, knowledge.entries.values(), at);
  const revisionOf = (entryId: string) => revisions.get(entryId) ?? { revision: 1, since: at };
  // Which votes are kept does not depend on the policy's moment; how they weigh does.
  const votesAt = (moment: Instant) => helpfulness({ at: moment, halfLifeDays: HALF_LIFE_DAYS });
  let sum = accumulate(votesAt(at), await allVotes(database));
  const learning = confirmedPhrasings();
  let phrasings = accumulate(learning, await allPhrasings(database));
  knowledge.learn(learning.finish(phrasings));
  return {
    revisionOf,
    revise: async (entries, moment) => {
      revisions = await numberRevisions(database, entries, moment);
    },
    ofRevisions: (entryId, moment) =>
      votesAt(moment)
        .finish(sum)
        .filter((row) => row.entryId === entryId),
    vote: async (vote) => {
      await saveVote(database, vote);
      sum = votesAt(vote.at as Instant).add(sum, vote);
    },
    confirm: async (phrasing) => {
      await savePhrasing(database, phrasing);
      phrasings = learning.add(phrasings, phrasing);
      knowledge.learn(learning.finish(phrasings));
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
