import Fuse from "fuse.js";
import type { TermStatistics } from "./term-statistics.ts";
import { typingSlips } from "./typing-slips.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word of the knowledge base that an unknown word may stand for. */
export interface Correction {
  /** The word of the knowledge base, as it is written there. */
  readonly word: string;
  /** Its term. */
  readonly term: number;
  /** How alike the two are, 0 to 1. */
  readonly similarity: number;
}

const REMEMBERED = 2_000;
const LENGTHS = { shortest: 4, longest: 32 } as const;
const FUSE_OPTIONS = { threshold: 0.6, distance: 32, includeScore: true } as const;
/** Slips tell more than Fuse, which counts a swap of neighbours twice and cares where letters stand. */
const SLIPS_SHARE = 0.8;
/** Less alike than this is another word. */
const SIMILAR_FROM = 0.66;
/** Among words about as alike, the usual one is meant ("there", not "three"): what each doubling of rows adds. */
const USUAL = 0.014;

/** Corrects words to those that an audience may see. */
export interface Corrector {
  readonly correct: (word: string) => readonly Correction[];
  /** Forgets what was found. */
  readonly refresh: () => void;
}

/** What has to be known of the words: whether one is there at all, and in how many rows its term stands. */
type Seen = Pick<TermStatistics, "hasWord" | "rowsWith">;

/**
 * Words that share most bigrams with the unknown word are short-listed; slips and Fuse rank those few. Fuse over the whole
 * vocabulary would cost a thousand times as much and find no more.
 */
export function createCorrector(vocabulary: Vocabulary, seen: Seen): Corrector {
  const remembered = new Map<string, readonly Correction[]>();
  const correct = (word: string): readonly Correction[] => {
    if (word.length < LENGTHS.shortest || word.length > LENGTHS.longest) return [];
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const found = ranked(word, vocabulary, seen);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, found);
    return found;
  };
  return { correct, refresh: () => remembered.clear() };
}

function ranked(word: string, vocabulary: Vocabulary, seen: Seen): Correction[] {
  const { spellings, wordTerms, findAlike } = vocabulary;
  return findAlike(word, seen.hasWord)
    .map((at) => {
      const [candidate, term] = [spellings[at] as string, wordTerms.values[at] as number];
      const similarity = likeness(word, candidate);
      const rank = similarity + USUAL * Math.log2(1 + seen.rowsWith(term));
      return { word: candidate, term, similarity, rank };
    })
    .filter(({ similarity }) => similarity > SIMILAR_FROM)
    .sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1))
    .slice(0, 2)
    .map(({ rank: _, ...correction }) => correction);
}

function likeness(word: string, candidate: string): number {
  const longer = Math.max(word.length, candidate.length);
  const slips = typingSlips(word, candidate) + (startAlike(word, candidate) ? 0 : 1);
  const bySlips = 1 - slips / longer;
  const { isMatch, score } = Fuse.match(word, candidate, FUSE_OPTIONS);
  const byFuse = isMatch ? ((1 - score) * Math.min(word.length, candidate.length)) / longer : 0;
  return SLIPS_SHARE * bySlips + (1 - SLIPS_SHARE) * byFuse;
}

/** Hardly anyone mistypes how a word begins: "cancel" is no slip for "parcel". */
const startAlike = (word: string, candidate: string): boolean =>
  word[0] === candidate[0] || (word[0] === candidate[1] && word[1] === candidate[0]);
