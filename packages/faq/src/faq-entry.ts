import { LocalDate, Locale } from "@kefu/core";
import { z } from "zod";
import { Audience } from "./audience.ts";
import { FaqAnswer } from "./faq-answer.ts";
import { upTo } from "./size-limit.ts";

/** More than anyone writes; what is beyond is a mistake of the host. */
const [MOST_LOCALES, MOST_TEXTS, MOST_WORDS] = [200, 10_000, 1000];

const identifier = z.string().min(1).max(128);
const phrasings = upTo(
  MOST_LOCALES,
  z.record(Locale, upTo(MOST_TEXTS, z.array(z.string()).readonly())).readonly(),
).default({});
const notBlank = z.string().refine((text) => text.trim() !== "", "must not be blank");

/** Where an entry stands in its life. Only `"published"` ones are ever found. */
export const FaqStatus = z.enum(["draft", "published", "archived"]);
/** Where an entry stands in its life, see the schema of the same name. */
export type FaqStatus = z.output<typeof FaqStatus>;

/** One question of the knowledge base, with its answer, in each language that it is written in. */
export const FaqEntry = z.strictObject({
  /** Unique in the knowledge base. */
  id: identifier,
  /** The category ids from the top of the tree downwards; empty for none. */
  category: z.array(identifier).max(16).readonly().default([]),
  /** The question as a customer would ask it, by locale; at least one. */
  question: z
    .record(Locale, notBlank)
    .readonly()
    .refine((texts) => Object.keys(texts).length > 0, "must be asked in at least one language"),
  /** Other ways in which customers ask it, by locale, up to 10,000 each. Searched, never shown as the title. */
  alternates: phrasings,
  /**
   * Ways of asking it that customers have confirmed, by locale, up to 10,000 each: {@link learnPhrasings} fills them in. Searched
   * like alternates, never shown: they are other customers' words.
   */
  learnt: phrasings,
  /** The answer, by locale. Locales without one are answered in the next language of the fallback chain. */
  answer: z.record(Locale, FaqAnswer).readonly().default({}),
  /** Words to find it by, in any language, up to 1,000. */
  tags: upTo(MOST_WORDS, z.array(z.string()).readonly()).default([]),
  /** Who may find and read it. */
  audience: Audience.default("public"),
  /** Only `"published"` entries are found. */
  status: FaqStatus.default("published"),
  /** The day by which someone should read it again. */
  reviewBy: LocalDate.optional(),
  /** Ids of entries to show beside it, best first, up to 1,000. */
  related: upTo(MOST_WORDS, z.array(identifier).readonly()).default([]),
});
/** One question of the knowledge base, see the schema of the same name. */
export interface FaqEntry extends Readonly<z.output<typeof FaqEntry>> {}
/** An entry as it is written: keys with a default may be left out. */
export interface FaqEntryInput extends Readonly<z.input<typeof FaqEntry>> {}
