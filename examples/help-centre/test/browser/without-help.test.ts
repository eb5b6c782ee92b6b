import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserRig, hasChromium, openBrowserRig } from "../support/chromium.ts";

describe.runIf(hasChromium)("without", { timeout: 120_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  it("JavaScript: from the search to the ticket", async () => {
    await using rigged = await rig.newPage({ javaScriptEnabled: false, locale: "zh-TW" });
    const { page } = rigged;
    await page.goto("/");
    await page.locator(".language-menu summary").click();
    await page.getByRole("link", { name: "简体中文" }).click();
    await page.waitForURL("**/zh-Hans");
    await page.locator("#q").fill("洗衣机不排水");
    await page.locator(".search button").click();
    await page.locator('main a[href*="troubleshooting-solo-not-draining"]').first().click();
    await page.locator("button[name=verdict][value=no]").click();
    await page.getByRole("link", { name: "咨询人工客服" }).last().click();
    await page.locator(".button-large").click();
    await page.locator(".error-summary").waitFor();
    await page.locator("#name").fill("陈怡君");
    await page.locator("#email").fill("chen@example.com");
    await page.locator("#message").fill("还是不排水");
    await page.locator(".button-large").click();
    await page.waitForURL("**/tickets/**");
    expect(await page.locator("main").textContent()).toContain("今天 14:00");
  });

  it("a mouse: from the skip link to the ticket", async () => {
    await using rigged = await rig.newPage();
    const { page } = rigged;
    const press = (key: string) => page.keyboard.press(key);
    const focused = () => page.evaluate("document.activeElement?.id ?? ''");
    const tabTo = async (id: string) => {
      for (let tabs = 0; tabs < 60 && (await focused()) !== id; tabs++) await press("Tab");
      expect(await focused()).toBe(id);
    };
    await page.goto("/en");
    await press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip-link");
    await press("Enter");
    await tabTo("q");
    await page.locator("#q[role=combobox]").waitFor();
    await page.keyboard.type("xyzzy");
    await page.locator(".see-all").waitFor();
    await press("ArrowDown");
    await press("Enter");
    await page.waitForURL("**/ask?q=xyzzy");
    await tabTo("name");
    await press("Enter");
    await page.locator(".error-summary").waitFor();
    expect(await page.evaluate("document.activeElement.className")).toBe("error-summary");
    await press("Tab");
    await press("Enter");
    expect(await focused()).toBe("name");
    await page.keyboard.type("Ana");
    await tabTo("email");
    await page.keyboard.type("ana@example.com");
    await tabTo("message");
    await page.keyboard.type("The kettle stopped.");
    await press("Tab");
    await press("Enter");
    await page.waitForURL("**/tickets/**");
    expect(rigged.errors).toEqual([]);
  });

  it("a pointer, the language menu opens, closes by Escape, and gives the focus back", async () => {
    await using rigged = await rig.newPage();
    const { page } = rigged;
    await page.goto("/en");
    await page.locator(".language-menu summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await page.locator(".language-menu").getAttribute("open")).toBeNull();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("SUMMARY");
  });
});
