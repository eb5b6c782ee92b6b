import type { FaqEntry } from "@kefu/faq";
import { CATEGORIES } from "./categories.ts";
import { isPublic, type Knowledge, publicEntriesOf } from "./knowledge.ts";

/** The entries to show as often asked: the most read ones, filled up with the first one of each topic. */
export function popularEntries(
  knowledge: Knowledge,
  mostRead: readonly string[],
  limit: number,
): FaqEntry[] {
  const read = mostRead.flatMap((id) => knowledge.entries.get(id) ?? []).filter(isPublic);
  const firsts = CATEGORIES.flatMap(({ id }) => publicEntriesOf(knowledge, id).slice(0, 1));
  return [...new Set([...read, ...firsts])].slice(0, limit);
}
