import type { Instant } from "@kefu/core";
import type { EscalationCommandInput } from "@kefu/escalation";
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { FormErrors } from "../components/form-fields.tsx";
import { type TicketRecord, takeStep } from "../database/tickets.ts";
import { isRemedy, isSymptom } from "../desk/complaint-words.ts";
import { proposalFor } from "../desk/proposal.ts";
import { complaintFact, messageFacts, viewAt } from "../desk/ticket-course.ts";
import { messageOf } from "../desk/ticket-life.ts";
import type { HelpCentre } from "../help-centre.ts";
import { cleanText } from "../web/clean-text.ts";
import { complaintErrors, momentErrors, momentOf, textErrors } from "../web/desk-forms.ts";
import { type FormValues, isOurForm, readForm } from "../web/form.ts";
import { isKey, newKey } from "../web/keys.ts";
import { sendPage } from "../web/render.tsx";
import { formKeyOf } from "./asking.tsx";
import { requestOf } from "./environment.ts";

/** A form that was sent about a ticket. */
interface TicketForm {
  readonly c: Context;
  readonly centre: HelpCentre;
  readonly record: TicketRecord;
  readonly form: FormValues;
}

/** A form that was not taken, to be shown again as it was filled in. */
export interface Draft {
  /** Which action. */
  readonly name: string;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** One side's page of a ticket, from which its forms are sent. */
interface TicketSide {
  readonly path: string;
  /** The cookie of the browser that its forms are made for. */
  readonly cookie: string | undefined;
  /** The page with a form as it was filled in, and at times a word on top. */
  readonly show: (draft: Draft, notice?: string) => Promise<Child>;
}

/** Takes a form in; what it gives back is wrong with it. */
export type TicketAction = (sent: TicketForm) => Promise<FormErrors>;

/** What a customer can do beside writing. */
export const CUSTOMER_ACTIONS: Readonly<Record<string, TicketAction>> = {
  async complaint({ c, centre, record, form }) {
    const { texts, now } = requestOf(c, centre);
    const errors = complaintErrors(form, texts);
    const { symptom, wish } = form;
    if (Object.keys(errors).length > 0 || !isSymptom(symptom) || !isRemedy(wish)) return errors;
    const { complaint } = texts.service;
    const detail = cleanText(form["detail"]);
    const text = complaint.message(complaint.symptoms[symptom], complaint.wishes[wish], detail);
    const message = messageOf(newKey(), "inbound", { text, at: now });
    await takeStep(centre, record.number, {
      message: { formKey: formKeyOf(form["formKey"]), message },
      facts: [
        { type: "classify", id: `kind-${message.id}`, at: now, attributes: { kind: "complaint" } },
        ...messageFacts(message.id, now),
        complaintFact(`complaint-${message.id}`, now, symptom),
      ],
    });
    return {};
  },
  async remedy(sent) {
    const { form } = sent;
    const answer = form["answer"] === "accepted" ? "accepted" : "declined";
    const remedyId = form["remedyId"] ?? "";
    // A forged name changes nothing.
    if (!isKey(remedyId)) return {};
    return tellOnly(sent, (head) => [{ ...head, type: "answerRemedy", remedyId, answer }]);
  },
  settlement: (sent) => tellOnly(sent, (head) => [{ ...head, type: "confirmSettlement" }]),
  async agreement(sent) {
    const { record, form, c, centre } = sent;
    const { now } = requestOf(c, centre);
    const [proposal] = viewAt(record.escalation, now)
      .promises.flatMap((promise) => proposalFor(record.escalation, promise, now) ?? [])
      .filter(({ promiseId }) => promiseId === form["promiseId"]);
    // Meanwhile it was kept, taken back, or another date was proposed.
    if (proposal === undefined) return {};
    const { promiseId, replaces, text, dueAt } = proposal;
    const terms = { promiseId, replaces, text, dueAt, agreed: true };
    return tellOnly(sent, (head) => [{ ...head, type: "renegotiate", ...terms }]);
  },
};

/** What an agent can do beside answering. */
export const AGENT_ACTIONS: Readonly<Record<string, TicketAction>> = {
  async offer(sent) {
    const { texts } = requestOf(sent.c, sent.centre);
    const errors = textErrors(sent.form, ["remedy"], texts);
    if (errors.length > 0) return Object.fromEntries(errors);
    const text = cleanText(sent.form["remedy"]);
    const remedyId = formKeyOf(sent.form["formKey"]);
    // The offer is a word to the customer, too.
    return tellOnly(sent, (head) => [
      { ...head, id: `answer-${head.id}`, type: "agentMessage" },
      { ...head, type: "offerRemedy", remedyId, text },
    ]);
  },
  async promise(sent) {
    const { texts, now } = requestOf(sent.c, sent.centre);
    const errors = [
      ...textErrors(sent.form, ["promise"], texts),
      ...momentErrors(sent.form, now, texts),
    ];
    const dueAt = momentOf(sent.form);
    if (errors.length > 0 || dueAt === undefined) return Object.fromEntries(errors);
    const text = cleanText(sent.form["promise"]);
    const promiseId = formKeyOf(sent.form["formKey"]);
    return tellOnly(sent, (head) => [{ ...head, type: "makePromise", promiseId, text, dueAt }]);
  },
  keep: (sent) =>
    ofPromise(sent, (promiseId) =>
      tellOnly(sent, (head) => [{ ...head, type: "keepPromise", promiseId }]),
    ),
  forecast: (sent) =>
    ofPromise(sent, async (promiseId) => {
      const { texts, now } = requestOf(sent.c, sent.centre);
      const errors = momentErrors(sent.form, now, texts);
      const expectedAt = momentOf(sent.form);
      if (errors.length > 0 || expectedAt === undefined) return Object.fromEntries(errors);
      return tellOnly(sent, (head) => [{ ...head, type: "forecast", promiseId, expectedAt }]);
    }),
  renewal: (sent) =>
    ofPromise(sent, async (replaces, text) => {
      const { texts, now } = requestOf(sent.c, sent.centre);
      const agreed = sent.form["agreed"] === "yes";
      const errors = momentErrors(sent.form, now, texts);
      const dueAt = momentOf(sent.form);
      if (errors.length > 0 || dueAt === undefined) return Object.fromEntries(errors);
      const promiseId = formKeyOf(sent.form["formKey"]);
      const terms = { promiseId, replaces, text, dueAt, agreed };
      return tellOnly(sent, (head) => [{ ...head, type: "renegotiate", ...terms }]);
    }),
  news: (sent) => ofPromise(sent, (promiseId) => tellNews(sent, promiseId)),
  withdrawal: (sent) =>
    ofPromise(sent, async (promiseId) => {
      const errors = textErrors(sent.form, ["reason"], requestOf(sent.c, sent.centre).texts);
      if (errors.length > 0) return Object.fromEntries(errors);
      const text = cleanText(sent.form["reason"]);
      return writeAnd(sent, text, (head) => ({
        ...head,
        type: "withdrawPromise",
        promiseId,
        text,
      }));
    }),
};

/** Answers a form about a ticket: by its page as it is now, or by the form once more with its mistakes. */
export async function takeAction(
  about: Omit<TicketForm, "form">,
  act: TicketAction,
  { path, cookie, show }: TicketSide,
): Promise<Response> {
  const { c, centre } = about;
  const form = await readForm(c);
  const draft = { name: c.req.param("action") ?? "", values: form, errors: {} };
  if (!isOurForm(centre.formSecret, cookie, form)) {
    return sendPage(c, await show(draft, requestOf(c, centre).texts.form.expired), 403);
  }
  const errors = await act({ ...about, form });
  if (Object.keys(errors).length === 0) return c.redirect(path, 303);
  return sendPage(c, await show({ ...draft, errors }), 422);
}

/** An action by the name in its address; not what every object has. */
export function actionNamed(
  actions: Readonly<Record<string, TicketAction>>,
  name: string,
): TicketAction | undefined {
  return Object.hasOwn(actions, name) ? actions[name] : undefined;
}

/** Bad news goes out as a message, together with what helps until then. */
async function tellNews(sent: TicketForm, promiseId: string): Promise<FormErrors> {
  const { c, centre, form } = sent;
  const errors = textErrors(form, ["news", "stopGap"], requestOf(c, centre).texts);
  if (errors.length > 0) return Object.fromEntries(errors);
  const [text, stopGap] = [cleanText(form["news"]), cleanText(form["stopGap"])];
  const told = { promiseId, text, stopGap };
  return writeAnd(sent, `${text}\n\n${stopGap}`, (head) => ({
    ...head,
    type: "tellBadNews",
    ...told,
  }));
}

/** Writes to the customer what a fact says, and tells the ticket both. */
async function writeAnd(
  { c, centre, record, form }: TicketForm,
  text: string,
  factOf: (head: Head) => EscalationCommandInput,
): Promise<FormErrors> {
  const { now: at } = requestOf(c, centre);
  const message = messageOf(newKey(), "outbound", { text, at });
  await takeStep(centre, record.number, {
    message: { formKey: formKeyOf(form["formKey"]), message },
    facts: [
      { type: "agentMessage", id: `answer-${message.id}`, messageId: message.id, at },
      factOf({ id: `told-${message.id}`, at }),
    ],
  });
  return {};
}

/** Goes on with the promise that a form names; a forged name changes nothing. */
async function ofPromise(
  { record, form }: TicketForm,
  go: (promiseId: string, text: string) => Promise<FormErrors>,
): Promise<FormErrors> {
  const facts = record.escalation.pages.flat();
  const made = facts.find(
    (fact) =>
      (fact.type === "makePromise" || fact.type === "renegotiate") &&
      fact.promiseId === form["promiseId"],
  );
  if (made === undefined || !("promiseId" in made) || !("text" in made)) return {};
  return go(made.promiseId, made.text);
}

/** Tells a ticket a fact that comes without a message; the same form sent twice is one fact. */
async function tellOnly(
  { c, centre, record, form }: TicketForm,
  factsOf: (head: Head) => EscalationCommandInput[],
): Promise<FormErrors> {
  const { now } = requestOf(c, centre);
  const about = [form["promiseId"], form["remedyId"]].filter(isKey);
  const id = [c.req.param("action"), formKeyOf(form["formKey"]), ...about].join("-");
  await takeStep(centre, record.number, { facts: factsOf({ id, at: now }) });
  return {};
}

interface Head {
  readonly id: string;
  readonly at: Instant;
}
