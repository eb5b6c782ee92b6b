/** The locales to look for a text in, best first. */
export function localeChain(locale: string, fallback: readonly string[] | undefined): string[] {
  if (fallback !== undefined) return [locale, ...fallback];
  const parts = locale.split("-");
  const narrowing = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  return [...new Set([...narrowing, ...(CHAINS[parts[0] ?? ""] ?? []), "en"])];
}

const CHAINS: Readonly<Record<string, readonly string[]>> = { zh: ["zh-Hant", "zh-Hans"] };
