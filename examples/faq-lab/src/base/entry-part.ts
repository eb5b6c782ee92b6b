import { FaqEntry, type FaqEntryInput } from "@kefu/faq";
import { LabError, type Place } from "../lab-error.ts";

/** An entry, or what one file or row says of it: one language, often. */
export interface EntryPart {
  readonly place: Place;
  readonly entry: unknown;
}

/** Entries out of their parts: parts of one id are joined where they speak different languages. */
export function joinParts(parts: readonly EntryPart[]): FaqEntry[] {
  const joined = new Map<string, { place: Place; entry: FaqEntry }>();
  for (const { place, entry: written } of parts) {
    const entry = readEntry(written, place);
    const known = joined.get(entry.id);
    if (known === undefined) joined.set(entry.id, { place, entry });
    else joined.set(entry.id, { ...known, entry: joinTwo(known, { place, entry }) });
  }
  return [...joined.values()].map(({ entry }) => entry);
}

function readEntry(written: unknown, place: Place): FaqEntry {
  const { success, data, error } = FaqEntry.safeParse(written);
  if (success) return data;
  const [issue] = error.issues;
  throw new LabError(`${issue?.path.join(".") || "entry"}: ${issue?.message}`, place);
}

interface Placed {
  readonly place: Place;
  readonly entry: FaqEntry;
}

function joinTwo(one: Placed, other: Placed): FaqEntry {
  const [a, b] = [one.entry, other.entry];
  if (Object.keys(b.question).some((locale) => Object.hasOwn(a.question, locale))) {
    const { file, line } = one.place;
    const first = line === undefined ? file : `${file}:${line}`;
    throw new LabError(`id "${b.id}" is taken already by ${first}`, other.place);
  }
  return {
    ...a,
    question: { ...a.question, ...b.question },
    alternates: { ...a.alternates, ...b.alternates },
    answer: { ...a.answer, ...b.answer },
    tags: [...new Set([...a.tags, ...b.tags])],
    related: [...new Set([...a.related, ...b.related])],
  };
}

/** What a text file says of an entry. */
export interface TextEntry {
  readonly id: string;
  readonly locale: string;
  readonly question: string;
  readonly alternates: readonly string[];
  readonly answer: string;
  readonly tags: readonly string[];
  readonly category: readonly string[];
}

/** The entry that a text file describes. */
export function entryOfText(text: TextEntry): FaqEntryInput {
  const { id, locale, question, alternates, answer, tags, category } = text;
  return {
    id,
    category: [...category],
    question: { [locale]: question },
    ...(alternates.length === 0 ? {} : { alternates: { [locale]: [...alternates] } }),
    ...(answer === "" ? {} : { answer: { [locale]: { format: "markdown", markdown: answer } } }),
    tags: [...tags],
  };
}

/** For files that name no language. */
export const guessLocale = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? "zh-Hans" : "en";

/** Parts of a cell or line that holds several things. */
export const listOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/[|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
