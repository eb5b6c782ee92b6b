import type { PhrasingFeedback } from "@kefu/faq";
import type { Database } from "./database.ts";

/** Keeps what a visitor says of an entry that a search led to; saying it again replaces it. */
export async function savePhrasing(database: Database, feedback: PhrasingFeedback): Promise<void> {
  const { customer, entryId, locale, query, at } = feedback;
  await database.query(
    `insert into phrasing_feedback (voter, entry_id, locale, phrasing, at, feedback)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (voter, entry_id, locale, phrasing) do update
     set at = excluded.at, feedback = excluded.feedback`,
    [customer, entryId, locale, query, new Date(at), JSON.stringify(feedback)],
  );
}

/** All that visitors said of phrasings, oldest first. */
export async function allPhrasings(database: Database): Promise<PhrasingFeedback[]> {
  const rows = await database.query<{ feedback: PhrasingFeedback }>(
    "select feedback from phrasing_feedback order by at, voter, entry_id, locale, phrasing",
  );
  return rows.map(({ feedback }) => feedback);
}
