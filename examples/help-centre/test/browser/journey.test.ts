import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "../../src/locales.ts";
import { textsOf } from "../../src/texts/texts-of.ts";
import {
  type BrowserRig,
  hasChromium,
  openBrowserRig,
  type RiggedPage,
} from "../support/chromium.ts";

const QUESTIONS: Readonly<Record<Locale, { readonly typed: string; readonly message: string }>> = {
  en: { typed: "water stays in the drum", message: "I cleaned the filter.\nIt still won’t drain." },
  "zh-Hans": { typed: "洗衣机不排水", message: "过滤器清理过了，\n还是不排水。" },
  "zh-Hant": { typed: "洗衣機不排水", message: "濾網清過了，\n還是不排水。" },
};
const ENTRY = "troubleshooting-solo-not-draining";

describe.runIf(hasChromium)("a whole journey", { timeout: 120_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  it.each(LOCALES)("in %s", async (locale) => {
    const texts = textsOf(locale);
    const { typed, message } = QUESTIONS[locale];
    await using customer = await rig.newPage({ locale, timezoneId: "Asia/Taipei" });
    const { page } = customer;

    // Looking for an answer: suggestions on every key, without a request.
    await page.goto("/");
    expect(new URL(page.url()).pathname).toBe(`/${locale}`);
    await readyToType(customer);
    const before = customer.requests.length;
    await page.locator("#q").pressSequentially(typed);
    const suggestion = page.locator(`#suggestions a[href*="/answers/${ENTRY}?"]`);
    await suggestion.waitFor();
    expect(customer.requests.slice(before)).toEqual([]);
    expect(await suggestion.locator("mark").count()).toBeGreaterThan(0);

    // Reading it, and saying that it did not help.
    await suggestion.click();
    await page.waitForURL(`**/${locale}/answers/${ENTRY}?**`);
    await page.locator("button[name=verdict][value=no]").click();
    await page.getByText(texts.answer.whatWasMissing).waitFor();
    await page.getByText(texts.answer.reasons.incomplete).click();
    await page.getByRole("button", { name: texts.answer.sendReason }).click();
    await page.getByText(texts.answer.reasonSent).waitFor();

    // Asking a person.
    await page.locator(".verdict").getByRole("link", { name: texts.answer.askPerson }).click();
    await page.locator("#name").fill("陳怡君 Chen");
    await page.locator("#email").fill("chen@example.com");
    await page.locator("#message").fill(message);
    await page.getByRole("button", { name: texts.ask.submit }).click();
    await page.waitForURL("**/tickets/**");
    const ticketPage = await page.locator("main").textContent();
    expect(ticketPage).toContain("14:00");
    expect(ticketPage).toContain(texts.ticket.deskZone);
    expect(await page.locator(".local-time").textContent()).toContain("21:00");
    const number = /\d{5}/.exec((await page.locator("h1").textContent()) ?? "")?.[0];

    // An agent reads what was handed over, and answers.
    await using desk = await rig.newPage({ locale });
    await desk.page.goto(`/${locale}/desk`);
    await desk.page.locator("#code").fill("test-code");
    await desk.page.getByRole("button", { name: texts.desk.signIn }).click();
    await desk.page.locator(`a[href$="/desk/tickets/${number}"]`).click();
    const handedOver = await desk.page.locator("main").textContent();
    expect(handedOver).toContain(typed);
    expect(handedOver).toContain(texts.desk.verdicts.notHelpful);
    expect(handedOver).toContain(texts.answer.reasons.incomplete);
    await desk.page.locator("#body").fill("A technician comes tomorrow. 明天上门。");
    await desk.page.getByRole("button", { name: texts.desk.sendAnswer }).click();
    await desk.page.getByText("A technician comes tomorrow.").waitFor();

    // The customer sees the answer.
    await page.reload();
    const answered = await page.locator("main").textContent();
    expect(answered).toContain("A technician comes tomorrow. 明天上门。");
    expect(answered).toContain(texts.ticket.status.answered);
    expect([...customer.errors, ...desk.errors]).toEqual([]);
  });
});

/** Puts the caret into the search field and waits until it is a combobox. */
async function readyToType({ page }: RiggedPage): Promise<void> {
  await page.locator("#q").click();
  await page.locator("#q[role=combobox]").waitFor();
}
