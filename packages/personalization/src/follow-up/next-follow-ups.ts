import { type Because, Instant, type JsonValue } from "@kefu/core";
import { checked } from "../contact/checked.ts";
import { DAY } from "../contact/wall-clock.ts";
import type { RuleMessage } from "../rules/rule-set.ts";
import {
  CustomerTimeline,
  type CustomerTimelineInput,
  FollowUpPlan,
  type FollowUpPlanInput,
  type FollowUpStep,
  type TimelineEvent,
} from "./follow-up-plan.ts";

/** The furthest moment that there is, either way. */
const END_OF_TIME = 8.64e15;

/** A contact that a plan asks for. */
export interface FollowUp {
  /** Step, event and repetition, as in `"tips/e1/0"`: the same for the same timeline. To be added to `done` once it is sent. */
  readonly id: string;
  /** The step of the plan. */
  readonly step: string;
  /** What was bought. */
  readonly subject: string;
  /** From when on it is due. */
  readonly dueAt: Instant;
  /** What it says. */
  readonly content: JsonValue;
  /** How it is sent, for {@link planContact}; `expiresAt` is when the follow-up is of no use any more. */
  readonly message: RuleMessage;
  /** The event that it follows or comes before: `on`, `days`. */
  readonly because: Because<"days-after" | "days-before">;
}

/**
 * The contacts that a plan asks for at a moment: those that are due, still of use, not done, and not called off.
 *
 * Asking again gives the same answer until their ids stand in `done`, and events may come in late and in any order.
 * Called off are all follow-ups of a subject to which a cancelling event has happened by then, before or after what they follow.
 *
 * @returns the one that has been due longest first
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { nextFollowUps, nextWakeAt } from "@kefu/personalization";
 *
 * const message = { purpose: "service" as const, category: "care", channels: ["email" as const] };
 * const plan = {
 *   steps: [
 *     { id: "tips", on: "delivered", afterDays: 3, message, content: "Three tips for your kettle" },
 *     { id: "check", on: "guarantee-ends", beforeDays: 30, message, content: "Is all well?" },
 *   ],
 * };
 * const events = [
 *   { id: "e1", kind: "delivered", subject: "kettle", at: instant("2026-03-01T12:00:00Z") },
 *   { id: "e2", kind: "guarantee-ends", subject: "kettle", at: instant("2028-03-01T12:00:00Z") },
 * ];
 * const at = instant("2026-03-04T12:00:00Z");
 * nextFollowUps(plan, { events }, at).map(({ id }) => id); // => ["tips/e1/0"]
 * nextFollowUps(plan, { events, done: ["tips/e1/0"] }, at); // => []
 * nextWakeAt(plan, { events }, at) === instant("2028-01-31T12:00:00Z"); // => true
 * ```
 */
export function nextFollowUps(
  plan: FollowUpPlanInput,
  timeline: CustomerTimelineInput,
  at: Instant,
): readonly FollowUp[] {
  const { open, now } = openFollowUps(plan, timeline, at);
  const isDue = ({ dueAt, message: { expiresAt = now } }: FollowUp) =>
    dueAt <= now && now < expiresAt;
  return open.filter(isDue).sort((one, other) => one.dueAt - other.dueAt);
}

/**
 * When {@link nextFollowUps} has something new to say at the earliest: a host sets one timer, and asks again when the
 * timeline changes.
 *
 * @returns later than `at`; `undefined` when nothing will become due
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 */
export function nextWakeAt(
  plan: FollowUpPlanInput,
  timeline: CustomerTimelineInput,
  at: Instant,
): Instant | undefined {
  const { open, now } = openFollowUps(plan, timeline, at);
  let next: Instant | undefined;
  for (const { dueAt } of open) {
    if (dueAt > now && (next === undefined || dueAt < next)) next = dueAt;
  }
  return next;
}

/** All follow-ups that are not done and not called off by now, whenever they are due. */
function openFollowUps(
  plan: FollowUpPlanInput,
  timeline: CustomerTimelineInput,
  at: Instant,
): { open: FollowUp[]; now: Instant } {
  const { steps } = checked(FollowUpPlan, "follow-up plan", plan);
  const known = checked(CustomerTimeline, "customer timeline", timeline);
  const now = checked(Instant, "at", at);
  const done = new Set(known.done);
  const { byKind, happened } = indexed(known.events, now);
  const open = steps.flatMap((step) =>
    (byKind.get(step.on) ?? [])
      .filter(({ subject }) => !step.cancelledBy.some((kind) => happened.get(kind)?.has(subject)))
      .flatMap((event) => followUpsOf(step, event))
      .filter(({ id }) => !done.has(id)),
  );
  return { open, now };
}

/** Events by kind, each once, and the subjects to which each kind has happened by now. */
function indexed(events: readonly TimelineEvent[], now: Instant) {
  const byKind = new Map<string, TimelineEvent[]>();
  const happened = new Map<string, Set<string>>();
  for (const event of new Map(events.map((one) => [one.id, one])).values()) {
    const ofKind = byKind.get(event.kind);
    if (ofKind === undefined) byKind.set(event.kind, [event]);
    else ofKind.push(event);
  }
  for (const [kind, ofKind] of byKind) {
    const past = ofKind.filter(({ at }) => at <= now);
    happened.set(kind, new Set(past.map(({ subject }) => subject)));
  }
  return { byKind, happened };
}

function followUpsOf(step: FollowUpStep, event: TimelineEvent): FollowUp[] {
  if ("beforeDays" in step) {
    const because = reason("days-before", step.on, step.beforeDays);
    const dueAt = event.at - step.beforeDays * DAY;
    return followUp(step, event, { dueAt, until: event.at, repetition: 0, because });
  }
  const { everyDays, times } = step.repeat ?? { everyDays: 0, times: 1 };
  const until = Number.POSITIVE_INFINITY;
  return Array.from({ length: times }, (_, repetition) => {
    const days = step.afterDays + repetition * everyDays;
    const because = reason("days-after", step.on, days);
    return followUp(step, event, { dueAt: event.at + days * DAY, until, repetition, because });
  }).flat();
}

interface Occurrence {
  readonly dueAt: number;
  readonly until: number;
  readonly repetition: number;
  readonly because: FollowUp["because"];
}

/** One follow-up; none where it would be due past the end of time. */
function followUp(
  { id: step, usefulDays, content, message }: FollowUpStep,
  { id, subject }: TimelineEvent,
  { dueAt, until, repetition, because }: Occurrence,
): FollowUp[] {
  const own = message.expiresAt ?? Number.POSITIVE_INFINITY;
  const expiresAt = Math.min(dueAt + usefulDays * DAY, until, own);
  if (dueAt < -END_OF_TIME || expiresAt > END_OF_TIME) return [];
  return [
    {
      ...{ id: `${step}/${id}/${repetition}`, step, subject, dueAt: dueAt as Instant, content },
      ...{ message: { ...message, expiresAt: expiresAt as Instant }, because },
    },
  ];
}

function reason(code: FollowUp["because"]["code"], on: string, days: number) {
  return { code, facts: { on, days } };
}
