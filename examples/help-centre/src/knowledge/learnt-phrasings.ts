import type { Database } from "../database/database.ts";
import { agreedPhrasings, dropPhrasings, savePhrasing } from "../database/phrasings.ts";
import { stepsOf } from "../database/visits.ts";
import { pseudonymOf } from "../database/votes.ts";
import type { HelpCentre } from "../help-centre.ts";
import type { Locale } from "../locales.ts";
import { maskPersonal } from "../web/mask-personal.ts";
import type { Knowledge } from "./knowledge.ts";

/** One visitor alone cannot teach the search anything. */
const VOTERS = 2;

/** More ways of asking for one answer bring little. */
const LIMIT = 15;

/** Takes what visitors confirmed into the search. */
export async function learnPhrasings(database: Database, knowledge: Knowledge): Promise<void> {
  knowledge.learn(await agreedPhrasings(database, { voters: VOTERS, limit: LIMIT }));
}

/** Keeps, or takes back, that a search led to an answer that helped, and learns from it. */
export async function confirmPhrasing(
  { database, knowledge, now }: Pick<HelpCentre, "database" | "knowledge" | "now">,
  visit: string,
  verdict: {
    readonly entryId: string;
    readonly locale: Locale;
    readonly query: string;
    readonly helped: boolean;
  },
): Promise<void> {
  const { entryId, locale, query, helped } = verdict;
  const voter = pseudonymOf(visit);
  const phrasing = query.toLowerCase();
  if (!helped) {
    await dropPhrasings(database, entryId, voter);
  } else if (phrasing !== "" && phrasing === maskPersonal(phrasing)) {
    // The form says what was searched for; only what this visit did search for counts.
    const steps = await stepsOf(database, visit);
    if (!steps.some((step) => step.kind === "searched" && step.query === query)) return;
    await savePhrasing(database, { entryId, locale, phrasing }, { voter, at: now() });
  } else {
    return;
  }
  await learnPhrasings(database, knowledge);
}
