import { type Accumulator, parseInput } from "@kefu/core";
import type { z } from "zod";
import { addRow, mergeRuns, type RowKind, requireRuns, rowsOf } from "./knowledge/sorted-runs.ts";
import { looksPersonal } from "./personal-text.ts";
import {
  LearningPolicy,
  type LearntPhrasings,
  PhrasingFeedback,
  type StoredPhrasing,
} from "./phrasing-feedback.ts";
import { readingOf } from "./reading.ts";
import { isLater, settledPhrasings } from "./settled-phrasings.ts";

/** What customers said, as far as it may be learnt. Plain JSON. */
export interface PhrasingSum {
  /** For this accumulator alone. */
  readonly phrasings: readonly (readonly StoredPhrasing[])[];
}

/** Nobody asks at such length; a paragraph tells a story of its own. */
const LONGEST = 200;

const kind: RowKind<StoredPhrasing> = {
  subject: "phrasing sum",
  isRow: (row): row is StoredPhrasing =>
    Array.isArray(row) &&
    row.length === 6 &&
    row.every((cell, at) => typeof cell === (at < 4 ? "string" : "number")),
  keyOf: ([entry, locale, text, customer]) => JSON.stringify([entry, locale, text, customer]),
  join: (one, other) => (isLater(one, other) ? one : other),
};

/**
 * Ways of asking that customers confirmed by finding their answer, entry by entry: what {@link learnPhrasings} takes. Texts that
 * the engine reads alike, upper case, both Chinese scripts, endings of words, count as one.
 *
 * - Learnt when the customers whom the entry helped outnumber those whom it did not by `leastCustomers`; so a
 *   contradiction takes one confirmation back. Of several entries that one phrasing is confirmed for, the one with the
 *   most net confirmations learns it; where they tie, none.
 * - Never kept, not in the sum either: texts with an address, `@`, a number or code of more than `mostDigits` digits, texts
 *   of more than 200 code units, and texts without a letter or digit. Names of people are not recognised: that several
 *   customers typed the same is what guards them.
 *
 * The result depends neither on order nor on splits, and the same event twice changes nothing.
 *
 * @returns an accumulator; `finish` gives entries by id, then locale. The sum holds what customers typed: keep it as
 *   you keep their messages.
 * @throws `InvalidInputError` when an argument, an event or a sum has not its shape
 *
 * @example
 * ```ts
 * import { accumulate, instant } from "@kefu/core";
 * import { confirmedPhrasings } from "@kefu/faq";
 *
 * const learning = confirmedPhrasings();
 * const said = { locale: "en", entryId: "returns", at: instant(0), helped: true };
 * const sum = accumulate(learning, [
 *   { ...said, customer: "c1", query: "it does not fit me" },
 *   { ...said, customer: "c2", query: "It does not fit me!" },
 *   { ...said, customer: "c3", query: "call me on 030 1234567" },
 * ]);
 * learning.finish(sum)[0]?.phrasings; // => [{ text: "It does not fit me!", helped: 2, unhelped: 0 }]
 * ```
 */
export function confirmedPhrasings(
  policy: LearningPolicy = {},
): Accumulator<PhrasingFeedback, PhrasingSum, readonly LearntPhrasings[]> {
  const read = parseInput(LearningPolicy, "learning policy", policy);
  return {
    create: () => ({ phrasings: [] }),
    add: (sum, feedback) => {
      const { query, locale, entryId, customer, at, helped } = parseInput(
        PhrasingFeedback,
        "phrasing feedback",
        feedback,
      );
      const text = query.length > LONGEST ? "" : query.trim().replace(/\s+/g, " ");
      if (!mayBeLearnt(text, read)) return { phrasings: requireRuns(kind, sum?.phrasings) };
      const row = [entryId, locale, text, customer, at, helped ? 1 : 0] as const;
      return { phrasings: addRow(kind, sum?.phrasings, row) };
    },
    merge: (one, other) => ({ phrasings: mergeRuns(kind, one?.phrasings, other?.phrasings) }),
    finish: (sum) => {
      // A sum may come from a time when the policy was laxer.
      const rows = rowsOf(kind, sum?.phrasings).filter(([, , text]) => mayBeLearnt(text, read));
      return settledPhrasings(rows, read);
    },
  };
}

const mayBeLearnt = (text: string, { mostDigits }: z.output<typeof LearningPolicy>): boolean =>
  readingOf(text) !== "" && !looksPersonal(text, mostDigits);
