import { z } from "zod";
import { parseInput } from "./parse-input.ts";

const LANGUAGE_TAG =
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*$/i;

/**
 * A language tag after BCP 47, made of language, script, region and variants: `"en"`, `"zh-Hant-HK"`. Reading it puts
 * it in its usual case, so that `"ZH-hant"` becomes `"zh-Hant"`. At most 35 characters.
 */
export const Locale = z
  .string()
  .check(
    z.maxLength(35),
    z.regex(LANGUAGE_TAG, "must be a language tag, such as en or zh-Hant-HK"),
    z.overwrite(inUsualCase),
  );
/** A language tag, see the schema of the same name. */
export type Locale = z.output<typeof Locale>;

const BY_DEFAULT = {
  mode: "chain",
  next: {
    zh: "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans",
    "zh-TW": "zh-Hant",
    "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant",
    "zh-Hant": "zh-Hans",
    "zh-Hans": "zh-Hant",
  },
  last: ["en"],
} as const;

/** Where to look for a text that is not there in the locale asked for; {@link fallbackChain} follows it. */
export const LocaleFallbackPolicy = z.strictObject({
  /** `"chain"` looks further; `"exact"` serves the locale asked for or nothing. */
  mode: z.enum(["chain", "exact"]).default(BY_DEFAULT.mode),
  /**
   * What comes after a locale, where that is not the tag without its last part. By default the regions and
   * the bare tag of Chinese lead to their script, and each script to the other one.
   */
  next: z.record(Locale, Locale).readonly().default(BY_DEFAULT.next),
  /** What comes last for every locale. */
  last: z.array(Locale).readonly().default(BY_DEFAULT.last),
});
/** Where to look for a missing text, see the schema of the same name. */
export interface LocaleFallbackPolicy extends Readonly<z.output<typeof LocaleFallbackPolicy>> {}
/** A fallback policy as it is written: keys with a default may be left out. */
export interface LocaleFallbackPolicyInput extends Readonly<z.input<typeof LocaleFallbackPolicy>> {}

/**
 * The locales to look for a text in, best first, each once.
 *
 * @param locale - the locale asked for; comes first
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { fallbackChain } from "@kefu/core";
 *
 * fallbackChain("zh-Hant-HK"); // => ["zh-Hant-HK", "zh-Hant", "zh-Hans", "en"]
 * fallbackChain("zh-TW"); // => ["zh-TW", "zh-Hant", "zh-Hans", "en"]
 * fallbackChain("de-AT", { last: [] }); // => ["de-AT", "de"]
 * ```
 */
export function fallbackChain(locale: Locale, policy?: LocaleFallbackPolicyInput): Locale[] {
  const asked = parseInput(Locale, "locale", locale);
  const { mode, next, last } = checkedFallback(policy);
  if (mode === "exact") return [asked];
  const chain = new Set<Locale>();
  for (let step = asked; step !== "" && !chain.has(step); step = localeAfter(step, next)) {
    chain.add(step);
  }
  return [...new Set([...chain, ...last])];
}

/** The policy with its defaults; without one, the defaults, which need no reading. */
export function checkedFallback(policy?: LocaleFallbackPolicyInput): LocaleFallbackPolicy {
  return policy === undefined ? BY_DEFAULT : parseInput(LocaleFallbackPolicy, "policy", policy);
}

/** The next wider locale; `""` past the widest. */
export function localeAfter(locale: Locale, next: Readonly<Record<Locale, Locale>>): Locale {
  const wider = locale.slice(0, Math.max(0, locale.lastIndexOf("-")));
  return (Object.hasOwn(next, locale) ? next[locale] : undefined) ?? wider;
}

function inUsualCase(tag: string): string {
  return tag
    .toLowerCase()
    .replace(/-[a-z]{2}\b/, (region) => region.toUpperCase())
    .replace(/-[a-z](?=[a-z]{3}\b)/, (initial) => initial.toUpperCase());
}
