import { type CalendarPolicyInput, compileCalendar } from "@kefu/calendar";
import { type Instant, instant, isoOf } from "@kefu/core";
import {
  type ClockView,
  compileEscalation,
  type EscalationCommandInput,
  type EscalationPolicyInput,
  escalation,
  type TicketView,
  viewTicket,
} from "../src/index.ts";

interface TargetForm {
  readonly ms: number;
  readonly pausable?: boolean;
  readonly pauseStates?: readonly string[];
  readonly suspendedIn?: readonly string[];
}

interface EventForm {
  readonly at: string;
  readonly type: "created" | "state" | "agentReply" | "customerReply" | "resolved" | "reopened";
  readonly by?: "customer" | "agent";
  readonly state?: string;
  readonly to?: string;
}

const METRICS = {
  firstResponse: "firstResponse",
  reply: "nextReply",
  periodicUpdate: "periodicUpdate",
  resolution: "resolution",
} as const;
type MetricForm = keyof typeof METRICS;

/** A case of `conformance/escalation.json`. */
export interface EscalationCase {
  readonly calendar: CalendarPolicyInput;
  readonly input: {
    readonly policy: Readonly<Partial<Record<MetricForm, TargetForm>>>;
    readonly events: readonly EventForm[];
    readonly asOf: string;
  };
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Answers a case in its own form: due, elapsed time and verdict of each target, and the earliest due. */
export function answerEscalationCase(one: EscalationCase): Record<string, unknown> {
  const view = viewOf(one);
  const answers: Record<string, unknown> = {};
  const dues: Instant[] = [];
  for (const [name, { suspendedIn = [] }] of Object.entries(one.input.policy)) {
    const clock = view.clocks.find(({ metric }) => metric === METRICS[name as MetricForm]);
    const due = suspendedIn.includes(view.state ?? "") ? null : dueOf(clock);
    if (due !== null) dues.push(due);
    answers[`${name}Due`] = due === null ? null : inSeconds(due);
    answers[`${name}ElapsedMs`] = clock?.workedMilliseconds ?? 0;
    answers[`${name}Verdict`] = verdictOf(clock);
  }
  answers["nextDue"] = dues.length === 0 ? null : inSeconds(Math.min(...dues) as Instant);
  return answers;
}

function viewOf({ calendar, input: { policy, events, asOf } }: EscalationCase): TicketView {
  const at = instant(asOf);
  const context = compileEscalation({
    policies: [policyOf(policy)],
    calendars: { desk: [{ version: 1, calendar: compileCalendar(calendar) }] },
  });
  const tickets = escalation(context);
  let ticket = tickets.initial;
  for (const [i, event] of events.entries()) {
    if (instant(event.at) > at) continue;
    const decision = tickets.decide(undefined, ticket, commandOf(event, i));
    if (decision.outcome === "accepted") ticket = decision.events.reduce(tickets.evolve, ticket);
  }
  return viewTicket(context, ticket, at);
}

function policyOf(forms: EscalationCase["input"]["policy"]): EscalationPolicyInput {
  const names = Object.keys(forms) as MetricForm[];
  const targets = names.map((name) => {
    const { ms, pausable, pauseStates = ["pending"], suspendedIn = [] } = forms[name] as TargetForm;
    return {
      id: name,
      metric: METRICS[name],
      budget: { working: { seconds: ms / 1000 } },
      calendar: "desk",
      pause: {
        states: pausable ? pauseStates : [],
        hideIn: suspendedIn,
        whileResolved: pausable ? ("paused" as const) : ("counted" as const),
      },
    };
  });
  return {
    id: "case",
    version: 1,
    targets,
    rules: [{ id: "all", targets: names }],
    customersTurn: [],
  };
}

function commandOf(
  { at, type, by, state, to }: EventForm,
  sequence: number,
): EscalationCommandInput {
  const head = { id: `e${sequence}`, at: instant(at), sequence };
  switch (type) {
    case "created":
      return { ...head, type: "open", policy: "case", by: by ?? "customer", state: state ?? "new" };
    case "state":
      return { ...head, type: "setState", state: to ?? "open" };
    case "agentReply":
      return { ...head, type: "agentMessage" };
    case "customerReply":
      return { ...head, type: "customerMessage", reopens: false };
    case "resolved":
      return { ...head, type: "resolve" };
    case "reopened":
      return { ...head, type: "reopen" };
    default:
      return type satisfies never;
  }
}

/** A paused clock is shown as it would be due if the pause ended now. */
function dueOf(clock: ClockView | undefined): Instant | null {
  return clock?.dueAt ?? clock?.dueIfResumedAt ?? null;
}

function verdictOf(clock: ClockView | undefined): string {
  if (clock === undefined) return "running";
  return clock.verdict === "cancelled" ? "met" : clock.verdict.replace("never-due", "running");
}

const inSeconds = (at: Instant): string => isoOf(at).replace(".000Z", "Z");
