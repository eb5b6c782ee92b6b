import { type Accumulator, Instant, Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { addRow, mergeRuns, type RowKind, requireRuns, rowsOf } from "./knowledge/sorted-runs.ts";
import { looksPersonal } from "./personal-text.ts";
import { readingOf } from "./reading.ts";

/** What a customer said of an entry that a search led to. */
export const PhrasingFeedback = z.strictObject({
  /** What was typed. */
  query: z.string(),
  /** The language of the page on which it was typed. */
  locale: Locale,
  /** The entry that was read. */
  entryId: z.string().min(1).max(128),
  /** Who says it: a pseudonym of a customer or a device. Of what one says twice the latest counts. */
  customer: z.string().min(1).max(200),
  /** When. */
  at: Instant,
  /** Whether the entry helped: `false` contradicts. */
  helped: z.boolean(),
});
/** What a customer said of an entry that a search led to, see the schema of the same name. */
export interface PhrasingFeedback extends Readonly<z.input<typeof PhrasingFeedback>> {}

/** What to learn from customers. */
export const LearningPolicy = z.strictObject({
  /**
   * By how many customers those whom an entry helped must outnumber those whom it did not, before a phrasing is learnt.
   * From 2 on nothing is learnt that only one customer typed. Higher: slower, and harder to abuse.
   */
  leastCustomers: z.int().min(1).max(1_000_000).default(2),
  /** How many phrasings to learn for an entry in a locale, the most confirmed ones. More: a larger, slower index. */
  mostPerEntry: z.int().min(1).max(10_000).default(50),
  /**
   * A phrasing with a number or code of more digits is never learnt: it may be a phone, an order, a card. Higher: names
   * of models are learnt, and more of what is private.
   */
  mostDigits: z.int().min(0).max(100).default(3),
});
/** What to learn from customers, with defaults left out. */
export interface LearningPolicy extends Readonly<z.input<typeof LearningPolicy>> {}

/** What one customer said of one phrasing, as a sum keeps it. */
export type StoredPhrasing = readonly [
  entry: string,
  locale: string,
  text: string,
  customer: string,
  at: number,
  helped: number,
];

/** What customers said, as far as it may be learnt. Plain JSON. */
export interface PhrasingSum {
  /** For this accumulator alone. */
  readonly phrasings: readonly (readonly StoredPhrasing[])[];
}

/** A way of asking that customers confirmed. */
export interface LearntPhrasing {
  /** As most of these customers typed it. */
  readonly text: string;
  /** How many customers the entry helped. */
  readonly helped: number;
  /** How many it did not help. */
  readonly unhelped: number;
}

/** What to learn for an entry in one language. */
export interface LearntPhrasings {
  /** The entry. */
  readonly entryId: string;
  /** The language of the page on which it was typed. */
  readonly locale: string;
  /** The most confirmed first, ties by text. */
  readonly phrasings: readonly LearntPhrasing[];
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

/** At the same moment the contradiction counts, so that the order of arrival cannot matter. */
function isLater(one: StoredPhrasing, other: StoredPhrasing): boolean {
  return one[4] === other[4] ? one[5] < other[5] : one[4] > other[4];
}

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
      return byEntry(undisputed(claimsOf(rows, read)), read);
    },
  };
}

type ReadPolicy = z.output<typeof LearningPolicy>;

/** A phrasing that an entry may learn. */
interface Claim extends LearntPhrasing {
  readonly entryId: string;
  readonly locale: string;
  readonly reading: string;
}

const mayBeLearnt = (text: string, { mostDigits }: ReadPolicy): boolean =>
  readingOf(text) !== "" && !looksPersonal(text, mostDigits);

const net = ({ helped, unhelped }: LearntPhrasing): number => helped - unhelped;

/** By entry, locale and reading, each customer once: what is confirmed often enough. */
function claimsOf(rows: readonly StoredPhrasing[], { leastCustomers }: ReadPolicy): Claim[] {
  const groups = new Map<string, Map<string, StoredPhrasing>>();
  for (const row of rows) {
    const [entry, locale, text, customer] = row;
    const key = JSON.stringify([entry, locale, readingOf(text)]);
    const group = groups.get(key) ?? new Map<string, StoredPhrasing>();
    const known = group.get(customer);
    // Of texts from the same moment the first in order stays: rows come in the order of their texts.
    if (known === undefined || isLater(row, known)) group.set(customer, row);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => claimOf([...group.values()]))
    .filter((claim) => net(claim) >= leastCustomers);
}

function claimOf(rows: readonly StoredPhrasing[]): Claim {
  const [entryId, locale, text] = rows[0] as StoredPhrasing;
  const confirmed = rows.filter(([, , , , , helped]) => helped === 1);
  return {
    entryId,
    locale,
    reading: readingOf(text),
    text: mostFrequent(confirmed.map(([, , text]) => text)),
    helped: confirmed.length,
    unhelped: rows.length - confirmed.length,
  };
}

/** Ties go to the first in the order of code units. */
function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [best] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return best?.[0] ?? "";
}

/** What two entries have learnt alike would tell neither from the other. */
function undisputed(claims: readonly Claim[]): Claim[] {
  const rivals = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.locale, claim.reading]);
    addTo(rivals, key, claim);
  }
  return [...rivals.values()].flatMap((claims) => {
    const most = claims.reduce((most, claim) => Math.max(most, net(claim)), 0);
    const winners = claims.filter((claim) => net(claim) === most);
    return winners.length === 1 ? winners : [];
  });
}

function byEntry(claims: readonly Claim[], { mostPerEntry }: ReadPolicy): LearntPhrasings[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.entryId, claim.locale]);
    addTo(groups, key, claim);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, [first, ...more]]) => {
      const { entryId, locale } = first as Claim;
      const phrasings = [first as Claim, ...more]
        .sort((a, b) => net(b) - net(a) || (a.text < b.text ? -1 : 1))
        .slice(0, mostPerEntry)
        .map(({ text, helped, unhelped }) => ({ text, helped, unhelped }));
      return { entryId, locale, phrasings };
    });
}

function addTo(groups: Map<string, Claim[]>, key: string, claim: Claim): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [claim]);
  else group.push(claim);
}
