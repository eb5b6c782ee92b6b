import { buildFaqIndex } from "@kefu/faq";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import type { Locale } from "../../src/locales.ts";
import { askedVaguely } from "../support/asks-back.ts";
import { browserFor, findingsOn, VIEWS } from "../support/axe.ts";
import { type BrowserRig, hasChromium, openBrowserRig } from "../support/chromium.ts";

const TREE = "troubleshooting-solo-wont-start";
describe.runIf(hasChromium)("accessibility", { timeout: 180_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  it.each(VIEWS)("$size, $colorScheme, $locale", async (view) => {
    await using rigged = await rig.newPage(browserFor(view));
    const { page } = rigged;
    const findings: string[] = [];
    for (const [what, visit] of pagesIn(view.locale, rig.help.centre.knowledge)) {
      await visit(page);
      await page.waitForLoadState();
      findings.push(...(await findingsOn(page)).map((finding) => `${what}: ${finding}`));
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
    ["wallet, not open", (page) => page.goto(`/${locale}/wallet`)],
    ["wallet", (page) => page.locator("button[value=made-up]").click()],
    ["wallet, a day that is none", (page) => page.goto(`/${locale}/wallet?day=x`)],
    ["preferences", (page) => page.goto(`/${locale}/preferences`)],
    ["preferences, turned on", (page) => page.locator("button[value=on]").click()],
    ["preferences, every reason", openAll],
    ["leaving", (page) => page.locator("a[href*='/leave/']").click()],
    ["customers", (page) => page.goto(`/${locale}/desk/customers`)],
    ["customer's rules", (page) => page.locator(".inbox-row").first().click()],
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
