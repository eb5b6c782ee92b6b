import type { Message } from "@kefu/core";
import { searchFaq } from "@kefu/faq";
import { type Context, Hono } from "hono";
import { EMPTY_MESSAGE } from "../components/message-form.tsx";
import { eventsOf } from "../database/tell-ticket.ts";
import {
  countByState,
  messagesOf,
  type TicketRecord,
  takeStep,
  ticketByNumber,
  ticketsOf,
} from "../database/tickets.ts";
import { AFTER_ANSWER, answerFacts } from "../desk/ticket-course.ts";
import { messageOf, type TicketState } from "../desk/ticket-life.ts";
import { editorPaths } from "../editor/editor-paths.ts";
import type { HelpCentre } from "../help-centre.ts";
import { DeskInboxPage } from "../pages/desk-inbox.tsx";
import { DeskPolicyPage } from "../pages/desk-policy.tsx";
import { DeskSignInPage } from "../pages/desk-sign-in.tsx";
import { DeskTicketPage } from "../pages/desk-ticket.tsx";
import { agentCookie, isAgent, signIn, signOut } from "../web/agent-session.ts";
import { messageError } from "../web/ask-form.ts";
import { attemptCounter } from "../web/attempts.ts";
import { cleanText } from "../web/clean-text.ts";
import { isOurForm, readForm } from "../web/form.ts";
import { equalsSecretly, formToken, newKey } from "../web/keys.ts";
import { LIMITS } from "../web/limits.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { visitOf } from "../web/visit-cookie.ts";
import { formKeyOf } from "./asking.tsx";
import { deskCustomerRoutes } from "./desk-customers.tsx";
import { formFields, requestOf } from "./environment.ts";
import { AGENT_ACTIONS, actionNamed, type Draft, takeAction } from "./ticket-actions.tsx";

/** What an inbox shows at most. */
const INBOX_LIMIT = 200;

/** The agents' side: sign-in, inbox, tickets; and what the desk promises, for everybody. */
export function deskRoutes(centre: HelpCentre): Hono {
  const { database, assets } = centre;
  const routes = new Hono({ strict: false });
  const attempts = attemptCounter();

  routes.get("/desk/sign-in", (c) => {
    const { reader } = requestOf(c, centre);
    const { token } = formFields(c, centre);
    const to = wayOn(c.req.query("to"));
    return sendPage(c, <DeskSignInPage {...{ reader, assets, token, to }} />);
  });

  routes.post("/desk/sign-in", async (c) => {
    const { reader, texts, locale, now } = requestOf(c, centre);
    const form = await readForm(c);
    const isOurs = isOurForm(centre.formSecret, visitOf(c), form);
    const { token } = formFields(c, centre);
    const to = wayOn(form["to"]);
    const page = { reader, assets, token, to };
    if (!isOurs) {
      return sendPage(c, <DeskSignInPage {...page} notice={texts.form.expired} />, 403);
    }
    if (attempts.isExhausted(now)) {
      return sendPage(c, <DeskSignInPage {...page} notice={texts.desk.tooManyAttempts} />, 429);
    }
    if (!equalsSecretly(form["code"] ?? "", centre.agentCode)) {
      attempts.fail(now);
      return sendPage(c, <DeskSignInPage {...page} error={texts.desk.wrongCode} />, 422);
    }
    await signIn(c, database, now);
    const next = to === "editor" ? editorPaths.tab(locale, "overview") : paths.desk(locale);
    return c.redirect(next, 303);
  });

  routes.get("/desk/policy", (c) => {
    const { reader, now } = requestOf(c, centre);
    return sendPage(c, <DeskPolicyPage {...{ reader, assets, now }} />);
  });

  routes.use("/desk/*", async (c, next) => {
    const { locale, now } = requestOf(c, centre);
    if (await isAgent(c, database, now)) return next();
    return c.redirect(paths.deskSignIn(locale), 303);
  });

  routes.route("/", deskCustomerRoutes(centre));

  routes.post("/desk/sign-out", async (c) => {
    const { locale } = requestOf(c, centre);
    const form = await readForm(c);
    if (isOurForm(centre.formSecret, agentCookie(c), form)) await signOut(c, database);
    return c.redirect(paths.desk(locale), 303);
  });

  routes.get("/desk", async (c) => {
    const { reader, now } = requestOf(c, centre);
    const state = stateIn(c.req.query("state"));
    const tickets = await ticketsOf(database, { state, limit: INBOX_LIMIT });
    const counts = await countByState(database);
    const token = agentToken(c, centre);
    return sendPage(
      c,
      <DeskInboxPage {...{ reader, assets, tickets, counts, state, now, token }} />,
    );
  });

  routes.get("/desk/tickets/:number", async (c) => {
    const record = await recordOf(centre, c.req.param("number"));
    if (record === undefined) return c.notFound();
    return sendPage(c, await ticketPage(c, centre, record, { ...EMPTY_MESSAGE, after: "solved" }));
  });

  routes.post("/desk/tickets/:number/answers", async (c) => {
    const record = await recordOf(centre, c.req.param("number"));
    return record === undefined ? c.notFound() : takeAnswer(c, centre, record);
  });

  routes.get("/desk/tickets/:number/answers", (c) => {
    const { locale } = requestOf(c, centre);
    const number = Number(c.req.param("number"));
    return c.redirect(paths.deskTicket(locale, number), 302);
  });

  routes.post("/desk/tickets/:number/:action", async (c, next) => {
    const act = actionNamed(AGENT_ACTIONS, c.req.param("action"));
    const record = await recordOf(centre, c.req.param("number"));
    if (act === undefined || record === undefined) return next();
    const answer = { ...EMPTY_MESSAGE, after: "solved" } as const;
    return takeAction({ c, centre, record }, act, {
      path: paths.deskTicket(requestOf(c, centre).locale, record.number),
      cookie: agentCookie(c),
      show: (draft, notice) => ticketPage(c, centre, record, { ...answer, notice }, draft),
    });
  });

  routes.get("/desk/tickets/:number/:action", (c, next) => {
    const { locale } = requestOf(c, centre);
    if (actionNamed(AGENT_ACTIONS, c.req.param("action")) === undefined) return next();
    return c.redirect(paths.deskTicket(locale, Number(c.req.param("number"))), 302);
  });

  return routes;
}

async function takeAnswer(c: Context, centre: HelpCentre, record: TicketRecord): Promise<Response> {
  const { texts, locale, now } = requestOf(c, centre);
  const form = await readForm(c);
  const body = cleanText(form["body"]);
  const after = AFTER_ANSWER.find((one) => one === form["after"]) ?? "solved";
  const error = messageError(body, texts.form.bodyMissing, texts.form.bodyLong);
  const isOurs = isOurForm(centre.formSecret, agentCookie(c), form);
  if (!isOurs || error !== undefined) {
    const notice = isOurs ? undefined : texts.form.expired;
    const page = await ticketPage(c, centre, record, { body, after, error, notice });
    return sendPage(c, page, isOurs ? 422 : 403);
  }
  const formKey = formKeyOf(form["formKey"]);
  const message = messageOf(newKey(), "outbound", { text: body, at: now });
  await takeStep(centre, record.number, {
    message: { formKey, message },
    facts: answerFacts(message.id, now, after),
  });
  return c.redirect(paths.deskTicket(locale, record.number), 303);
}

/** Where to go on after signing in. */
function wayOn(text: string | undefined): "desk" | "editor" {
  return text === "editor" ? "editor" : "desk";
}

function stateIn(text: string | undefined): TicketState {
  return text === "answered" || text === "closed" ? text : "waiting";
}

function agentToken(c: Context, centre: HelpCentre): string {
  return formToken(centre.formSecret, agentCookie(c) ?? "");
}

async function recordOf({ database }: HelpCentre, text: string): Promise<TicketRecord | undefined> {
  return /^\d{1,15}$/.test(text) ? ticketByNumber(database, Number(text)) : undefined;
}

async function ticketPage(
  c: Context,
  centre: HelpCentre,
  record: TicketRecord,
  answer: Parameters<typeof DeskTicketPage>[0]["answer"],
  draft?: Draft,
) {
  const { reader, now } = requestOf(c, centre);
  const { assets, knowledge, database } = centre;
  const messages = await messagesOf(database, record.number);
  const events = await eventsOf(database, record.number);
  return (
    <DeskTicketPage
      {...{ reader, assets, knowledge, record, messages, events, now, answer, draft }}
      suggested={suggestedEntries(centre, record, messages)}
      token={agentToken(c, centre)}
      formKey={newKey()}
    />
  );
}

/** Entries, also those for staff, that fit what the customer wrote, but were not read yet. */
function suggestedEntries(
  { knowledge }: HelpCentre,
  { ticket }: TicketRecord,
  messages: readonly Message[],
) {
  const { queries = [], entriesSeen = [] } = ticket.context ?? {};
  const question = [...queries.slice(-1), messages[0]?.text ?? ""].join(" ");
  const query = [...question].slice(0, LIMITS.query).join("");
  const { hits } = searchFaq(knowledge.index, query, {
    locale: ticket.locale ?? "en",
    audience: "agent",
    limit: 8,
  });
  const seen = new Set(entriesSeen.map(({ entryId }) => entryId));
  return hits
    .filter(({ id }) => !seen.has(id))
    .flatMap(({ id }) => knowledge.entries.get(id) ?? [])
    .slice(0, 4);
}
