import { type Because, LocalDate, Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { plainAnswer } from "../answer-text.ts";
import { maySee } from "../audience.ts";
import { FaqEntry, type FaqEntryInput } from "../faq-entry.ts";
import { lintQuestions } from "./lint-questions.ts";
import { readability } from "./readability.ts";

/** What a knowledge base is held to. */
export const LintOptions = z.strictObject({
  /** The day from which reviews are looked at, in the shop's own zone; without it none is overdue. */
  today: LocalDate.optional(),
  /** The languages that every entry should have. */
  locales: z.array(Locale).max(100).readonly().default([]),
  /** The ids of the categories that exist; without it categories are not looked at. */
  categories: z.array(z.string()).readonly().optional(),
  /** Translations that lag behind, from {@link staleTranslations}. */
  stale: z
    .array(z.object({ entryId: z.string(), locale: Locale }))
    .readonly()
    .default([]),
  /** How many words, or Han characters, an answer may have. */
  longestAnswer: z.int().positive().default(300),
  /** The hardest grade, see {@link readability}; looked at from 30 words on. */
  hardestGrade: z.number().positive().default(10),
  /** The most Han characters that a sentence may have on average. */
  longestSentence: z.number().positive().default(40),
  /** From this similarity on, 0 to 1, another entry's question is taken for the same. */
  duplicateFrom: z.number().min(0).max(1).default(0.85),
});
/** What a knowledge base is held to, with defaults left out. */
export interface LintOptions extends Readonly<z.input<typeof LintOptions>> {}

/** The options with their defaults. */
type ReadLintOptions = z.output<typeof LintOptions>;

/** Something to mend in a knowledge base; {@link lintMessages} has the sentences. */
export interface KnowledgeFinding {
  /** The entry. */
  readonly entryId: string;
  /** Where in the entry. */
  readonly path: readonly (string | number)[];
  /** What it is, and its facts. */
  readonly because: Because<
    | "duplicate-question"
    | "unreachable-question"
    | "empty-alternate"
    | "answer-too-long"
    | "answer-hard-to-read"
    | "dead-link"
    | "unknown-category"
    | "missing-language"
    | "stale-translation"
    | "review-overdue"
  >;
}

/** Makes findings about one entry. */
type Report = (
  path: KnowledgeFinding["path"],
  code: KnowledgeFinding["because"]["code"],
  facts?: KnowledgeFinding["because"]["facts"],
) => KnowledgeFinding;

/** Shorter texts have no meaningful grade. */
const FEWEST_WORDS = 30;

/**
 * What to mend in a knowledge base: duplicates, questions that no query reaches, answers that are too long or hard to
 * read, links that readers cannot open, missing or stale languages, overdue reviews. Drafts are looked at as if they were
 * published, archived entries not at all.
 *
 * @returns in the order of the entries, first what their own text shows, then duplicates and reach; empty when all is well
 * @throws `InvalidInputError` when an argument has not its shape, or an id occurs twice
 *
 * @example
 * ```ts
 * import { explainBecause } from "@kefu/core";
 * import { lintKnowledge, lintMessages } from "@kefu/faq";
 *
 * const entries = [{ id: "returns", question: { en: "How do I return it?" }, related: ["refunds"] }];
 * const [finding] = lintKnowledge(entries);
 * finding?.path; // => ["related", 0]
 * finding && explainBecause(finding.because, "en", lintMessages); // => "Its readers cannot open refunds. Correct or remove the link."
 * ```
 */
export function lintKnowledge(
  entries: readonly FaqEntryInput[],
  options: LintOptions = {},
): readonly KnowledgeFinding[] {
  const read = parseInput(LintOptions, "lint options", options);
  const looked = parseInput(z.array(FaqEntry), "FAQ entries", entries).filter(
    ({ status }) => status !== "archived",
  );
  const byId = new Map(looked.map((entry) => [entry.id, entry]));
  const ofQuestions = lintQuestions(looked, read.duplicateFrom);
  const upkeep = upkeepOf(read);
  return looked.flatMap((entry) => {
    const report = reporterFor(entry.id);
    return [
      ...lintText(entry, read, report),
      ...lintLinks(entry, byId, report),
      ...lintUpkeep(entry, upkeep, report),
      ...(ofQuestions.get(entry.id) ?? []),
    ];
  });
}

/** Makes findings about an entry. */
function reporterFor(entryId: string): Report {
  return (path, code, facts = {}) => ({ entryId, path, because: { code, facts } });
}

function lintText(entry: FaqEntry, options: ReadLintOptions, report: Report): KnowledgeFinding[] {
  const blank = Object.entries(entry.alternates).flatMap(([locale, texts]) =>
    texts.flatMap((text, at) =>
      text.trim() === "" ? [report(["alternates", locale, at], "empty-alternate")] : [],
    ),
  );
  const answers = Object.entries(entry.answer).flatMap(([locale, answer]) => {
    const { measure, value, length } = readability(plainAnswer(answer));
    const most = measure === "grade" ? options.hardestGrade : options.longestSentence;
    const isHard = value > most && (measure !== "grade" || length >= FEWEST_WORDS);
    const path = ["answer", locale];
    return [
      ...(length > options.longestAnswer
        ? [report(path, "answer-too-long", { length, most: options.longestAnswer })]
        : []),
      ...(isHard ? [report(path, "answer-hard-to-read", { measure, value, most })] : []),
    ];
  });
  return [...blank, ...answers];
}

const LINK = /\]\(entry:([^()\s"\\]{1,200})\)/g;

function lintLinks(
  entry: FaqEntry,
  byId: ReadonlyMap<string, FaqEntry>,
  report: Report,
): KnowledgeFinding[] {
  const isDead = (id: string) => {
    const target = byId.get(id);
    return target === undefined || !maySee(entry.audience, target.audience);
  };
  const check = (path: KnowledgeFinding["path"], target: string) =>
    isDead(target) ? [report(path, "dead-link", { target })] : [];
  const inAnswers = Object.entries(entry.answer).flatMap(([locale, answer]) => {
    const targets = [...JSON.stringify(answer).matchAll(LINK)].map(([, target]) => target ?? "");
    return [...new Set(targets)].flatMap((target) => check(["answer", locale], target));
  });
  return [...inAnswers, ...entry.related.flatMap((target, at) => check(["related", at], target))];
}

/** What upkeep is held to, ready to be looked up for every entry. */
function upkeepOf({ today, locales, categories, stale }: ReadLintOptions) {
  const staleById = new Map<string, string[]>();
  for (const { entryId, locale } of stale) {
    const known = staleById.get(entryId);
    if (known === undefined) staleById.set(entryId, [locale]);
    else known.push(locale);
  }
  return { today, locales, categories: categories && new Set(categories), staleById };
}

function lintUpkeep(
  entry: FaqEntry,
  { today, locales, categories, staleById }: ReturnType<typeof upkeepOf>,
  report: Report,
): KnowledgeFinding[] {
  const { id, question, answer, category, reviewBy } = entry;
  const has = (locale: string) => Object.hasOwn(question, locale) && Object.hasOwn(answer, locale);
  return [
    ...category.flatMap((name, at) =>
      categories === undefined || categories.has(name)
        ? []
        : [report(["category", at], "unknown-category", { category: name })],
    ),
    ...locales
      .filter((locale) => !has(locale))
      .map((locale) => report(["answer", locale], "missing-language", { locale })),
    ...(staleById.get(id) ?? []).map((locale) =>
      report(["answer", locale], "stale-translation", { locale }),
    ),
    ...(today !== undefined && reviewBy !== undefined && reviewBy < today
      ? [report(["reviewBy"], "review-overdue", { day: reviewBy })]
      : []),
  ];
}
