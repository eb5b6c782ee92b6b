import { z } from "zod";
import {
  checkedFallback,
  fallbackChain,
  Locale,
  type LocaleFallbackPolicyInput,
  localeAfter,
} from "./locale.ts";
import { parseInput, requireObject } from "./parse-input.ts";

/** One text in several languages: `{ en: "Returns", "zh-Hans": "退货", "zh-Hant": "退貨" }`. No text is empty. */
export const LocalizedText = z.record(Locale, z.string().min(1)).readonly();
/** One text in several languages, see the schema of the same name. */
export type LocalizedText = z.output<typeof LocalizedText>;

/**
 * The value for a locale, or for the first locale of its {@link fallbackChain} that has one, and which locale that was.
 * Where a locale of the chain has none, one that leads to it serves: `zh-TW` for `zh-Hant`, `en-GB` for `en`; of
 * several the first in the order of their code units.
 *
 * @param values - one value for each locale; `undefined` counts as missing
 * @param locale - the locale asked for
 * @param policy - where else to look
 * @returns `undefined` when the chain ends without a value
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { localizeValue } from "@kefu/core";
 *
 * localizeValue({ en: 1, "zh-TW": 2 }, "zh-Hant-HK"); // => { value: 2, locale: "zh-TW" }
 * localizeValue({ en: 1 }, "fr", { mode: "exact" }); // => undefined
 * ```
 */
export function localizeValue<Value>(
  values: Readonly<Record<Locale, Value>>,
  locale: Locale,
  policy?: LocaleFallbackPolicyInput,
): { readonly value: Value; readonly locale: Locale } | undefined {
  const { mode, next } = checkedFallback(policy);
  const chain = fallbackChain(locale, policy);
  requireObject("values by locale", values);
  const present = Object.keys(values).filter((key) => values[key] !== undefined);
  const others = mode === "exact" ? [] : present.filter((key) => !chain.includes(key)).sort();
  for (const wanted of chain) {
    const served = present.includes(wanted)
      ? wanted
      : others.find((other) => localeAfter(other, next) === wanted);
    if (served !== undefined) return { value: values[served] as Value, locale: served };
  }
  return undefined;
}

/**
 * The text for a locale, or for the first locale of its fallback chain that has one; see {@link localizeValue}.
 *
 * @returns the text and the locale that was served, for the page's `lang`; `undefined` when there is none
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { localize } from "@kefu/core";
 *
 * const title = { en: "Returns", "zh-Hans": "退货" };
 * localize(title, "zh-Hant-HK"); // => { text: "退货", locale: "zh-Hans" }
 * ```
 */
export function localize(
  text: LocalizedText,
  locale: Locale,
  policy?: LocaleFallbackPolicyInput,
): { readonly text: string; readonly locale: Locale } | undefined {
  const served = localizeValue(text, locale, policy);
  if (served === undefined) return undefined;
  return { text: parseInput(z.string(), "localized text", served.value), locale: served.locale };
}
