import Fuse from "fuse.js";
import { typingSlips } from "./typing-slips.ts";

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
const FUSE_OPTIONS = { threshold: 0.6, distance: 32, includeScore: true } as const;
/** Slips tell more than Fuse, which counts a swap of neighbours twice and cares where letters stand. */
const SLIPS_SHARE = 0.8;
/** Less alike than this is another word. */
const SIMILAR_FROM = 0.66;
/** Among words about as alike, the usual one is meant ("there", not "three"): what each doubling of rows adds. */
const USUAL = 0.014;

/**
 * Words that share most character bigrams with the unknown word are short-listed; slips and Fuse rank those few. Fuse
 * over the whole vocabulary would cost a thousand times as much and find no more.
 *
 * @param words - the words of the knowledge base and their terms
 * @param rowsOf - in how many rows a term stands
 */
export function createCorrector(
  words: ReadonlyMap<string, number>,
  rowsOf: (term: number) => number,
): Corrector {
  let shortlist: ((word: string) => readonly string[]) | undefined;
  const remembered = new Map<string, readonly Correction[]>();
  return (word) => {
    if (word.length < LENGTHS.shortest || word.length > LENGTHS.longest) return [];
    const known = remembered.get(word);
    if (known !== undefined) return known;
    shortlist ??= bigramShortlist([...words.keys()].sort());
    const found = ranked(word, shortlist(word), { words, rowsOf });
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

interface Known {
  readonly words: ReadonlyMap<string, number>;
  readonly rowsOf: (term: number) => number;
}

function ranked(word: string, candidates: readonly string[], known: Known): Correction[] {
  return candidates
    .map((candidate) => {
      const term = known.words.get(candidate) ?? -1;
      const similarity = likeness(word, candidate);
      const rank = similarity + USUAL * Math.log2(1 + known.rowsOf(term));
      return { word: candidate, term, similarity, rank };
    })
    .filter(({ similarity }) => similarity > SIMILAR_FROM)
    .sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1))
    .slice(0, 2)
    .map(({ rank: _, ...correction }) => correction);
}

function likeness(word: string, candidate: string): number {
  const longer = Math.max(word.length, candidate.length);
  const bySlips = 1 - typingSlips(word, candidate) / longer;
  const { isMatch, score } = Fuse.match(word, candidate, FUSE_OPTIONS);
  const byFuse = isMatch ? ((1 - score) * Math.min(word.length, candidate.length)) / longer : 0;
  return SLIPS_SHARE * bySlips + (1 - SLIPS_SHARE) * byFuse;
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
