import { traceDecision } from "@kefu/personalization";
import { Hono } from "hono";
import { customerBy, latestCustomers } from "../database/shop-customers.ts";
import type { HelpCentre } from "../help-centre.ts";
import { DeskCustomerPage } from "../pages/desk-customer.tsx";
import { DeskCustomersPage } from "../pages/desk-customers.tsx";
import { contextOf, profileOf } from "../shop/for-you.ts";
import { CARD_RULES, MESSAGE_RULES } from "../shop/offer-rules.ts";
import { sendPage } from "../web/render.tsx";
import { requestOf } from "./environment.ts";

/** What the list of customers shows at most. */
const LIST_LIMIT = 100;

/** Why customers are shown and written what they are. For agents: stands behind the desk's sign-in. */
export function deskCustomerRoutes(centre: HelpCentre): Hono {
  const { database, assets } = centre;
  const routes = new Hono({ strict: false });

  routes.get("/desk/customers", async (c) => {
    const { reader, now } = requestOf(c, centre);
    const customers = await latestCustomers(database, LIST_LIMIT);
    return sendPage(c, <DeskCustomersPage {...{ reader, assets, customers, now }} />);
  });

  routes.get("/desk/customers/:key", async (c) => {
    const { reader, now } = requestOf(c, centre);
    const customer = await customerBy(database, "key", c.req.param("key"));
    if (customer === undefined) return c.notFound();
    const profile = await profileOf(database, customer, now);
    const context = contextOf(customer, now);
    const cards = traceDecision(profile, context, CARD_RULES);
    const messages = traceDecision(profile, context, MESSAGE_RULES);
    const page = { reader, assets, customer, cards, messages, now };
    return sendPage(c, <DeskCustomerPage {...page} />);
  });

  return routes;
}
