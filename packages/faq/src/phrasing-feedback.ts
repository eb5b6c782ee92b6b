import { Instant, Locale } from "@kefu/core";
import { z } from "zod";

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
