// Tells a ticket's life in a test: what happened, then what came of it.
import { type CalendarPolicyInput, compileCalendar, unionCalendars } from "@kefu/calendar";
import { type Instant, instant, isoOf } from "@kefu/core";
import {
  type CalendarEdition,
  compileEscalation,
  type EscalationCommandInput,
  type EscalationContext,
  type EscalationEvent,
  type EscalationPolicyInput,
  type EscalationTicket,
  type EventType,
  escalation,
  type TicketView,
  viewTicket,
} from "../src/index.ts";

const weekdays = (from: string, to: string): CalendarPolicyInput["weekly"] => ({
  daily: [[from, to]],
  sat: [],
  sun: [],
});

const berlin = compileCalendar({ timeZone: "Europe/Berlin", weekly: weekdays("08:00", "18:00") });
const newYork = compileCalendar({
  timeZone: "America/New_York",
  weekly: weekdays("09:00", "17:00"),
});

/** The desks of the scenarios. */
export const DESKS = {
  newYork,
  berlin,
  utc: compileCalendar({ timeZone: "UTC", weekly: weekdays("10:00", "18:00") }),
  always: compileCalendar({ timeZone: "UTC", weekly: { daily: [["00:00", "24:00"]] } }),
  never: compileCalendar({ timeZone: "UTC", weekly: {} }),
  berlinNight: compileCalendar({
    timeZone: "Europe/Berlin",
    weekly: { daily: [["22:00", "06:00"]] },
  }),
  berlinEarly: compileCalendar({
    timeZone: "Europe/Berlin",
    weekly: weekdays("08:00", "16:00"),
  }),
  followTheSun: unionCalendars(
    compileCalendar({ timeZone: "Europe/Berlin", weekly: weekdays("08:00", "16:00") }),
    newYork,
  ),
};

/** A command whose moment is written as a text; its name is made up. */
export type Told = EscalationCommandInput extends infer Command
  ? Command extends { at: number }
    ? Omit<Command, "at" | "id" | "receivedAt" | "policy"> & {
        readonly at: string;
        readonly id?: string;
        readonly receivedAt?: string;
        readonly policy?: string;
      }
    : never
  : never;

/** One target on a desk, as most scenarios have it. */
export const oneTarget = (
  target: Omit<NonNullable<EscalationPolicyInput["targets"]>[number], "id" | "calendar">,
  rest: Partial<EscalationPolicyInput> = {},
): EscalationPolicyInput => ({
  id: "shop",
  version: 1,
  targets: [{ id: "target", calendar: "desk", ...target }],
  rules: [{ id: "everybody", targets: ["target"] }],
  ...rest,
});

/** The life of one ticket under some policies. */
export interface Story {
  readonly context: EscalationContext;
  /** Carries a command out; what came of it, without the taking down of the fact itself. */
  readonly tell: (command: Told) => readonly EscalationEvent[];
  readonly view: (at: string) => TicketView;
  readonly ticket: () => EscalationTicket;
  /** When a clock is due, by the metric, as seen at a moment. */
  readonly due: (metric: string, at: string) => string | null;
  readonly verdict: (metric: string, at: string) => string | undefined;
}

/** Starts a story. */
export function story(
  policies: EscalationPolicyInput | readonly EscalationPolicyInput[],
  calendars: Readonly<Record<string, CalendarEdition["calendar"] | readonly CalendarEdition[]>>,
): Story {
  const editions = Object.entries(calendars).map(([id, given]) => [
    id,
    Array.isArray(given) ? given : [{ version: 1, calendar: given }],
  ]);
  const context = compileEscalation({
    policies: [policies].flat(),
    calendars: Object.fromEntries(editions),
  });
  const tickets = escalation(context);
  let ticket = tickets.initial;
  let count = 0;
  const view = (at: string) => viewTicket(context, ticket, instant(at));
  const clock = (metric: string, at: string) =>
    view(at).clocks.find((one) => one.metric === metric);
  return {
    context,
    view,
    ticket: () => ticket,
    tell(command) {
      const decision = tickets.decide(undefined, ticket, commandOf(command, `f${++count}`));
      if (decision.outcome === "refused") throw new Error(decision.because.code);
      ticket = decision.events.reduce(tickets.evolve, ticket);
      return decision.events.filter(({ type }) => type !== "FactRecorded");
    },
    due(metric, at) {
      const due = clock(metric, at)?.dueAt ?? null;
      return due === null ? null : text(due);
    },
    verdict: (metric, at) => clock(metric, at)?.verdict,
  };
}

/** The command in full. */
export function commandOf({ at, receivedAt, ...rest }: Told, id: string): EscalationCommandInput {
  return {
    id,
    ...(rest.type === "open" && { policy: "shop" }),
    ...rest,
    at: instant(at),
    ...(receivedAt !== undefined && { receivedAt: instant(receivedAt) }),
  } as EscalationCommandInput;
}

/** The kinds of events, in their order. */
export const kinds = (events: readonly EscalationEvent[]): readonly EventType[] =>
  events.map(({ type }) => type);

/** A moment without milliseconds. */
export const text = (at: Instant): string => isoOf(at).replace(".000Z", "Z");
