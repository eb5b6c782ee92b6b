import { type Completer, createCompleter } from "./complete-word.ts";
import type { Corpus } from "./corpus.ts";
import { type Corrector, createCorrector } from "./correct-word.ts";
import { rowsWith } from "./postings.ts";

/** What a filter lets through. */
export interface Shown {
  /** By row: 1 when its entry is served. */
  readonly rows: Uint8Array;
  /** By entry: the locale that its question is served in; `undefined` when it is not. */
  readonly locales: readonly (string | undefined)[];
}

/** What one audience can find. */
export interface FaqView {
  readonly corpus: Corpus;
  readonly correct: Corrector;
  readonly complete: Completer;
  /** Scratch space of a search, by row. */
  readonly scores: Float32Array;
  /** Scratch space of a search, by term; all zero between searches. */
  readonly marked: Float32Array;
  /** By filter: what it lets through. */
  readonly filtered: Map<string, Shown>;
  /** Positions of entries by id. */
  readonly positions: ReadonlyMap<string, number>;
}

/** Prepares a corpus for being searched. */
export function createView(corpus: Corpus): FaqView {
  return {
    corpus,
    correct: createCorrector(corpus.vocabulary.words, (term) => rowsWith(corpus.postings, term)),
    complete: createCompleter(corpus.vocabulary.words),
    scores: new Float32Array(corpus.rowLanguages.length),
    marked: new Float32Array(corpus.vocabulary.weights.length),
    filtered: new Map(),
    positions: new Map(corpus.entries.map(({ id }, position) => [id, position])),
  };
}
