import { InvalidInputError, type KefuIssue, parseInput } from "@kefu/core";
import { z } from "zod";
import { issuesOfSize } from "./entry-size.ts";
import { createEntryStore, type EntryStore } from "./entry-store.ts";
import { issuesOfEqualIds } from "./equal-ids.ts";
import { FaqEntry } from "./faq-entry.ts";

const SUBJECT = "FAQ entries";
const Entries = z.array(FaqEntry);

/** So many are read at a time: what is read of a large base would else be moved about in memory until all of it is. */
const AT_A_TIME = 500;

/**
 * Reads a knowledge base and keeps what is published.
 *
 * @throws `InvalidInputError` naming every path that is wrong, also for an id that occurs twice
 */
export function publishedIn(entries: unknown): EntryStore {
  const reading: Reading = { published: createEntryStore(), ids: [], unreadable: [], unfit: [] };
  const length = lengthOf(entries);
  if (length <= AT_A_TIME) readPortion(reading, entries, 0);
  for (let from = 0; length > AT_A_TIME && from < length; from += AT_A_TIME) {
    readPortion(reading, portionOf(entries as readonly unknown[], from), from);
  }
  const { published, ids, unreadable, unfit } = reading;
  const issues = unreadable.length > 0 ? unreadable : [...issuesOfEqualIds(ids), ...unfit];
  if (issues.length > 0) throw new InvalidInputError(SUBJECT, issues);
  return published;
}

interface Reading {
  readonly published: EntryStore;
  readonly ids: string[];
  readonly unreadable: KefuIssue[];
  readonly unfit: KefuIssue[];
}

/** The length of a list; that of anything else is taken for 0, and refused when it is read. */
function lengthOf(entries: unknown): number {
  try {
    return Array.isArray(entries) ? entries.length : 0;
  } catch {
    return 0;
  }
}

const portionOf = (entries: readonly unknown[], from: number): readonly unknown[] =>
  Array.from({ length: Math.min(AT_A_TIME, entries.length - from) }, (_, at) => entries[from + at]);

function readPortion(reading: Reading, portion: unknown, from: number): void {
  try {
    const entries = parseInput(Entries, SUBJECT, portion);
    for (const issue of issuesOfSize(entries)) reading.unfit.push(shifted(issue, from));
    for (const entry of entries) {
      reading.ids.push(entry.id);
      if (entry.status === "published") reading.published.add(entry);
    }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    for (const issue of error.issues) reading.unreadable.push(shifted(issue, from));
  }
}

/** An issue of a portion as one of the whole. */
function shifted({ path, message }: KefuIssue, from: number): KefuIssue {
  const [at, ...below] = path;
  return { path: typeof at === "number" ? [from + at, ...below] : path, message };
}
