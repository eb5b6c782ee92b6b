import type { TermStatistics } from "./term-statistics.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds the terms of the words that begin with a prefix. */
export type Completer = (prefix: string) => readonly number[];

/** A prefix that more words share says nothing yet; those first in the alphabet are as good as any. */
const MOST_COMPLETIONS = 200;

/** Completes words that an audience may see, by binary search in the sorted list of all. */
export function createCompleter(
  { words, spellings, wordTerms }: Vocabulary,
  statistics: TermStatistics,
): Completer {
  const sorted: string[] = [];
  let listed = 0;
  const catchUp = (): readonly string[] => {
    const isMany = spellings.length - listed > FEW;
    for (; listed < spellings.length; listed++) {
      const word = spellings[listed] as string;
      sorted.splice(isMany ? sorted.length : firstFrom(sorted, word), 0, word);
    }
    return isMany ? sorted.sort() : sorted;
  };
  return (prefix) => {
    const all = catchUp();
    const terms = new Set<number>();
    let left = MOST_COMPLETIONS;
    for (let at = firstFrom(all, prefix); at < all.length && left > 0; at++) {
      const spelling = all[at] as string;
      if (!spelling.startsWith(prefix)) break;
      const word = words.get(spelling) as number;
      if (!statistics.hasWord(word)) continue;
      terms.add(wordTerms.values[word] as number);
      left--;
    }
    return [...terms];
  };
}

/** So many words are sorted in one by one; more are sorted together. */
const FEW = 32;

function firstFrom(sorted: readonly string[], prefix: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
