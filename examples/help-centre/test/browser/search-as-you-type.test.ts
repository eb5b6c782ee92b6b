import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BrowserRig,
  hasChromium,
  openBrowserRig,
  type RiggedPage,
} from "../support/chromium.ts";

describe.runIf(hasChromium)("search as you type", { timeout: 60_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  async function typing(rigged: RiggedPage, text: string) {
    const { page } = rigged;
    await page.goto("/en");
    await page.locator("#q").click();
    await page.locator("#q[role=combobox]").waitFor();
    if (text !== "") await page.locator("#q").pressSequentially(text);
    return page;
  }

  it("is a combobox that the keyboard walks through, round and back to the field", async () => {
    await using rigged = await rig.newPage();
    const page = await typing(rigged, "refund");
    const field = page.locator("#q");
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    expect(await field.getAttribute("aria-controls")).toBe("suggestions");
    const count = await page.locator("#suggestions [role=option]").count();
    expect(count).toBeGreaterThan(1);
    await page.keyboard.press("ArrowUp");
    expect(await field.getAttribute("aria-activedescendant")).toBe(`suggestion-${count - 1}`);
    await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();
    await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe("suggestion-0");
    expect(await page.locator("[aria-selected=true]").count()).toBe(1);
    expect(await page.evaluate("document.activeElement.id")).toBe("q");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/answers/**");
    expect(rigged.errors).toEqual([]);
  });

  it("closes by Escape and keeps what was typed; Enter then searches on the server", async () => {
    await using rigged = await rig.newPage();
    const page = await typing(rigged, "refund");
    await page.keyboard.press("Escape");
    expect(await page.locator(".suggestions").isVisible()).toBe(false);
    expect(await page.locator("#q").inputValue()).toBe("refund");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?q=refund");
  });

  it("tells screen readers how many there are, and offers a person where there are none", async () => {
    await using rigged = await rig.newPage();
    const page = await typing(rigged, "refund");
    const status = page.locator(".search [role=status]");
    expect(await status.textContent()).toMatch(/^\d suggestions$/);
    await page.locator("#q").fill("xyzzy");
    expect(await status.textContent()).toContain("No matching answer");
    await page.locator(".see-all").click();
    await page.waitForURL("**/ask?q=xyzzy");
    expect(await page.locator("main").textContent()).toContain("xyzzy");
  });

  it("waits until Chinese is composed", async () => {
    await using rigged = await rig.newPage();
    const page = await typing(rigged, "");
    const field = page.locator("#q");
    await field.evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new CompositionEvent("compositionstart"));
      input.value = "tui";
      input.dispatchEvent(new InputEvent("input", { isComposing: true }));
    });
    expect(await page.locator(".suggestions").isVisible()).toBe(false);
    await field.evaluate((input: HTMLInputElement) => {
      input.value = "退货";
      input.dispatchEvent(new CompositionEvent("compositionend"));
    });
    expect(await page.locator(".suggestions").isVisible()).toBe(true);
  });

  it("survives whatever is typed", async () => {
    await using rigged = await rig.newPage();
    const page = await typing(rigged, "");
    const texts = [
      "<img src=x onerror=alert(1)>",
      "$& {query}",
      "😀😀😀",
      "مرحبا",
      "%00 \\ \" '",
      "x".repeat(3000),
    ];
    for (const text of texts) {
      await page.locator("#q").fill(text);
      await page.locator("#suggestions [role=option]").last().waitFor();
      expect(await page.locator("#suggestions img").count()).toBe(0);
    }
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search**");
    expect(await page.locator("h1").count()).toBe(1);
    expect(rigged.errors).toEqual([]);
  });

  it("fetches the entries once, then takes them from the cache", async () => {
    await using rigged = await rig.newPage();
    const page = await typing(rigged, "refund");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search**");
    await page.locator("#q").click();
    await page.locator("#q[role=combobox]").waitFor();
    const sizes = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.includes("/data/"))
        .map((entry) => (entry as PerformanceResourceTiming).transferSize),
    );
    expect(sizes).toEqual([0]);
  });
});
