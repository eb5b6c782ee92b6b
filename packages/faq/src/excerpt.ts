import type { Highlighter } from "./highlight.ts";
import type { TextRange } from "./search-result.ts";
import { cutBefore } from "./text-range.ts";

/** The part of a text that fits a query best, with what to mark in it. */
export interface Excerpt {
  readonly excerpt: string;
  readonly ranges: readonly TextRange[];
}

const LENGTH = 160;
/** Beyond this much of an answer nobody looks for an excerpt. */
const SEARCHED = 8_000;
const SENTENCE_START = /(?<=[.!?。！？；\n])[\s]*(?=\S)/g;

/** Cuts an excerpt that begins with a sentence; line breaks become spaces, cut ends an ellipsis. */
export function excerptOf(answer: string, highlight: Highlighter): Excerpt {
  const text = answer.slice(0, cutBefore(answer, SEARCHED)).replaceAll("\n", " ");
  const ranges = highlight(text);
  if (answer.length <= LENGTH) return { excerpt: text, ranges };
  const from = bestStart(answer.slice(0, text.length), ranges);
  const to = cutBefore(text, from + LENGTH);
  const before = from > 0 ? "…" : "";
  const after = to < answer.length ? "…" : "";
  const shift = before.length - from;
  return {
    excerpt: before + text.slice(from, to) + after,
    ranges: ranges
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): TextRange => [start + shift, end + shift]),
  };
}

function bestStart(answer: string, ranges: readonly TextRange[]): number {
  const starts = [0];
  for (const match of answer.matchAll(SENTENCE_START)) starts.push(match.index + match[0].length);
  let [best, most, first] = [0, 0, 0];
  for (const start of starts) {
    while (first < ranges.length && (ranges[first] as TextRange)[0] < start) first++;
    const marked = markedWithin(ranges, first, start + LENGTH);
    if (marked > 0 && marked >= most) [best, most] = [start, marked];
  }
  return best;
}

function markedWithin(ranges: readonly TextRange[], first: number, end: number): number {
  let marked = 0;
  for (let at = first; at < ranges.length && (ranges[at] as TextRange)[1] <= end; at++) {
    const [start, stop] = ranges[at] as TextRange;
    marked += stop - start;
  }
  return marked;
}
