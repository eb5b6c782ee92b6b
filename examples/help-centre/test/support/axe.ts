import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Locale } from "../../src/locales.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;

export interface View {
  readonly size: keyof typeof SIZES;
  readonly colorScheme: "light" | "dark";
  readonly locale: Locale;
}

/** Every size in every colour scheme; the languages take turns. */
export const VIEWS: readonly View[] = [
  { size: "phone", colorScheme: "light", locale: "en" },
  { size: "phone", colorScheme: "dark", locale: "zh-Hant" },
  { size: "desktop", colorScheme: "light", locale: "zh-Hans" },
  { size: "desktop", colorScheme: "dark", locale: "en" },
];

/** A browser in which pages of a view can be checked: their own policy would refuse a script from outside. */
export function browserFor({ size, colorScheme }: View): BrowserContextOptions {
  return { viewport: SIZES[size], colorScheme, reducedMotion: "reduce", bypassCSP: true };
}

/** What is seriously wrong with a page: for those who cannot see it, and where it is wider than the window. */
export async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  const overflow = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return [
    ...violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`)),
    ...(Number(overflow) > 0 ? ["wider than the window"] : []),
  ];
}
