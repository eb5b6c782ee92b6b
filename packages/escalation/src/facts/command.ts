import { Instant, Locale, ServiceLevel } from "@kefu/core";
import { z } from "zod";
import { eventName } from "../policy/event-name.ts";

/** The years for which calendars answer, with a year to spare at either end. */
const [FIRST, LAST] = [Date.UTC(1801, 0, 1), Date.UTC(2199, 0, 1)];
const isAnswered = (at: number) => at >= FIRST && at <= LAST;
const At = Instant.refine(isAnswered, "must lie in the years 1801 to 2198");
const Name = z.string().min(1).max(128);
const Text = z.string().min(1).max(20_000);
const State = z.string().min(1).max(64);
const AttributeValue = z.union([
  z.string().max(1000),
  z.number(),
  z.boolean(),
  z.array(Name).max(100),
]);

/** What is known of a ticket, for conditions: tier, plan, product, channel, priority, language, VIP and what else the host says. */
export const Attributes = z
  .record(z.string().min(1).max(64), AttributeValue)
  .refine((attributes) => !Object.hasOwn(attributes, "__proto__"), "has a forbidden name")
  .readonly();
/** What is known of a ticket, see the schema of the same name. */
export type Attributes = z.output<typeof Attributes>;

const head = {
  /** The same for each attempt at the same command. */
  id: eventName(128),
  /** When it happened. */
  at: At,
  /** When the host heard of it; by default when it happened. */
  receivedAt: At.optional(),
  /** Orders what happened in the same millisecond; by default 0. */
  sequence: z.int().min(-1e9).max(1e9).optional(),
  /** Who did it, for the record. */
  actor: Name.optional(),
};

const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ ...head, type: z.literal(type), ...shape });

/** A promise in the making. */
const promised = {
  /** Names the promise. */
  promiseId: Name,
  /** What is promised, as the customer reads it. */
  text: Text,
};

/**
 * Something that happened to a ticket. Facts decide what is due and met, never the moment at which they are heard of.
 *
 * Facts of one millisecond count in the order of this list. A word fulfils before a change of state pauses, so that
 * "answer and set to pending" in one go is an answer in time, never a clock that stands still. What makes a promise comes
 * before what becomes of it, so that a word given and kept in one go is kept.
 */
export const Fact = z.discriminatedUnion("type", [
  command("open", {
    /** Who opened it; a customer's word waits for an answer. */
    by: z.enum(["customer", "agent"]).default("customer"),
    /** The state it starts in. */
    state: State.default("new"),
    /** Which policy it falls under. */
    policy: Name,
    /** The level it says itself; the ladder's entry rules come first. */
    level: ServiceLevel.optional(),
    /** What is known of it. */
    attributes: Attributes.default({}),
    /** The language to speak. */
    locale: Locale.optional(),
  }),
  command("applyPolicy", {
    /** Which policy. */
    policy: Name,
    /** Which version of it. */
    version: z.int().nonnegative(),
  }),
  command("calendarChanged", {
    /** Which calendar of the context. */
    calendar: Name,
    /** The version that counts from now on. */
    version: z.int().nonnegative(),
  }),
  command("classify", {
    /** What is newly known; attributes that are not named stay. */
    attributes: Attributes,
  }),
  command("customerMessage", {
    /** Where the words are kept. */
    messageId: Name.optional(),
    /** `false` for a closing courtesy: no clock starts, nothing is reopened. */
    expectsReply: z.boolean().default(true),
    /** Whether it reopens a solved ticket. */
    reopens: z.boolean().default(true),
  }),
  command("agentMessage", {
    /** Where the words are kept. */
    messageId: Name.optional(),
  }),
  command("levelOutcome", {
    /** Whether the attempt met the need. */
    outcome: z.enum(["solved", "unsolved"]),
    /** What was asked. */
    query: Text.optional(),
    /** Which entry of the knowledge base was tried. */
    entryId: Name.optional(),
    /** Where the conversation of the attempt is kept. */
    transcript: Name.optional(),
  }),
  command("wishForPerson", {}),
  command("raiseLevel", {
    /** Where to; must be a higher rung than now. */
    level: ServiceLevel,
    /** Why. */
    reason: Text.optional(),
  }),
  command("complain", {
    /** Which product. */
    productId: Name.optional(),
    /** What is wrong, by the host's own code for it. */
    symptom: Name,
  }),
  command("assign", {
    /** Who is to look after it. */
    assignee: Name.optional(),
    /** Which team. */
    team: Name.optional(),
  }),
  command("accept", {}),
  command("diagnose", {
    /** What was found. */
    finding: Text.optional(),
  }),
  command("repair", {}),
  command("makePromise", {
    ...promised,
    /** By when; without it the budget of the policy's promise target counts from now. */
    dueAt: At.optional(),
    /** The clock whose deadline the promise repeats: when that moves past the promise, the customer is to be told. */
    clock: Name.optional(),
    /** How much open time the work takes, in milliseconds, where known. */
    workMilliseconds: z.int().nonnegative().optional(),
  }),
  command("renegotiate", {
    ...promised,
    /** The new promise's moment. */
    dueAt: At,
    /** Which promise it takes the place of. */
    replaces: Name,
    /** Whether the customer agreed; otherwise the old promise stands. */
    agreed: z.boolean(),
  }),
  command("forecast", {
    /** Which promise. */
    promiseId: Name,
    /** When it will be kept, as far as one can tell now. */
    expectedAt: At,
  }),
  command("tellBadNews", {
    /** Which promise. */
    promiseId: Name,
    /** What the customer was told. */
    text: Text,
    /** What helps the customer until then. */
    stopGap: Text,
  }),
  command("keepPromise", {
    /** Which promise. */
    promiseId: Name,
  }),
  command("withdrawPromise", {
    /** Which promise. */
    promiseId: Name,
    /** Why, as the customer reads it. */
    text: Text,
  }),
  command("offerRemedy", {
    /** Names the remedy. */
    remedyId: Name,
    /** What is offered, as the customer reads it. */
    text: Text,
  }),
  command("answerRemedy", {
    /** Which remedy. */
    remedyId: Name,
    /** What the customer says of it. */
    answer: z.enum(["accepted", "declined"]),
  }),
  command("confirmSettlement", {}),
  command("setState", {
    /** The new state; `"solved"` and `"closed"` count as resolved. */
    state: State,
  }),
  command("resolve", {}),
  command("reopen", {}),
]);
/** Something that happened to a ticket, see the schema of the same name. */
export type Fact = z.output<typeof Fact>;

/** Time has passed: what has come due by now is to be told. Harmless when late, early or repeated. */
const Tick = z.strictObject({
  /** For the record. */
  id: Name.optional(),
  /** Now. */
  at: At,
  type: z.literal("tick"),
});

/** What a ticket can be told: a fact, or that time has passed. */
export const EscalationCommand = z.discriminatedUnion("type", [Fact, Tick]);
/** What a ticket can be told, see the schema of the same name. */
export type EscalationCommand = z.output<typeof EscalationCommand>;
/** A command as it is written: keys with a default may be left out. */
export type EscalationCommandInput = z.input<typeof EscalationCommand>;

/** The moment of a tick that says nothing else, which hosts send by the thousand; `null` for what the schema is to read. */
export function plainTickAt(command: EscalationCommandInput): Instant | null {
  if (command?.type !== "tick" || Object.keys(command).length !== 2) return null;
  const { at } = command;
  return Number.isInteger(at) && isAnswered(at) ? (at as Instant) : null;
}

/** When a fact was heard of. Never before it happened, whatever the clocks of the senders say. */
export function detectedAt({ at, receivedAt = at }: Fact): Instant {
  return receivedAt > at ? receivedAt : at;
}
