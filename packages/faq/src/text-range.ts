import { kindOf, MARK } from "./character-kind.ts";
import type { TextRange } from "./search-result.ts";

/** Ranges in order, those that touch or overlap joined. */
export function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last === undefined || start > last[1]) joined.push([start, end]);
    else joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
  }
  return joined;
}

/** No character of any language is longer with all that combines with it. */
const MOST_MARKS = 64;

/** The nearest place at or before an offset where a text may be cut: not inside a character or what combines with it. */
export function cutBefore(text: string, offset: number): number {
  const whole = Math.min(offset, text.length);
  let at = whole;
  while (at > 0 && at < text.length && isInside(text, at)) at--;
  return whole - at > MOST_MARKS ? whole : at;
}

function isInside(text: string, at: number): boolean {
  const [before, here] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  const splitsPair = before >= 0xd800 && before <= 0xdbff && here >= 0xdc00 && here <= 0xdfff;
  const zeroWidthJoiner = 0x200d;
  return splitsPair || kindOf(here) === MARK || [before, here].includes(zeroWidthJoiner);
}
