import { searchFaq } from "@kefu/faq";
import { type Context, Hono } from "hono";
import type { FormErrors } from "../components/form-fields.tsx";
import { openTicket } from "../database/tickets.ts";
import { recordStep, stepsOf } from "../database/visits.ts";
import { verdictsOf } from "../database/votes.ts";
import { walksOf } from "../desk/hand-off.ts";
import { type Journey, searchContextOf } from "../desk/journey.ts";
import { promiseReason } from "../desk/promise.ts";
import { customerOf, messageOf, ticketOf } from "../desk/ticket-life.ts";
import type { HelpCentre } from "../help-centre.ts";
import { AskPage } from "../pages/ask.tsx";
import {
  type AskValues,
  askErrors,
  askValuesOf,
  isTicketKind,
  NOTHING_ASKED,
} from "../web/ask-form.ts";
import { isOurForm, readForm } from "../web/form.ts";
import { isKey, newKey } from "../web/keys.ts";
import { readQuery } from "../web/query.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { visitOf } from "../web/visit-cookie.ts";
import { formFields, requestOf } from "./environment.ts";
import { recordContact, recordSearch, searchOptions } from "./recording.ts";

/** The ask-a-person form. */
export function askingRoutes(centre: HelpCentre): Hono {
  const { knowledge } = centre;
  const routes = new Hono({ strict: false });

  routes.get("/ask", async (c) => {
    const { locale } = requestOf(c, centre);
    const { query } = readQuery(c);
    // A search in the browser reaches the server only now, when it is to be handed over.
    if (query !== "" && !(await wasSearched(c, centre, query))) {
      const result = searchFaq(knowledge.index, query, searchOptions(locale));
      await recordSearch(c, centre, { query, result, via: "suggestion" });
    }
    if (c.req.query("declined") === "yes") await recordDeclined(c, centre, query);
    return sendPage(c, await askPage(c, centre, { values: NOTHING_ASKED, errors: {} }));
  });

  routes.post("/ask", async (c) => {
    const { texts, locale, now } = requestOf(c, centre);
    const form = await readForm(c);
    const visit = visitOf(c);
    const values = askValuesOf(form);
    const errors = askErrors(values, texts);
    const again = { values, errors, formKey: form["formKey"] };
    if (visit === undefined || !isOurForm(centre.formSecret, visit, form)) {
      const notice = texts.form.expired;
      return sendPage(c, await askPage(c, centre, { ...again, notice }), 403);
    }
    if (!isTicketKind(values.kind) || Object.keys(errors).length > 0) {
      return sendPage(c, await askPage(c, centre, again), 422);
    }
    const journey = await journeyOf(centre, visit);
    const context = searchContextOf(journey, now);
    const question = { key: newKey(), kind: values.kind, values, locale, at: now, context };
    const key = await openTicket(centre, {
      key: question.key,
      formKey: formKeyOf(form["formKey"]),
      kind: question.kind,
      ticket: ticketOf(question),
      customer: customerOf(question),
      journey,
      message: messageOf(newKey(), "inbound", { text: values.message, at: now }),
    });
    await recordContact(c, centre);
    return c.redirect(paths.ticket(locale, key), 303);
  });

  return routes;
}

interface AskFormState {
  readonly values: AskValues;
  readonly errors: FormErrors;
  readonly notice?: string;
  readonly formKey?: string | undefined;
}

async function askPage(c: Context, centre: HelpCentre, state: AskFormState) {
  const { reader, now, locale } = requestOf(c, centre);
  const { token, formKey } = formFields(c, centre);
  const { assets, knowledge } = centre;
  const journey = await journeyOf(centre, visitOf(c));
  return (
    <AskPage
      {...{ reader, assets, knowledge, token }}
      {...state}
      formKey={isKey(state.formKey) ? state.formKey : formKey}
      context={searchContextOf(journey, now)}
      walks={walksOf(journey)}
      promise={promiseReason("question", now, now, locale)}
    />
  );
}

async function journeyOf({ database }: HelpCentre, visit: string | undefined): Promise<Journey> {
  if (visit === undefined) return { steps: [], verdicts: [] };
  return { steps: await stepsOf(database, visit), verdicts: await verdictsOf(database, visit) };
}

async function wasSearched(c: Context, { database }: HelpCentre, query: string): Promise<boolean> {
  const visit = visitOf(c);
  if (visit === undefined) return false;
  return (await stepsOf(database, visit)).some((step) => step.query === query);
}

/** Keeps that none of the answers was meant that a search asked back about. */
async function recordDeclined(c: Context, centre: HelpCentre, query: string): Promise<void> {
  const visit = visitOf(c);
  if (c.req.method === "HEAD" || visit === undefined) return;
  const steps = await stepsOf(centre.database, visit);
  const search = steps.findLast((step) => step.kind === "searched" && step.query === query);
  const choices = search?.detail.choices ?? [];
  if (choices.length === 0) return;
  await recordStep(centre.database, visit, {
    ...{ at: centre.now(), kind: "declined", query, entryId: "", outcome: "" },
    detail: { choices },
  });
}

/** The key of the form that was sent; a forged one must not reach another ticket. */
export function formKeyOf(sent: string | undefined): string {
  return isKey(sent) ? sent : newKey();
}
