import { type Audience, maySee } from "./audience.ts";
import { type Completer, createCompleter } from "./complete-word.ts";
import type { Corpus } from "./corpus.ts";
import { type Corrector, createCorrector } from "./correct-word.ts";
import { grown } from "./growing-array.ts";
import { createStatistics, type TermStatistics } from "./term-statistics.ts";

/** What a filter lets through. */
export interface Shown {
  /** By row: 1 when its entry is served; with room for more rows. */
  readonly rows: Uint8Array;
  /** By entry: the locale that its question is served in; `undefined` when it is not. */
  readonly locales: readonly (string | undefined)[];
}

/** What a filter lets through, kept in step with the corpus. */
export interface RememberedFilter {
  /** The locale that the question of the entry at a position is served in; `undefined` when the filter holds it back. */
  readonly servedLocale: (position: number) => string | undefined;
  rows: Uint8Array;
  readonly locales: (string | undefined)[];
}

/** What one audience can find: a common corpus, seen with the statistics of what this audience may see. */
export interface FaqView {
  readonly audience: Audience;
  readonly corpus: Corpus;
  readonly statistics: TermStatistics;
  readonly corrector: Corrector;
  readonly complete: Completer;
  /** Scratch space of a search, by row; with room for more rows. */
  scores: Float32Array;
  /** Scratch space of a search, by term; all zero between searches. */
  marked: Float32Array;
  /** By filter: what it lets through. */
  readonly filtered: Map<string, RememberedFilter>;
  /** The version of the corpus that all of this belongs to. */
  version: number;
}

/** A view of a corpus. */
export function createView(corpus: Corpus, audience: Audience, level: number): FaqView {
  const statistics = createStatistics(corpus, level);
  const { vocabulary } = corpus;
  return {
    audience,
    corpus,
    statistics,
    corrector: createCorrector(vocabulary, statistics),
    complete: createCompleter(vocabulary, statistics),
    scores: new Float32Array(corpus.rowEntries.length),
    marked: new Float32Array(vocabulary.termCount),
    filtered: new Map(),
    version: corpus.version,
  };
}

/** Where an entry is that this audience may see; for it, others do not exist. */
export function positionOf({ corpus, audience }: FaqView, id: string): number | undefined {
  const position = corpus.entries.find(id);
  const form = position === undefined ? undefined : corpus.entries.formAt(position);
  return form !== undefined && maySee(audience, form.audience) ? position : undefined;
}

/** Brings a view in step with its corpus. */
export function refreshView(view: FaqView): FaqView {
  const { corpus, statistics, corrector } = view;
  if (view.version === corpus.version) return view;
  statistics.refresh();
  corrector.refresh();
  view.scores = grown(view.scores, corpus.rowEntries.length);
  view.marked = grown(view.marked, corpus.vocabulary.termCount);
  view.version = corpus.version;
  return view;
}
