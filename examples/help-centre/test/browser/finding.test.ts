import { buildFaqIndex } from "@kefu/faq";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "../../src/locales.ts";
import { textsOf } from "../../src/texts/texts-of.ts";
import { askedVaguely } from "../support/asks-back.ts";
import { type BrowserRig, hasChromium, openBrowserRig } from "../support/chromium.ts";

const TREE = "troubleshooting-solo-wont-start";

describe.runIf(hasChromium)("finding an answer", { timeout: 180_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  /** In the browser, the index holds one language. */
  const typedIndex = (locale: Locale) =>
    buildFaqIndex(JSON.parse(rig.help.centre.knowledge.downloads[locale].json));
  const askedOnServer = (locale: Locale) => askedVaguely(rig.help.centre.knowledge.index, locale);

  it.each(LOCALES)("by a choice, a walk and a person, in %s", async (locale) => {
    const texts = textsOf(locale);
    await using customer = await rig.newPage({ locale });
    const { page } = customer;

    // The search asks back; another answer is a decision tree.
    const asked = askedOnServer(locale);
    await page.goto(`/${locale}/search?q=${asked}`);
    const choices = page.getByRole("region", { name: texts.search.clarify });
    expect(await choices.locator("strong").count()).toBeGreaterThan(1);
    await choices.locator("a.choice").first().click();
    await page.waitForURL("**from=clarify-1");
    await page.goto(`/${locale}/answers/${TREE}?q=${asked}`);
    await page.getByText(texts.answer.tree.question(1)).waitFor();

    // Every choice is an address: the browser's own way back works, and so does the page's.
    await page.locator(".walk-option").nth(1).click();
    await page.getByText(texts.answer.tree.question(2)).waitFor();
    await page.locator("#walk:focus").waitFor();
    await page.goBack();
    await page.getByText(texts.answer.tree.question(1)).waitFor();
    await page.locator(".walk-option").nth(0).click();
    await page.locator(".walk-option").nth(1).click();
    await page.getByRole("link", { name: texts.answer.tree.back }).click();
    await page.locator(".walk-option").nth(0).click();
    await page.getByText(texts.answer.tree.personTitle).waitFor();
    expect(await page.locator(".walk-taken li").count()).toBe(2);

    // The way goes along to the desk.
    await page.locator(".walk-person a").click();
    await page.getByText(texts.ask.answeredQuestions).waitFor();
    await page.locator("#name").fill("林志明");
    await page.locator("#email").fill("lin@example.com");
    await page.locator("#message").fill("…");
    await page.getByRole("button", { name: texts.ask.submit }).click();
    await page.waitForURL("**/tickets/**");
    const number = /\d{5}/.exec((await page.locator("h1").textContent()) ?? "")?.[0];

    await using desk = await rig.newPage({ locale });
    await desk.page.goto(`/${locale}/desk`);
    await desk.page.locator("#code").fill("test-code");
    await desk.page.getByRole("button", { name: texts.desk.signIn }).click();
    await desk.page.locator(`a[href$="/desk/tickets/${number}"]`).click();
    const packet = desk.page.getByRole("region", { name: texts.desk.packetTitle });
    const handedOver = (await packet.textContent()) ?? "";
    expect(handedOver).toContain(asked);
    expect(handedOver).toContain(texts.desk.whys["tree-ended-here"]);
    expect(handedOver).toContain(texts.desk.words.covered);
    expect(await packet.locator(".way li").count()).toBe(2);
    expect([...customer.errors, ...desk.errors]).toEqual([]);
  });

  it.each(["en", "zh-Hant"] as const)("by keyboard alone while typing, in %s", async (locale) => {
    const { search } = textsOf(locale);
    await using rigged = await rig.newPage({ locale });
    const { page } = rigged;
    await typing(page, locale, askedVaguely(typedIndex(locale), locale));
    const askedBack = page.locator(".asks-back");
    await askedBack.waitFor();
    expect(await page.locator(".search [role=status]").textContent()).toContain(search.clarify);
    expect(await page.locator("#suggestion-0 strong").count()).toBeGreaterThan(0);
    await page.keyboard.press("ArrowUp");
    const last = page.locator("#suggestions [aria-selected=true]");
    expect(await last.textContent()).toBe(search.noneOfThese);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/answers/**from=clarify-1");
    expect(rigged.errors).toEqual([]);
  });

  it("by a person, when none of the answers is meant, without a script", async () => {
    await using rigged = await rig.newPage({ javaScriptEnabled: false });
    const { page } = rigged;
    const asked = askedOnServer("en");
    await page.goto(`/en/search?q=${asked}`);
    await page.getByRole("link", { name: textsOf("en").search.noneOfThese }).click();
    await page.waitForURL("**/ask?q=*&declined=yes");
    expect(await page.locator(".packet-preview").textContent()).toContain(asked);
  });

  it("in a table that screen readers can read, and that scrolls by itself", async () => {
    await using rigged = await rig.newPage({ viewport: { width: 320, height: 700 } });
    const { page } = rigged;
    await page.goto("/en/answers/delivery-times-and-costs");
    const table = page.getByRole("table", { name: "How long does delivery take" });
    expect(await table.getByRole("columnheader").count()).toBe(3);
    expect(await table.getByRole("rowheader").count()).toBe(4);
    expect(
      await page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
      ),
    ).toBe(true);
    expect(rigged.errors).toEqual([]);
  });
});

async function typing(page: Page, locale: Locale, text: string): Promise<void> {
  await page.goto(`/${locale}`);
  await page.locator("#q").click();
  await page.locator("#q[role=combobox]").waitFor();
  await page.locator("#q").fill(text);
}
