import type { Instant } from "@kefu/core";
import { type FaqEntry, relatedFaq } from "@kefu/faq";
import type { HelpCentre } from "../help-centre.ts";

/**
 * What to show beside an entry: what its editors named, in their order, then what is like it, those first that surely
 * help. Answers that need work come last.
 */
export function relatedEntries(
  { knowledge, feedback }: Pick<HelpCentre, "knowledge" | "feedback">,
  id: string,
  { locale, at, limit }: { readonly locale: string; readonly at: Instant; readonly limit: number },
): FaqEntry[] {
  const said = feedback.helpfulness(at);
  const rank = (entryId: string) => {
    const row = said.get(entryId);
    return row?.needsWork ? -1 : (row?.interval.lower ?? 0);
  };
  const found = relatedFaq(knowledge.index, id, { locale, audience: "public", limit: limit * 2 });
  const pinned = found.filter(({ because }) => because === "pinned");
  const similar = found
    .filter(({ because }) => because === "similar")
    .slice(0, limit)
    .sort((one, other) => rank(other.id) - rank(one.id));
  return [...pinned, ...similar]
    .slice(0, limit)
    .flatMap(({ id: entryId }) => knowledge.entries.get(entryId) ?? []);
}
