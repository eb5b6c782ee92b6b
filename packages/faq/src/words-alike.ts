import { append, createGrowingArray, type GrowingArray, grown } from "./growing-array.ts";

/** Numbers of the words that share most pairs of letters with a word, best first. */
export type AlikeFinder = (word: string, isWanted: (word: number) => boolean) => readonly number[];

const SHORTLIST = 24;
/** Share of pairs in common (Dice) below which no typing mistake is likely. */
const ALIKE_FROM = 0.3;

/** Looks among spellings; those that come later are taken in at the next question. */
export function createAlikeFinder(spellings: readonly string[]): AlikeFinder {
  const withPair = new Map<number, GrowingArray>();
  let pairCounts = new Uint32Array(64);
  let shared = new Uint8Array(64);
  let known = 0;
  const catchUp = (): void => {
    pairCounts = grown(pairCounts, spellings.length);
    shared = grown(shared, spellings.length);
    for (; known < spellings.length; known++) {
      const pairs = pairsOf(spellings[known] as string);
      pairCounts[known] = pairs.length;
      for (const pair of pairs) {
        const words = withPair.get(pair) ?? createGrowingArray(4);
        withPair.set(pair, words);
        append(words, known);
      }
    }
  };
  /** Counts a pair for every word that has it. */
  const countPair = ({ values, length }: GrowingArray, touched: number[]): void => {
    for (let at = 0; at < length; at++) {
      const word = values[at] as number;
      if (shared[word] === 0) touched.push(word);
      shared[word] = (shared[word] as number) + 1;
    }
  };
  /** The words that share any pair; how many is left in `shared`. */
  const touch = (pairs: readonly number[]): number[] => {
    const touched: number[] = [];
    for (const pair of pairs) {
      const words = withPair.get(pair);
      if (words !== undefined) countPair(words, touched);
    }
    return touched;
  };
  return (word, isWanted) => {
    catchUp();
    const pairs = pairsOf(word);
    const alike: { word: number; dice: number }[] = [];
    for (const other of touch(pairs)) {
      const dice = (2 * (shared[other] as number)) / (pairs.length + (pairCounts[other] as number));
      shared[other] = 0;
      if (dice >= ALIKE_FROM && isWanted(other)) alike.push({ word: other, dice });
    }
    const spelling = (at: number) => spellings[at] as string;
    return alike
      .sort((a, b) => b.dice - a.dice || (spelling(a.word) < spelling(b.word) ? -1 : 1))
      .slice(0, SHORTLIST)
      .map(({ word }) => word);
  };
}

/** The distinct pairs of neighbouring code units, beginning and end of the word included. */
function pairsOf(word: string): number[] {
  const pairs = new Set<number>();
  let before = 0;
  for (let at = 0; at <= word.length; at++) {
    const here = at === word.length ? 0 : word.charCodeAt(at);
    pairs.add(before * 0x10000 + here);
    before = here;
  }
  return [...pairs];
}
