import type { ConceptFinder } from "./concepts.ts";
import { languagesOf } from "./entry-variants.ts";
import type { FaqEntry } from "./faq-entry.ts";
import type { Postings } from "./postings.ts";
import { createRowWriter } from "./row-writer.ts";
import { type TermStatistics, termStatistics } from "./term-statistics.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/**
 * The entries that one audience may see, taken apart for searching. A *row* is an entry in one language; a *variant*
 * one way in which it is asked there.
 */
export interface Corpus {
  /** Ordered by id, so that the order of rows settles ties. */
  readonly entries: readonly FaqEntry[];
  readonly vocabulary: Vocabulary;
  readonly findConcepts: ConceptFinder;
  /** By row: the entry's position. */
  readonly rowEntries: Uint32Array;
  /** By row: its language. */
  readonly rowLanguages: readonly string[];
  readonly postings: Postings;
  /** By row: its first variant; one more at the end. */
  readonly variantOffsets: Uint32Array;
  /** By variant: its first term; one more at the end. */
  readonly termOffsets: Uint32Array;
  /** The distinct terms of all variants. */
  readonly variantTerms: Uint32Array;
  readonly statistics: TermStatistics;
}

/** Takes entries apart. */
export function buildCorpus(entries: readonly FaqEntry[], findConcepts: ConceptFinder): Corpus {
  const vocabulary = createVocabulary();
  const writer = createRowWriter(vocabulary, findConcepts);
  const rowEntries: number[] = [];
  const rowLanguages: string[] = [];
  entries.forEach((entry, position) => {
    for (const language of languagesOf(entry)) {
      writer.writeRow(entry, language);
      rowEntries.push(position);
      rowLanguages.push(language);
    }
  });
  const parts = writer.finish();
  const statistics = termStatistics(vocabulary, parts, rowLanguages.length);
  return {
    entries,
    vocabulary,
    findConcepts,
    rowEntries: Uint32Array.from(rowEntries),
    rowLanguages,
    ...parts,
    statistics,
  };
}
