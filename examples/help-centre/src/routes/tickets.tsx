import { type Context, Hono } from "hono";
import { EMPTY_MESSAGE, type MessageFormState } from "../components/message-form.tsx";
import { messagesOf, type TicketRecord, takeStep, ticketByKey } from "../database/tickets.ts";
import { messageFacts } from "../desk/ticket-course.ts";
import { messageOf } from "../desk/ticket-life.ts";
import type { HelpCentre } from "../help-centre.ts";
import { TicketPage } from "../pages/ticket.tsx";
import { messageError } from "../web/ask-form.ts";
import { cleanText } from "../web/clean-text.ts";
import { isOurForm, readForm } from "../web/form.ts";
import { isKey, newKey } from "../web/keys.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { visitOf } from "../web/visit-cookie.ts";
import { formKeyOf } from "./asking.tsx";
import { formFields, requestOf } from "./environment.ts";
import { actionNamed, CUSTOMER_ACTIONS, type Draft, takeAction } from "./ticket-actions.tsx";

/** The customer's page of a ticket. */
export function ticketRoutes(centre: HelpCentre): Hono {
  const routes = new Hono({ strict: false });

  routes.get("/tickets/:key", async (c) => {
    const record = await recordOf(centre, c.req.param("key"));
    if (record === undefined) return c.notFound();
    return sendPage(c, await ticketPage(c, centre, record, EMPTY_MESSAGE));
  });

  routes.post("/tickets/:key/messages", async (c) => {
    const record = await recordOf(centre, c.req.param("key"));
    return record === undefined ? c.notFound() : takeMessage(c, centre, record);
  });

  // After a form with mistakes the address is that of the form: reloading it leads back to the ticket.
  routes.get("/tickets/:key/messages", (c) => {
    const { locale } = requestOf(c, centre);
    const key = c.req.param("key");
    return isKey(key) ? c.redirect(paths.ticket(locale, key), 302) : c.notFound();
  });

  routes.post("/tickets/:key/:action", async (c, next) => {
    const act = actionNamed(CUSTOMER_ACTIONS, c.req.param("action"));
    const record = await recordOf(centre, c.req.param("key"));
    if (act === undefined || record === undefined) return next();
    return takeAction({ c, centre, record }, act, {
      path: paths.ticket(requestOf(c, centre).locale, record.key),
      cookie: visitOf(c),
      show: (draft, notice) => ticketPage(c, centre, record, { ...EMPTY_MESSAGE, notice }, draft),
    });
  });

  routes.get("/tickets/:key/:action", (c, next) => {
    const [key, action] = [c.req.param("key"), c.req.param("action")];
    const isOurs = isKey(key) && actionNamed(CUSTOMER_ACTIONS, action) !== undefined;
    return isOurs ? c.redirect(paths.ticket(requestOf(c, centre).locale, key), 302) : next();
  });

  return routes;
}

async function takeMessage(
  c: Context,
  centre: HelpCentre,
  record: TicketRecord,
): Promise<Response> {
  const { texts, locale, now } = requestOf(c, centre);
  const form = await readForm(c);
  const body = cleanText(form["body"]);
  const error = messageError(body, texts.form.bodyMissing, texts.form.bodyLong);
  const isOurs = isOurForm(centre.formSecret, visitOf(c), form);
  if (!isOurs || error !== undefined) {
    const notice = isOurs ? undefined : texts.form.expired;
    const page = await ticketPage(c, centre, record, { body, error, notice });
    return sendPage(c, page, isOurs ? 422 : 403);
  }
  const message = messageOf(newKey(), "inbound", { text: body, at: now });
  await takeStep(centre, record.number, {
    message: { formKey: formKeyOf(form["formKey"]), message },
    facts: messageFacts(message.id, now),
  });
  return c.redirect(paths.ticket(locale, record.key), 303);
}

async function recordOf({ database }: HelpCentre, key: string): Promise<TicketRecord | undefined> {
  return isKey(key) ? ticketByKey(database, key) : undefined;
}

async function ticketPage(
  c: Context,
  centre: HelpCentre,
  record: TicketRecord,
  reply: MessageFormState,
  draft?: Draft,
) {
  const { reader, now } = requestOf(c, centre);
  const { assets, knowledge, database } = centre;
  const messages = await messagesOf(database, record.number);
  const fields = formFields(c, centre);
  return (
    <TicketPage
      {...{ reader, assets, knowledge, record, messages, now, reply, draft }}
      {...fields}
    />
  );
}
