import { Instant, Locale } from "@kefu/core";
import { z } from "zod";
import { FaqEntry } from "../faq-entry.ts";

/** What a revision holds: the entry without what its life cycle decides. */
export const EntryContent = z.strictObject({
  category: FaqEntry.shape.category,
  question: FaqEntry.shape.question,
  alternates: FaqEntry.shape.alternates,
  answer: FaqEntry.shape.answer,
  tags: FaqEntry.shape.tags,
  audience: FaqEntry.shape.audience,
  related: FaqEntry.shape.related,
});
/** What a revision holds, see the schema of the same name. */
export interface EntryContent extends Readonly<z.output<typeof EntryContent>> {}
/** What a revision holds as it is written: keys with a default may be left out. */
export interface EntryContentInput extends Readonly<z.input<typeof EntryContent>> {}

/** Who does something. */
export const Editor = z.string().min(1).max(200);
/** Why something is done, for colleagues. */
export const Reason = z.string().max(2000);

/** What an entry said at one time. Revisions are only ever added: number 1 is the first. */
export const EntryRevision = z.strictObject({
  /** Its place in the row, from 1. */
  number: z.int().min(1),
  /** What the entry says. */
  content: EntryContent,
  /** Who wrote it. */
  author: Editor,
  /** When it was written. */
  at: Instant,
  /** Why it was written. */
  why: Reason,
  /** The older revision whose content it takes up again; `null` for new content. */
  restoredFrom: z.int().min(1).nullable().default(null),
  /** Locales that were read again and need no change, although the source did change. */
  checked: z.array(Locale).max(200).readonly().default([]),
});
/** What an entry said at one time, see the schema of the same name. */
export interface EntryRevision extends Readonly<z.output<typeof EntryRevision>> {}
/** A revision as it is written: keys with a default may be left out. */
export interface EntryRevisionInput extends Readonly<z.input<typeof EntryRevision>> {}
