import Fuse from "fuse.js";

/** A word of the knowledge base that an unknown word may stand for. */
export interface Correction {
  /** The word of the knowledge base, as it is written there. */
  readonly word: string;
  /** Its term. */
  readonly term: number;
  /** How alike the two are, 0 to 1. */
  readonly similarity: number;
}

/** Finds the words that an unknown word may stand for, best first. */
export type Corrector = (word: string) => readonly Correction[];

const SHORTLIST = 24;
/** Share of bigrams in common (Dice) below which no typing mistake is likely. */
const ALIKE_FROM = 0.3;
const REMEMBERED = 2_000;
const LENGTHS = { shortest: 4, longest: 32 } as const;
const FUSE_OPTIONS = { threshold: 0.4, distance: 32, includeScore: true } as const;

/**
 * Words that share most character bigrams with the unknown word are short-listed; Fuse ranks those few. Fuse over
 * the whole vocabulary would cost a thousand times as much and find no more.
 */
export function createCorrector(words: ReadonlyMap<string, number>): Corrector {
  let shortlist: ((word: string) => readonly string[]) | undefined;
  const remembered = new Map<string, readonly Correction[]>();
  return (word) => {
    if (word.length < LENGTHS.shortest || word.length > LENGTHS.longest) return [];
    const known = remembered.get(word);
    if (known !== undefined) return known;
    shortlist ??= bigramShortlist([...words.keys()].sort());
    const found = ranked(word, shortlist(word), words);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

function ranked(
  word: string,
  candidates: readonly string[],
  words: ReadonlyMap<string, number>,
): Correction[] {
  const found: Correction[] = [];
  for (const candidate of candidates) {
    const { isMatch, score } = Fuse.match(word, candidate, FUSE_OPTIONS);
    if (!isMatch) continue;
    const lengths =
      Math.min(word.length, candidate.length) / Math.max(word.length, candidate.length);
    const similarity = (1 - score) * lengths;
    if (similarity > 0.6)
      found.push({ word: candidate, term: words.get(candidate) ?? -1, similarity });
  }
  return found
    .sort((a, b) => b.similarity - a.similarity || (a.word < b.word ? -1 : 1))
    .slice(0, 2);
}

const bigramsOf = (word: string): string[] => {
  const framed = `^${word}$`;
  const bigrams = new Set<string>();
  for (let at = 1; at < framed.length; at++) bigrams.add(framed.slice(at - 1, at + 1));
  return [...bigrams];
};

function bigramShortlist(words: readonly string[]): (word: string) => readonly string[] {
  const withBigram = new Map<string, number[]>();
  const sizes = words.map((word, position) => {
    const bigrams = bigramsOf(word);
    for (const bigram of bigrams) {
      const places = withBigram.get(bigram);
      if (places === undefined) withBigram.set(bigram, [position]);
      else places.push(position);
    }
    return bigrams.length;
  });
  return (word) => {
    const bigrams = bigramsOf(word);
    const shared = new Map<number, number>();
    for (const bigram of bigrams) {
      for (const at of withBigram.get(bigram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    return [...shared]
      .map(([at, count]) => ({ at, dice: (2 * count) / (bigrams.length + (sizes[at] as number)) }))
      .filter(({ dice }) => dice >= ALIKE_FROM)
      .sort((a, b) => b.dice - a.dice || a.at - b.at)
      .slice(0, SHORTLIST)
      .map(({ at }) => words[at] as string);
  };
}
