/** Finds the terms of the words that begin with a prefix. */
export type Completer = (prefix: string) => readonly number[];

/** A prefix that more words share says nothing yet; those first in the alphabet are as good as any. */
const MOST_COMPLETIONS = 200;

/** Completes words by binary search in their sorted list. */
export function createCompleter(words: ReadonlyMap<string, number>): Completer {
  let sorted: string[] | undefined;
  return (prefix) => {
    sorted ??= [...words.keys()].sort();
    const terms = new Set<number>();
    const first = firstFrom(sorted, prefix);
    for (let at = first; at < Math.min(sorted.length, first + MOST_COMPLETIONS); at++) {
      const word = sorted[at] as string;
      if (!word.startsWith(prefix)) break;
      terms.add(words.get(word) as number);
    }
    return [...terms];
  };
}

function firstFrom(sorted: readonly string[], prefix: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
