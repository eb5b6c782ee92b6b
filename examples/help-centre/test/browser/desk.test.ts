import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textsOf } from "../../src/texts/texts-of.ts";
import { type BrowserRig, hasChromium, openBrowserRig } from "../support/chromium.ts";

describe.runIf(hasChromium)("a promise and a complaint", { timeout: 120_000 }, () => {
  let rig: BrowserRig;
  beforeAll(async () => {
    rig = await openBrowserRig();
  }, 120_000);
  afterAll(() => rig.close(), 60_000);

  it("go from side to side, and the clocks count on", async () => {
    const { service, ask, desk } = textsOf("en");
    await using customer = await rig.newPage({ locale: "en" });
    const { page } = customer;
    await page.goto("/en/ask");
    await page.locator("#name").fill("Ana");
    await page.locator("#email").fill("ana@example.com");
    await page.locator("#message").fill("The kettle stopped.");
    await page.getByRole("button", { name: ask.submit }).click();
    await page.waitForURL("**/tickets/**");

    await using agent = await rig.newPage({ locale: "en" });
    await agent.page.goto("/en/desk");
    await agent.page.locator("#code").fill("test-code");
    await agent.page.getByRole("button", { name: desk.signIn }).click();
    await agent.page.locator(".inbox-row").first().click();

    // The paragraph opens, and the clock is another one a little later, without a request.
    await agent.page.getByText(service.clocks.why).first().click();
    await agent.page.getByText("is due on 2026-11-24 14:00").first().waitFor();
    const requests = agent.requests.length;
    const left = agent.page.locator("[data-left]").first();
    await left.evaluate((clock) => {
      clock.textContent = "stale";
    });
    await agent.page.waitForFunction(() => {
      return document.querySelector("[data-left]")?.textContent?.includes("left");
    });
    expect(agent.requests.slice(requests).filter((one) => !one.includes("/assets/"))).toEqual([]);

    // A promise reaches the customer.
    await agent.page.getByText(service.promises.make).click();
    await agent.page.locator("#promise").fill("The spare part leaves us.");
    await agent.page.locator(".small-form input[name=day]").last().fill("2026-11-25");
    await agent.page.locator(".small-form input[name=time]").last().fill("16:00");
    await agent.page.getByRole("button", { name: service.promises.submit, exact: true }).click();
    await agent.page.getByText("The spare part leaves us.").first().waitFor();
    await page.reload();
    await page.getByText("The spare part leaves us.").first().waitFor();

    // A complaint is settled.
    await page.getByText(service.complaint.start).click();
    await page.getByText(service.complaint.symptoms.faulty).click();
    await page.getByText(service.complaint.wishes.refund).click();
    await page.locator("#detail").fill("It leaks.");
    await page.getByRole("button", { name: service.complaint.submit }).click();
    await page.getByText(service.complaint.waiting).waitFor();
    await agent.page.reload();
    await agent.page.getByText(service.complaint.offer).first().click();
    await agent.page.locator("#remedy").fill("Your money back");
    await agent.page
      .getByRole("button", { name: service.complaint.sendOffer, exact: true })
      .click();
    await page.reload();
    await page.getByRole("button", { name: service.complaint.accept }).click();
    await page.getByRole("button", { name: service.complaint.confirm }).click();
    await page.getByText(service.complaint.closed).waitFor();
    expect([...customer.errors, ...agent.errors]).toEqual([]);
  });
});
