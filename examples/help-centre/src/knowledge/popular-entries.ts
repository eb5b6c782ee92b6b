import type { EntryHelpfulness, FaqEntry } from "@kefu/faq";
import { CATEGORIES } from "./categories.ts";
import { isPublic, type Knowledge, publicEntriesOf } from "./knowledge.ts";

/** How many read an entry. */
export interface Readers {
  readonly entryId: string;
  readonly readers: number;
}

/**
 * The entries to show as often asked: the most read ones, those sooner that surely help their readers and none that
 * needs work, filled up with the first one of each topic.
 */
export function popularEntries(
  knowledge: Knowledge,
  mostRead: readonly Readers[],
  said: ReadonlyMap<string, EntryHelpfulness>,
  limit: number,
): FaqEntry[] {
  const weight = ({ entryId, readers }: Readers) =>
    readers * (1 + (said.get(entryId)?.interval.lower ?? 0));
  const read = [...mostRead]
    .sort((one, other) => weight(other) - weight(one))
    .flatMap(({ entryId }) => knowledge.entries.get(entryId) ?? [])
    .filter(isPublic);
  const firsts = CATEGORIES.flatMap(({ id }) => publicEntriesOf(knowledge, id).slice(0, 1));
  return [...new Set([...read, ...firsts])]
    .filter(({ id }) => said.get(id)?.needsWork !== true)
    .slice(0, limit);
}
