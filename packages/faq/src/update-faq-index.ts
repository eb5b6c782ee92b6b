import { InvalidInputError, type KefuIssue, parseInput } from "@kefu/core";
import { z } from "zod";
import { contentOf, type FaqIndex, type IndexContent } from "./build-faq-index.ts";
import { compactCorpus } from "./compact-corpus.ts";
import { addEntry, removeEntry } from "./corpus.ts";
import { issuesOfSize } from "./entry-size.ts";
import { issuesOfEqualIds } from "./equal-ids.ts";
import { FaqEntry } from "./faq-entry.ts";
import { refreshShown } from "./shown-rows.ts";

/** What to change in an index. */
export const FaqIndexChanges = z.strictObject({
  /**
   * Entries that are new or have changed; an entry of the same id is replaced. One that is not published is taken out, so a
   * host may pass on whatever it has stored.
   */
  put: z.array(FaqEntry).readonly().default([]),
  /** Ids of entries to take out; those that are not there are reported, not refused. */
  remove: z.array(z.string()).readonly().default([]),
});
/** What to change in an index, with defaults left out. */
export interface FaqIndexChanges extends Readonly<z.input<typeof FaqIndexChanges>> {}

/** What a change did: ids, in the order in which they were given. */
export interface FaqIndexUpdate {
  /** Entries that were not there before. */
  readonly added: readonly string[];
  /** Entries that took the place of one with the same id. */
  readonly replaced: readonly string[];
  /** Entries that were taken out: removed, or put unpublished. */
  readonly removed: readonly string[];
  /** Ids to remove that were not there. */
  readonly unknown: readonly string[];
}

/**
 * Adds, replaces and takes out entries. Afterwards the index finds exactly what one built anew from the remaining entries would
 * find, to the last digit, for every audience.
 *
 * It changes the index in place, as one changes a `Map`: the one thing in this package that does. In the long run the cost is
 * that of the entries that change, whatever the size of the index; now and then, when a quarter of it is out of place, all of it
 * is brought in order. All or nothing: what is refused has changed nothing.
 *
 * @param index - what `buildFaqIndex` or `loadFaqIndex` gave
 * @throws `InvalidInputError` naming every path that is wrong, also for an id that is put twice, or both put and removed
 *
 * @example
 * ```ts
 * import { buildFaqIndex, searchFaq, updateFaqIndex } from "@kefu/faq";
 *
 * const index = buildFaqIndex([{ id: "returns", question: { en: "How do I return an item?" } }]);
 * const invoice = { id: "invoice", question: { en: "Where is my invoice?" } };
 * updateFaqIndex(index, { put: [invoice], remove: ["returns"] }).added; // => ["invoice"]
 * searchFaq(index, "return", { locale: "en" }).total; // => 0
 * ```
 */
export function updateFaqIndex(index: FaqIndex, changes: FaqIndexChanges): FaqIndexUpdate {
  const content = contentOf(index);
  const { put, remove } = parseInput(FaqIndexChanges, "FAQ index changes", changes);
  refuseConflicts(put, remove);
  const update: Update = { added: [], replaced: [], removed: [], unknown: [] };
  const touched = [...new Set(remove)].map((id) => takeOut(content, id, update));
  for (const entry of put) touched.push(...putIn(content, entry, update));
  settle(content, touched);
  return update;
}

interface Update {
  readonly added: string[];
  readonly replaced: string[];
  readonly removed: string[];
  readonly unknown: string[];
}

function refuseConflicts(put: readonly FaqEntry[], remove: readonly string[]): void {
  const removed = new Set(remove);
  const conflicts = put.flatMap(({ id }, at): KefuIssue[] =>
    removed.has(id) ? [{ path: ["put", at, "id"], message: `"${id}" is to be removed, too` }] : [],
  );
  const unfit = [...issuesOfEqualIds(put.map(({ id }) => id)), ...issuesOfSize(put)].map(
    (issue) => ({ ...issue, path: ["put", ...issue.path] }),
  );
  const issues = [...unfit, ...conflicts];
  if (issues.length > 0) throw new InvalidInputError("FAQ index changes", issues);
}

/** Takes an entry out; where it was, or -1. */
function takeOut({ corpus }: IndexContent, id: string, update: Update): number {
  const position = corpus.entries.find(id);
  if (position === undefined) {
    update.unknown.push(id);
    return -1;
  }
  removeEntry(corpus, position);
  update.removed.push(id);
  return position;
}

/** Puts an entry in the place of the one with its id; the positions that changed. */
function putIn({ corpus }: IndexContent, entry: FaqEntry, update: Update): number[] {
  const before = corpus.entries.find(entry.id);
  if (before !== undefined) removeEntry(corpus, before);
  const touched = before === undefined ? [] : [before];
  if (entry.status !== "published") {
    if (before !== undefined) update.removed.push(entry.id);
    return touched;
  }
  (before === undefined ? update.added : update.replaced).push(entry.id);
  addEntry(corpus, entry);
  return [...touched, corpus.entries.length() - 1];
}

/** So many rows out of place cost a search nothing that is worth the work of putting them in order. */
const FEW_ROWS = 256;

function settle({ corpus, views }: IndexContent, touched: readonly number[]): void {
  corpus.version++;
  const live = corpus.tallies.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const astray = corpus.rowCount - live + (corpus.rowCount - corpus.orderedRows);
  if (astray > Math.max(FEW_ROWS, live / 4)) {
    compactCorpus(corpus);
    views.length = 0;
    return;
  }
  const positions = touched.filter((position) => position >= 0);
  for (const view of views) if (view !== undefined) refreshShown(view, positions);
}
