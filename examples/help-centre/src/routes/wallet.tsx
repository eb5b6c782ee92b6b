import { type Context, Hono } from "hono";
import { ledgerOf, openWallet, tellLedger } from "../database/ledger.ts";
import { becomeCustomer, customerOfVisit } from "../database/shop-customers.ts";
import type { HelpCentre } from "../help-centre.ts";
import { WalletPage, type WalletPageProps } from "../pages/wallet.tsx";
import { madeUpHistory, orderCommand } from "../shop/made-up-history.ts";
import { productById } from "../shop/products.ts";
import { endOfDay, standingAt, walletAt } from "../shop/wallet.ts";
import { isOurForm, readForm } from "../web/form.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { visitOf } from "../web/visit-cookie.ts";
import { formKeyOf } from "./asking.tsx";
import { formFields, requestOf } from "./environment.ts";

/** The points of the visitor. */
export function walletRoutes(centre: HelpCentre): Hono {
  const { database } = centre;
  const routes = new Hono({ strict: false });

  routes.get("/wallet", async (c) => sendPage(c, await walletPage(c, centre)));

  routes.post("/wallet/opening", async (c) => {
    const { locale, now } = requestOf(c, centre);
    const form = await readForm(c);
    const visit = visitOf(c);
    if (visit === undefined || !isOurForm(centre.formSecret, visit, form))
      return expired(c, centre);
    const customer = await becomeCustomer(database, visit, now);
    const history = form["history"] === "made-up" ? madeUpHistory(now) : [];
    await openWallet(database, customer, { at: now, history });
    return c.redirect(paths.wallet(locale), 303);
  });

  routes.post("/wallet/orders", async (c) => {
    const { locale, now } = requestOf(c, centre);
    const form = await readForm(c);
    const visit = visitOf(c);
    if (!isOurForm(centre.formSecret, visit, form)) return expired(c, centre);
    const customer = await customerOfVisit(database, visit);
    const product = productById(form["product"]);
    if (customer?.walletSince != null && product !== undefined) {
      const { tier } = standingAt(await ledgerOf(database, customer.key), now, "ids");
      // The key was made with the form: sending it twice is one order.
      const order = orderCommand(formKeyOf(form["formKey"]), [product], now, tier);
      await tellLedger(database, customer.key, order);
    }
    return c.redirect(paths.wallet(locale), 303);
  });

  // Where a form was not taken, the address is that of the form: reloading it leads back.
  routes.on("GET", ["/wallet/opening", "/wallet/orders"], (c) =>
    c.redirect(paths.wallet(requestOf(c, centre).locale), 302),
  );

  return routes;
}

async function expired(c: Context, centre: HelpCentre): Promise<Response> {
  const notice = requestOf(c, centre).texts.form.expired;
  return sendPage(c, await walletPage(c, centre, { notice }), 403);
}

async function walletPage(
  c: Context,
  centre: HelpCentre,
  more: Pick<WalletPageProps, "notice"> = {},
) {
  const { reader, now, locale, texts } = requestOf(c, centre);
  const { assets, knowledge, database } = centre;
  const { token, formKey } = formFields(c, centre);
  const customer = await customerOfVisit(database, visitOf(c));
  const hasWallet = customer !== undefined && customer.walletSince !== null;
  const day = c.req.query("day") ?? "";
  const asked = day === "" ? now : endOfDay(day, now);
  const errors = asked === undefined ? { day: texts.shop.wallet.dayWrong } : {};
  const events = hasWallet ? await ledgerOf(database, customer.key) : [];
  const wallet = hasWallet ? walletAt(events, asked ?? now, locale) : undefined;
  const isMadeUp = customer?.isMadeUp === true;
  const page = { reader, assets, knowledge, now, token, formKey, wallet, isMadeUp, errors };
  return <WalletPage {...page} {...more} />;
}
