/** How many slips part two words: letters left out, added, changed, or swapped with their neighbour. */
export function typingSlips(written: string, meant: string): number {
  let [beforeLast, last] = [
    [] as number[],
    Array.from({ length: meant.length + 1 }, (_, at) => at),
  ];
  for (let at = 1; at <= written.length; at++) {
    const row = [at];
    for (let to = 1; to <= meant.length; to++) {
      const changed = written[at - 1] === meant[to - 1] ? 0 : 1;
      const least = Math.min(
        (last[to] as number) + 1,
        (row[to - 1] as number) + 1,
        (last[to - 1] as number) + changed,
      );
      const isSwap = written[at - 1] === meant[to - 2] && written[at - 2] === meant[to - 1];
      row.push(isSwap ? Math.min(least, (beforeLast[to - 2] as number) + 1) : least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[meant.length] as number;
}
