import {
  type Because,
  type Decider,
  type IdentifiedCommand,
  Instant,
  parseInput,
} from "@kefu/core";
import { z } from "zod";

/** By what customers take part in making a product. */
export const ParticipationKind = z.enum(["co-design", "beta", "survey", "advisory-board"]);
/** By what customers take part, see the schema of the same name. */
export type ParticipationKind = z.output<typeof ParticipationKind>;

const Text = z.string().min(1).max(2000);
const Name = z.string().min(1).max(128);

/**
 * An invitation to take part and what becomes of it. `"none"` before it is sent; `"invited"` until the customer answers;
 * `"declined"` and `"lapsed"` without participation; `"taking-part"` from yes on; `"thanked"` once the customer has been told
 * what became of the contribution, which is the end of it.
 */
export const Participation = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("none") }),
  z.strictObject({
    status: z.enum(["invited", "declined", "lapsed", "taking-part", "thanked"]),
    /** In what. */
    kind: ParticipationKind,
    /** Who is invited. */
    customerId: Name,
    /** When the invitation was sent. */
    invitedAt: Instant,
    /** By when an answer is awaited. */
    answerBy: Instant,
    /** How often the customer contributed. */
    contributions: z.int().nonnegative(),
  }),
]);
/** An invitation and what becomes of it, see the schema of the same name. */
export type Participation = z.output<typeof Participation>;

const head = { commandId: Name, at: Instant };

/** What can be asked of an invitation. */
export const ParticipationCommand = z.discriminatedUnion("type", [
  z.strictObject({
    ...head,
    type: z.literal("invite"),
    /** In what. */
    kind: ParticipationKind,
    /** Who is invited. */
    customerId: Name,
    /** By when an answer is awaited. */
    answerBy: Instant,
  }),
  z.strictObject({ ...head, type: z.literal("answer"), answer: z.enum(["yes", "no"]) }),
  z.strictObject({ ...head, type: z.literal("contribute"), reference: Name }),
  z.strictObject({
    ...head,
    type: z.literal("thank"),
    /** What became of the contribution, as the customer reads it. */
    outcome: Text,
  }),
  z.strictObject({ ...head, type: z.literal("tick") }),
]);
/** What can be asked of an invitation, see the schema of the same name. */
export type ParticipationCommand = z.output<typeof ParticipationCommand>;

/** What happened to an invitation. */
export const ParticipationEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("Invited"),
    at: Instant,
    kind: ParticipationKind,
    customerId: Name,
    answerBy: Instant,
  }),
  z.strictObject({ type: z.literal("InvitationAccepted"), at: Instant }),
  z.strictObject({ type: z.literal("InvitationDeclined"), at: Instant }),
  z.strictObject({ type: z.literal("InvitationLapsed"), at: Instant }),
  z.strictObject({ type: z.literal("Contributed"), at: Instant, reference: Name }),
  z.strictObject({ type: z.literal("ParticipantThanked"), at: Instant, outcome: Text }),
]);
/** What happened to an invitation, see the schema of the same name. */
export type ParticipationEvent = z.output<typeof ParticipationEvent>;

/** Why a command about an invitation is refused. */
export type ParticipationRefusal = Because<
  | "already-invited"
  | "not-invited"
  | "answered-too-late"
  | "not-taking-part"
  | "nothing-contributed"
>;

/** A command of taking part as it is handed in, with its id. */
export type ParticipationCommandInput = z.input<typeof ParticipationCommand> & IdentifiedCommand;

/**
 * The life of one invitation to take part: invite, answer, contribute, thank. An answer at the last moment counts; after it
 * the invitation has lapsed, which a `tick` tells. Nobody is left without word of what became of their contribution: `"thank"` is only refused
 * while there is none.
 *
 * @example
 * ```ts
 * import { handle, instant, replay } from "@kefu/core";
 * import { participation } from "@kefu/escalation";
 *
 * const at = instant("2026-11-24T09:00:00Z");
 * const answerBy = instant("2026-12-01T09:00:00Z");
 * const invited = handle(participation, undefined, replay(participation, []), {
 *   type: "invite", commandId: "c1", at, kind: "beta", customerId: "u1", answerBy,
 * });
 * invited.outcome === "accepted" && invited.snapshot.state.status; // => "invited"
 * ```
 */
export const participation: Decider<
  void,
  Participation,
  ParticipationCommandInput,
  ParticipationEvent,
  ParticipationRefusal
> = {
  initial: { status: "none" },
  decide(_, state, command) {
    const told = parseInput(ParticipationCommand, "command", command);
    const answer = eventOf(parseInput(Participation, "participation", state), told);
    if (typeof answer !== "string") {
      return { outcome: "accepted", events: answer === null ? [] : [answer] };
    }
    const because = { code: answer, facts: { status: state.status } };
    return { outcome: "refused", because };
  },
  evolve: (state, event) =>
    after(
      parseInput(Participation, "participation", state),
      parseInput(ParticipationEvent, "event", event),
    ),
};

/** In which status a command is possible, and what it is refused with in any other. */
const POSSIBLE = {
  invite: ["none", "already-invited"],
  answer: ["invited", "not-invited"],
  contribute: ["taking-part", "not-taking-part"],
  thank: ["taking-part", "not-taking-part"],
} as const;

type Outcome = ParticipationEvent | ParticipationRefusal["code"];

function eventOf(state: Participation, command: ParticipationCommand): Outcome | null {
  if (command.type === "tick") {
    const lapses = state.status === "invited" && command.at > state.answerBy;
    return lapses ? { type: "InvitationLapsed", at: state.answerBy } : null;
  }
  const [status, otherwise] = POSSIBLE[command.type];
  if (state.status !== status) return otherwise;
  return command.type === "invite" ? invited(command) : outcomeOf(state, command);
}

function invited({ at, kind, customerId, answerBy }: CommandOf<"invite">): ParticipationEvent {
  return { type: "Invited", at, kind, customerId, answerBy };
}

function outcomeOf(
  state: Participation,
  command: CommandOf<"answer" | "contribute" | "thank">,
): Outcome {
  const { type, at } = command;
  const { answerBy = at, contributions = 0 } = state.status === "none" ? {} : state;
  if (type === "contribute") return { type: "Contributed", at, reference: command.reference };
  if (type === "thank") {
    const thanked = { type: "ParticipantThanked", at, outcome: command.outcome } as const;
    return contributions === 0 ? "nothing-contributed" : thanked;
  }
  if (at > answerBy) return "answered-too-late";
  return { type: command.answer === "yes" ? "InvitationAccepted" : "InvitationDeclined", at };
}

type CommandOf<Type extends ParticipationCommand["type"]> = Extract<
  ParticipationCommand,
  { type: Type }
>;

const STATUS_AFTER = {
  InvitationAccepted: "taking-part",
  InvitationDeclined: "declined",
  InvitationLapsed: "lapsed",
  Contributed: "taking-part",
  ParticipantThanked: "thanked",
} as const;

function after(state: Participation, event: ParticipationEvent): Participation {
  if (event.type === "Invited") {
    const { kind, customerId, answerBy, at: invitedAt } = event;
    return { status: "invited", kind, customerId, invitedAt, answerBy, contributions: 0 };
  }
  if (state.status === "none") return state;
  const more = event.type === "Contributed" ? 1 : 0;
  return {
    ...state,
    status: STATUS_AFTER[event.type],
    contributions: state.contributions + more,
  };
}
