import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { tellLedger } from "../src/database/ledger.ts";
import { latestCustomers } from "../src/database/shop-customers.ts";
import { LOCALES } from "../src/locales.ts";
import { orderCommand } from "../src/shop/made-up-history.ts";
import { productById } from "../src/shop/products.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { hiddenFields, textOf, visitorOf } from "./support/visitor.ts";

const help = await openHelpCentre();
afterAll(() => help.database.close());
beforeEach(() => help.setNow("2026-11-24T10:00:00+01:00"));

const OPENING = "/en/wallet/opening";
const ORDERS = "/en/wallet/orders";

async function withWallet(history: "made-up" | "none") {
  const visitor = visitorOf(help.app);
  const page = await visitor.send(await visitor.get("/en/wallet"), OPENING, { history });
  return { visitor, page };
}

describe("a wallet", () => {
  it("is not there before it is opened", async () => {
    const visitor = visitorOf(help.app);
    const page = await visitor.get("/en/wallet");
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain(textsOf("en").shop.wallet.notOpen);
    expect(page.html).not.toContain(ORDERS);
  });

  it("shows balance, lots, what ends when, tier and history of a made-up past, and says so", async () => {
    const { page } = await withWallet("made-up");
    const text = textOf(page);
    expect(page.path).toBe("/en/wallet");
    expect(text).toContain(textsOf("en").shop.wallet.madeUp);
    expect(text).toContain("You have 386 points.");
    expect(text).toContain("33 points will become usable later.");
    expect(text).toContain("79 points can be used through December 31, 2026.");
    expect(text).toContain("You have reached Branch.");
    expect(text).toContain("481 points more will bring you to Tree.");
    expect(text).toContain("You ordered: Coffee beans and Halo lamp.");
    expect(text).toContain("You used points for an order.");
  });

  it("shows what there was on a day that is over, and will be on one that is to come", async () => {
    const { visitor } = await withWallet("made-up");
    const before = textOf(await visitor.get("/en/wallet?day=2026-01-15"));
    expect(before).toContain("On 15 January 2026");
    expect(before).toContain("You have 82 points.");
    expect(before).not.toContain("Orbit coffee machine ·  You");
    expect(before).toContain("Your tier is Leaf.");
    const after = textOf(await visitor.get("/en/wallet?day=2027-01-01"));
    expect(after).toContain("You have 340 points.");
  });

  it.each(["nonsense", "2026-02-30", "9999-12-31", "0001-01-01"])(
    "says what is wrong with the day %s, and shows today",
    async (day) => {
      const { visitor } = await withWallet("none");
      const page = await visitor.get(`/en/wallet?day=${day}`);
      expect(page.status).toBe(200);
      expect(textOf(page)).toContain(textsOf("en").shop.wallet.dayWrong);
      expect(textOf(page)).toContain("On 24 November 2026");
    },
  );

  it.each(LOCALES)("speaks %s", async (locale) => {
    const { visitor } = await withWallet("made-up");
    const text = textOf(await visitor.get(`/${locale}/wallet`));
    const { title, lots, history } = textsOf(locale).shop.wallet;
    for (const words of [title, lots, history]) expect(text).toContain(words);
    if (locale === "zh-Hans") expect(text).toContain("您有386积分可用。");
    if (locale === "zh-Hant") expect(text).toContain("您已達到楓枝等級。");
  });

  it("is opened once, and belongs to one browser", async () => {
    const { visitor, page } = await withWallet("none");
    expect(hiddenFields(page, OPENING)).toEqual({});
    const { token = "" } = hiddenFields(page, ORDERS);
    const again = await visitor.post(OPENING, { token, history: "made-up" });
    expect(textOf(again)).toContain("You have 0 points.");
    expect(textOf(await visitorOf(help.app).get("/en/wallet"))).not.toContain("You have 0 points");
  });

  it("takes no form of another browser", async () => {
    const stranger = visitorOf(help.app);
    const { page } = await withWallet("none");
    const refused = await stranger.send(page, ORDERS, { product: "orbit" });
    expect(refused.status).toBe(403);
    expect((await stranger.get(ORDERS)).path).toBe("/en/wallet");
  });
});

describe("points", () => {
  it("come from an order once, however often the form is sent, and wait for two weeks", async () => {
    const { visitor, page } = await withWallet("none");
    await visitor.send(page, ORDERS, { product: "orbit" });
    const after = await visitor.send(page, ORDERS, { product: "orbit" });
    expect(textOf(after)).toContain("You have 0 points. 249 points will become usable later.");
    help.setNow("2026-12-08T10:00:00+01:00");
    expect(textOf(await visitor.get("/en/wallet"))).toContain("You have 249 points.");
  });

  it("come from saying whether an answer helped, and from what was missing, once each", async () => {
    const { visitor } = await withWallet("none");
    const address = "/en/answers/returns-how/verdict";
    const page = await visitor.get("/en/answers/returns-how");
    const judged = await visitor.send(page, address, { verdict: "no" });
    await visitor.send(page, address, { verdict: "yes" });
    await visitor.send(judged, address, { verdict: "no", reason: "unclear" });
    const text = textOf(await visitor.get("/en/wallet"));
    expect(text).toContain("You have 15 points.");
    expect(text.match(/You said whether an answer helped/g)).toHaveLength(1);
    expect(text.match(/You said what was missing/g)).toHaveLength(1);
  });

  it("are not given to who has no wallet", async () => {
    const before = (await latestCustomers(help.database, 100)).length;
    const visitor = visitorOf(help.app);
    const page = await visitor.get("/en/answers/returns-how");
    await visitor.send(page, "/en/answers/returns-how/verdict", { verdict: "yes" });
    expect(await latestCustomers(help.database, 100)).toHaveLength(before);
    expect(textOf(await visitor.get("/en/wallet"))).not.toContain("You have 0 points");
  });

  it("are all there when many orders come at once", async () => {
    const { visitor } = await withWallet("none");
    const [customer] = (await latestCustomers(help.database, 100)).filter(
      ({ key }) => key.length > 0,
    );
    const halo = productById("halo");
    if (customer === undefined || halo === undefined) throw new Error("nothing to order for");
    const keys = ["a", "b", "c", "d", "a", "b"];
    const told = await Promise.all(
      keys.map((id) =>
        tellLedger(help.database, customer.key, orderCommand(id, [halo], help.centre.now())),
      ),
    );
    expect(told.toSorted()).toEqual([
      ...["accepted", "accepted", "accepted", "accepted", "duplicate", "duplicate"],
    ]);
    expect(visitor.cookies.size).toBeGreaterThan(0);
  });
});
