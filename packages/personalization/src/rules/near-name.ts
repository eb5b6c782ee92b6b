/** Longer names are no slips. */
const LONGEST_NAME = 100;

/** The name that was probably meant: the first of those known from which at most two letters differ. */
export function nearName(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  return known.find(
    (other) => Math.abs(other.length - name.length) <= 2 && edits(name, other) <= 2,
  );
}

/** How many letters must be put in, taken out or replaced. @see V. Levenshtein 1966 */
function edits(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let at = 1; at <= left.length; at++) {
    const next = [at];
    for (let to = 1; to <= right.length; to++) {
      const replaced = (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
