import { type Context, Hono } from "hono";
import {
  addConsents,
  becomeCustomer,
  customerBy,
  customerOfVisit,
  type ShopCustomer,
  saveReach,
} from "../database/shop-customers.ts";
import type { HelpCentre } from "../help-centre.ts";
import { LeavePage } from "../pages/leave.tsx";
import { PreferencesPage, type PreferencesPageProps } from "../pages/preferences.tsx";
import { forYou } from "../shop/for-you.ts";
import {
  choicesIn,
  isProfiled,
  leavingRecords,
  topicRecords,
  topicsOf,
} from "../shop/preferences.ts";
import { type FormValues, isOurForm, readForm } from "../web/form.ts";
import { isKey } from "../web/keys.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { visitOf } from "../web/visit-cookie.ts";
import { formFields, requestOf } from "./environment.ts";

/** What customers want to be shown and written, and the one click by which they stop all of it. */
export function preferenceRoutes(centre: HelpCentre): Hono {
  const { database, assets } = centre;
  const routes = new Hono({ strict: false });

  routes.get("/preferences", async (c) => {
    const isSaved = c.req.query("saved") === "yes";
    return sendPage(c, await preferencesPage(c, centre, { isSaved }));
  });

  routes.post("/preferences", async (c) => {
    const { texts, now } = requestOf(c, centre);
    const form = await readForm(c);
    const customer = await sender(c, centre, form);
    if (customer === undefined) return expired(c, centre);
    const choices = choicesIn(form);
    if (choices === undefined) {
      const quietError = texts.shop.preferences.quietWrong;
      return sendPage(c, await preferencesPage(c, centre, { quietError }), 422);
    }
    await addConsents(database, customer.key, topicRecords(customer, choices.topics, now));
    await saveReach(database, customer.key, choices.reach);
    return saved(c, centre);
  });

  routes.post("/preferences/profiling", async (c) => {
    const { now } = requestOf(c, centre);
    const form = await readForm(c);
    const customer = await sender(c, centre, form);
    if (customer === undefined) return expired(c, centre);
    const status = form["profiling"] === "on" ? "granted" : "withdrawn";
    await addConsents(database, customer.key, [{ purpose: "profiling", status, at: now }]);
    return saved(c, centre);
  });

  routes.get("/preferences/profiling", (c) =>
    c.redirect(paths.preferences(requestOf(c, centre).locale), 302),
  );

  routes.get("/leave/:key", async (c) => {
    const { reader } = requestOf(c, centre);
    const customer = await leaving(c, centre);
    if (customer === undefined) return c.notFound();
    const page = { reader, assets, leaveKey: customer.leaveKey, hasLeft: false };
    return sendPage(c, <LeavePage {...page} />);
  });

  // Mail programs send this without cookie and token (RFC 8058): the address itself is the proof.
  routes.post("/leave/:key", async (c) => {
    const { reader, now } = requestOf(c, centre);
    const customer = await leaving(c, centre);
    if (customer === undefined) return c.notFound();
    await addConsents(database, customer.key, leavingRecords(customer, now));
    const page = { reader, assets, leaveKey: customer.leaveKey, hasLeft: true };
    return sendPage(c, <LeavePage {...page} />);
  });

  return routes;
}

/** Who sent a form of ours; they become a customer with it. */
async function sender(
  c: Context,
  centre: HelpCentre,
  form: FormValues,
): Promise<ShopCustomer | undefined> {
  const visit = visitOf(c);
  if (visit === undefined || !isOurForm(centre.formSecret, visit, form)) return undefined;
  const key = await becomeCustomer(centre.database, visit, centre.now());
  return customerBy(centre.database, "key", key);
}

async function leaving(c: Context, { database }: HelpCentre): Promise<ShopCustomer | undefined> {
  const key = c.req.param("key");
  return isKey(key) ? customerBy(database, "leave_key", key) : undefined;
}

function saved(c: Context, centre: HelpCentre): Response {
  return c.redirect(`${paths.preferences(requestOf(c, centre).locale)}?saved=yes`, 303);
}

async function expired(c: Context, centre: HelpCentre): Promise<Response> {
  const notice = requestOf(c, centre).texts.form.expired;
  return sendPage(c, await preferencesPage(c, centre, { notice }), 403);
}

async function preferencesPage(
  c: Context,
  centre: HelpCentre,
  state: Partial<Pick<PreferencesPageProps, "isSaved" | "quietError" | "notice">>,
) {
  const { reader, now, locale } = requestOf(c, centre);
  const { assets, knowledge, database } = centre;
  const { token } = formFields(c, centre);
  const customer = await customerOfVisit(database, visitOf(c));
  const reach = customer?.reach ?? { channels: [] };
  return (
    <PreferencesPage
      {...{ reader, assets, knowledge, token, isSaved: false, ...state }}
      isProfiled={isProfiled(customer, now)}
      choices={{ topics: topicsOf(customer, now), reach }}
      leave={customer && paths.leave(locale, customer.leaveKey)}
      forYou={await forYou(centre, customer)}
    />
  );
}
