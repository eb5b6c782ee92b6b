import { Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { appendSpan, type Spans } from "./spans.ts";

/** Later than any instant; finite, as a sweep over spans takes infinity for "no more". */
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

const Options = z.strictObject({
  pauses: z
    .array(
      z
        .strictObject({
          /** The first moment that does not count. */
          from: Instant,
          /** The first moment that counts again; `null` while the pause goes on. */
          to: Instant.nullable(),
        })
        .refine(({ from, to }) => to === null || from <= to, { message: "ends before it starts" }),
    )
    .readonly()
    .optional(),
});

/** A span that does not count: from its start on, up to but not including its end. */
export interface Pause {
  /** The first moment that does not count. */
  readonly from: Instant;
  /** The first moment that counts again; `null` while the pause goes on. */
  readonly to: Instant | null;
}

/** What may be left out of working time. */
export interface WorkingTimeOptions {
  /** Spans that do not count, in any order; they may overlap, and reach into closed time without effect. */
  readonly pauses?: readonly Pause[];
}

/**
 * The pauses in order, overlapping ones made one.
 *
 * @throws `InvalidInputError` when they are malformed
 */
export function pausedSpans(options: WorkingTimeOptions | undefined): Spans {
  if (options === undefined) return [];
  const { pauses = [] } = parseInput(Options, "options", options);
  const spans: number[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    appendSpan(spans, from, to ?? END_OF_TIME);
  }
  return spans;
}
