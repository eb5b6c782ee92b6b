import { stepsOf } from "../database/visits.ts";
import { pseudonymOf } from "../database/votes.ts";
import type { HelpCentre } from "../help-centre.ts";
import type { Locale } from "../locales.ts";
import { maskPersonal } from "../web/mask-personal.ts";

/** What someone says of an answer that a search led to. */
interface Said {
  readonly entryId: string;
  readonly locale: Locale;
  readonly query: string;
  readonly helped: boolean;
}

/** Lets the search learn from a verdict on an answer, where this visit did search for what the form says. */
export async function learnFrom(
  { database, feedback, now }: Pick<HelpCentre, "database" | "feedback" | "now">,
  visit: string,
  said: Said,
): Promise<void> {
  const { query } = said;
  if (query === "" || query !== maskPersonal(query)) return;
  const steps = await stepsOf(database, visit);
  if (!steps.some((step) => step.kind === "searched" && step.query === query)) return;
  await feedback.confirm({ ...said, customer: pseudonymOf(visit), at: now() });
}
