import { Instant, isoOf, Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { plainAnswer } from "../answer-text.ts";
import { FaqEntry, type FaqEntryInput } from "../faq-entry.ts";

/** What {@link faqPage} may add. */
export const FaqPageOptions = z.strictObject({
  /** When the page was last changed. */
  modifiedAt: Instant.optional(),
});
/** What {@link faqPage} may add, see the schema of the same name. */
export interface FaqPageOptions extends Readonly<z.output<typeof FaqPageOptions>> {}

/** A schema.org `FAQPage` as JSON-LD. */
export interface FaqPage {
  readonly "@context": "https://schema.org";
  readonly "@type": "FAQPage";
  /** The language of the page. */
  readonly inLanguage: string;
  /** When it was last changed, ISO 8601. */
  readonly dateModified?: string;
  /** The questions, in the order of the entries. */
  readonly mainEntity: readonly {
    readonly "@type": "Question";
    readonly name: string;
    readonly acceptedAnswer: { readonly "@type": "Answer"; readonly text: string };
  }[];
}

/**
 * The public part of a knowledge base for machines: only entries that are published, meant for the public,
 * and written in exactly that language.
 *
 * @see https://schema.org/FAQPage
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { faqPage } from "@kefu/faq";
 *
 * const answer = { en: { format: "markdown" as const, markdown: "Within **30 days**." } };
 * const { mainEntity } = faqPage([{ id: "returns", question: { en: "Until when?" }, answer }], "en");
 * mainEntity[0]?.acceptedAnswer.text; // => "Within 30 days."
 * ```
 */
export function faqPage(
  entries: readonly FaqEntryInput[],
  locale: string,
  options: FaqPageOptions = {},
): FaqPage {
  const { modifiedAt } = parseInput(FaqPageOptions, "FAQ page options", options);
  const inLanguage = parseInput(Locale, "locale", locale);
  const shown = parseInput(z.array(FaqEntry), "entries", entries).filter(
    ({ audience, status }) => audience === "public" && status === "published",
  );
  return {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    inLanguage,
    ...(modifiedAt === undefined ? {} : { dateModified: isoOf(modifiedAt) }),
    mainEntity: shown.flatMap(({ question, answer }) => {
      const name = ownValue(question, inLanguage);
      const accepted = ownValue(answer, inLanguage);
      if (name === undefined || accepted === undefined) return [];
      const text = plainAnswer(accepted);
      return [{ "@type": "Question", name, acceptedAnswer: { "@type": "Answer", text } }];
    }),
  };
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * JSON that can stand inside a `<script type="application/ld+json">` element: no text in it can close the
 * element or open a comment.
 *
 * @example
 * ```ts
 * import { jsonForScript } from "@kefu/faq";
 *
 * jsonForScript({ a: "</script>" }); // => '{"a":"\\u003c/script>"}'
 * ```
 */
export function jsonForScript(page: object): string {
  parseInput(z.json(), "JSON", page);
  return JSON.stringify(page).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
