import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeDemo } from "../../src/database/demo-rows.ts";
import { demoHistory } from "../../src/editor/demo-history.ts";
import { browserFor, findingsOn, VIEWS } from "../support/axe.ts";
import { type BrowserRig, hasChromium, openBrowserRig } from "../support/chromium.ts";

const ADDRESSES = [
  "",
  "?period=twelveWeeks",
  "/queries",
  "/suggestions",
  "/work",
  "/checks",
  "/entries",
  "/entries/returns-how",
  "/entries/returns-how/revisions/1",
];

describe.runIf(hasChromium)("the editor's side", { timeout: 240_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
    const { database, centre } = rig.help;
    await storeDemo(database, demoHistory(centre.knowledge, centre.now()));
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  it.each(VIEWS)("is accessible: $size, $colorScheme, $locale", async (view) => {
    const { locale } = view;
    await using rigged = await rig.newPage(browserFor(view));
    const { page, errors } = rigged;
    await signIn(page, locale);
    const findings: string[] = [];
    for (const address of ADDRESSES) {
      await page.goto(`/${locale}/editor${address}`);
      await page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
      );
      findings.push(...(await findingsOn(page)).map((finding) => `${address}: ${finding}`));
    }
    expect(findings).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each([
    {
      locale: "en",
      query: "monogram embroidery",
      asked: "Do you offer monogram embroidery?",
      answer: "Yes, on all **towels**.",
      found: "Yes, on all towels.",
    },
    {
      locale: "zh-Hans",
      query: "毛巾绣字",
      asked: "毛巾可以绣字吗？",
      answer: "可以，所有**毛巾**都能绣。",
      found: "可以，所有毛巾都能绣。",
    },
  ])("answers what was missing, by keyboard and without a script: $locale", async (story) => {
    const { locale, query, asked, answer, found } = story;
    const search = `/${locale}/search?q=${encodeURIComponent(query)}`;
    for (const _ of [1, 2, 3]) {
      await using customer = await rig.newPage({ javaScriptEnabled: false });
      await customer.page.goto(search);
    }
    await using rigged = await rig.newPage({ javaScriptEnabled: false });
    const { page } = rigged;
    await signIn(page, locale);
    await page.locator(".editor-nav .tabs a").nth(2).press("Enter");
    const gap = page.locator(".gap", { hasText: query });
    await gap.locator("button").first().press("Enter");

    await page.locator(`#question-${locale}`).fill(asked);
    await page.locator(`#alternates-${locale}`).fill(query);
    await page.locator(`#answer-${locale}`).fill(answer);
    await page.locator(".entry-form .button").last().press("Enter");
    expect(await page.locator(".preview strong").count()).toBe(1);
    await page.locator(".entry-form .button").first().press("Enter");
    for (const _ of ["submit", "approve", "publish"]) {
      await page.locator(".life-forms .button").first().press("Enter");
      await page.waitForLoadState();
    }
    expect(await page.locator(".standing .status-published").count()).toBe(1);

    await using customer = await rig.newPage({ javaScriptEnabled: false });
    await customer.page.goto(search);
    await customer.page.getByRole("link", { name: asked }).first().press("Enter");
    await customer.page.waitForLoadState();
    const text = await customer.page.locator(".answer .prose").textContent();
    expect(text?.trim()).toBe(found);
  });
});

async function signIn(page: Page, locale: string): Promise<void> {
  await page.goto(`/${locale}/editor`);
  await page.locator("#code").fill("test-code");
  await page.locator(".form button[type=submit]").press("Enter");
  await page.locator(".editor-nav").waitFor();
}
