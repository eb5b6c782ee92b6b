import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildFaqIndex } from "@kefu/faq";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import type { Locale } from "../../src/locales.ts";
import { askedVaguely } from "../support/asks-back.ts";
import { type BrowserRig, hasChromium, openBrowserRig } from "../support/chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;
/** Every size in every colour scheme; the languages take turns. */
const VIEWS = [
  { size: "phone", colorScheme: "light", locale: "en" },
  { size: "phone", colorScheme: "dark", locale: "zh-Hant" },
  { size: "desktop", colorScheme: "light", locale: "zh-Hans" },
  { size: "desktop", colorScheme: "dark", locale: "en" },
] as const;

const TREE = "troubleshooting-solo-wont-start";
describe.runIf(hasChromium)("accessibility", { timeout: 180_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  it.each(VIEWS)("$size, $colorScheme, $locale", async ({ size, colorScheme, locale }) => {
    // Checked over the wire of the debugger: the page's own policy would refuse a script from outside.
    await using rigged = await rig.newPage({
      viewport: SIZES[size],
      colorScheme,
      reducedMotion: "reduce",
      bypassCSP: true,
    });
    const { page } = rigged;
    const findings: string[] = [];
    const check = async (what: string) => {
      findings.push(...(await seriousFindings(page)).map((finding) => `${what}: ${finding}`));
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      if (Number(overflow) > 0) findings.push(`${what}: wider than the window`);
    };
    for (const [what, visit] of pagesIn(locale, rig.help.centre.knowledge)) {
      await visit(page);
      await page.waitForLoadState();
      await check(what);
    }
    expect(findings).toEqual([]);
  });
});

/** Every page, in an order in which each can be reached. */
function pagesIn(
  locale: Locale,
  { index, downloads }: Knowledge,
): readonly (readonly [string, (page: Page) => Promise<unknown>])[] {
  const typed = askedVaguely(buildFaqIndex(JSON.parse(downloads[locale].json)), locale);
  const submit = (page: Page) => page.locator(".form button[type=submit]").first().click();
  return [
    ["home", (page) => page.goto(`/${locale}`)],
    ["language menu", (page) => page.locator(".language-menu summary").click()],
    ["suggestions", openSuggestions],
    ["topic", (page) => page.goto(`/${locale}/topics/troubleshooting`)],
    ["results", (page) => page.goto(`/${locale}/search?q=refund`)],
    ["asking back", (page) => page.goto(`/${locale}/search?q=${askedVaguely(index, locale)}`)],
    ["narrowed to a topic", (page) => page.locator(".topic-filter a").nth(1).click()],
    ["asking back while typing", (page) => openChoices(page, typed)],
    ["no results", (page) => page.goto(`/${locale}/search?q=xyzzy`)],
    ["empty search", (page) => page.goto(`/${locale}/search`)],
    ["table", (page) => page.goto(`/${locale}/answers/delivery-times-and-costs`)],
    ["picture", (page) => page.goto(`/${locale}/answers/spare-parts-rating-plate`)],
    ["tree", (page) => page.goto(`/${locale}/answers/${TREE}`)],
    ["tree, a step on", (page) => page.locator(".walk-option").first().click()],
    ["tree, its end", (page) => page.locator(".walk-option").first().click()],
    ["answer", (page) => page.goto(`/${locale}/answers/troubleshooting-solo-not-draining`)],
    ["verdict", (page) => page.locator("button[value=no]").click()],
    ["ask", (page) => page.goto(`/${locale}/ask`)],
    ["ask with mistakes", submit],
    ["ticket", (page) => fillIn(page).then(() => submit(page))],
    ["ticket, with the form of complaints", openAll],
    ["sign-in", (page) => page.goto(`/${locale}/desk`)],
    ["sign-in with a wrong code", submit],
    [
      "inbox",
      (page) =>
        page
          .locator("#code")
          .fill("test-code")
          .then(() => submit(page)),
    ],
    ["agent's ticket", (page) => page.locator(".inbox-row").first().click()],
    ["agent's ticket, all of it", openAll],
    ["answer with mistakes", submit],
    ["policy", (page) => page.goto(`/${locale}/desk/policy`)],
    ["closed tickets", (page) => page.goto(`/${locale}/desk?state=closed`)],
    ["not found", (page) => page.goto(`/${locale}/nothing`)],
  ];
}

/** Opens whatever can be opened on the page itself. */
async function openAll(page: Page): Promise<void> {
  await page.locator("main details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
}

async function openSuggestions(page: Page): Promise<void> {
  await page.locator("#q").click();
  await page.locator("#q[role=combobox]").waitFor();
  await page.locator("#q").fill("refund");
  await page.keyboard.press("ArrowDown");
}

async function openChoices(page: Page, typed: string): Promise<void> {
  await page.locator("#q").click();
  await page.locator("#q[role=combobox]").waitFor();
  await page.locator("#q").fill(typed);
  await page.locator(".asks-back").waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await page.locator("#name").fill("Ana de Vries");
  await page.locator("#email").fill("ana@example.com");
  await page.locator("#message").fill("The kettle stopped.");
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`));
}
