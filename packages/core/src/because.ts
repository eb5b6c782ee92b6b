import { z } from "zod";
import type { Locale, LocaleFallbackPolicyInput } from "./locale.ts";
import { LocalizedText, localize } from "./localized-text.ts";
import { invalidInput, parseInput, requireObject } from "./parse-input.ts";

/** Why something was decided: what rule fired, and its facts, as data. {@link explainBecause} makes a sentence of it. */
export const Because = z.strictObject({
  /** Which rule it was: kebab-case, stable over versions. */
  code: z.string().min(1).max(128),
  /** What the rule saw, by name. Moments and amounts are already written the way people are to read them. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
});
/** Why something was decided; `Code` narrows it to the codes of one decision. */
export interface Because<Code extends string = string> extends Readonly<z.output<typeof Because>> {
  readonly code: Code;
}

/** The sentence for each code, by locale. `{name}` in it stands for the fact of that name. */
export const MessageCatalogue = z.record(z.string(), LocalizedText).readonly();
/** The sentence for each code, see the schema of the same name. */
export type MessageCatalogue = z.output<typeof MessageCatalogue>;

/** Facts are filled in as often as a sentence asks for them: something has to end it. */
const LONGEST_SENTENCE = 1_000_000;

/**
 * The sentence that a reason makes in a language, for people to read. Facts are filled in as they are: escape the
 * sentence where it becomes HTML.
 *
 * @param because - the reason
 * @param locale - the language; falls back like {@link localize}
 * @param catalogue - the sentences; `{ ...shared, ...own }` joins two catalogues
 * @returns the code itself where the catalogue has no sentence; a `{name}` without a fact stays as it is
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { explainBecause } from "@kefu/core";
 *
 * const catalogue = { "window-closed": { en: "Returns closed on {day}.", "zh-Hans": "退货已于{day}截止。" } };
 * const because = { code: "window-closed", facts: { day: "2026-11-24" } };
 * explainBecause(because, "zh-CN", catalogue); // => "退货已于2026-11-24截止。"
 * ```
 */
export function explainBecause(
  because: Because,
  locale: Locale,
  catalogue: MessageCatalogue,
  policy?: LocaleFallbackPolicyInput,
): string {
  const { code, facts } = parseInput(Because, "because", because);
  requireObject("message catalogue", catalogue);
  const sentences = Object.hasOwn(catalogue, code) ? catalogue[code] : {};
  const texts = parseInput(LocalizedText, "sentence", sentences);
  const sentence = localize(texts, locale, policy)?.text ?? code;
  let length = sentence.length;
  return sentence.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const fact = Object.hasOwn(facts, name) ? String(facts[name]) : placeholder;
    length += fact.length;
    if (length > LONGEST_SENTENCE)
      throw invalidInput("sentence", "is longer than a million characters");
    return fact;
  });
}
