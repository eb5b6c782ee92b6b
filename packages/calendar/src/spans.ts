/**
 * Spans of time as one flat list `[start, end, start, end, …]`, ascending, apart from each other by at
 * least one unit. The position's parity tells inside from outside, which makes a sweep short.
 */
export type Spans = readonly number[];

/** Appends a span that starts no earlier than the last one; touching and overlapping spans become one. */
export function appendSpan(spans: number[], start: number, end: number): void {
  if (start >= end) return;
  const last = spans.length - 1;
  if (last > 0 && start <= (spans[last] as number)) {
    spans[last] = Math.max(end, spans[last] as number);
  } else {
    spans.push(start, end);
  }
}

/** The part of the spans within `[from, to)`. */
export function clipSpans(spans: Spans, from: number, to: number): Spans {
  const clipped: number[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    appendSpan(clipped, Math.max(spans[i] as number, from), Math.min(spans[i + 1] as number, to));
  }
  return clipped;
}

/** How long the spans last together. */
export function lengthOf(spans: Spans): number {
  let length = 0;
  for (let i = 0; i < spans.length; i += 2)
    length += (spans[i + 1] as number) - (spans[i] as number);
  return length;
}

/** Whether a place counts, told from whether it lies inside the one list and inside the other. */
type Rule = (inFirst: boolean, inSecond: boolean) => boolean;

export const eitherOf: Rule = (inFirst, inSecond) => inFirst || inSecond;
export const bothOf: Rule = (inFirst, inSecond) => inFirst && inSecond;
export const firstOnly: Rule = (inFirst, inSecond) => inFirst && !inSecond;

/**
 * Sweeps over both lists and keeps the places that the rule wants. The rule never wants what lies in
 * neither.
 */
export function combineSpans(first: Spans, second: Spans, rule: Rule): Spans {
  const combined: number[] = [];
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    const nextOfFirst = first[i] ?? Number.POSITIVE_INFINITY;
    const nextOfSecond = second[j] ?? Number.POSITIVE_INFINITY;
    const place = Math.min(nextOfFirst, nextOfSecond);
    if (nextOfFirst === place) i++;
    if (nextOfSecond === place) j++;
    const inside = rule(i % 2 === 1, j % 2 === 1);
    if (inside !== (combined.length % 2 === 1)) combined.push(place);
  }
  return combined;
}
