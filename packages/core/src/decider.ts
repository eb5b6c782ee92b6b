import { z } from "zod";
import { CommandId } from "./identifier.ts";
import { parseInput, requireFunctions, requireList } from "./parse-input.ts";

/** What became of a command: events that are to be stored, or a refusal. */
export type Decision<Event, Refusal> =
  | { readonly outcome: "accepted"; readonly events: readonly Event[] }
  | { readonly outcome: "refused"; readonly because: Refusal };

/**
 * A life cycle as three pure parts. State, commands and events are plain JSON. The host stores the events and does
 * what they say; {@link handle} and {@link replay} run the decider.
 */
export interface Decider<Policy, State, Command, Event, Refusal> {
  /** The state before anything has happened. */
  readonly initial: State;
  /** Answers a command: with what is to happen, or with why not. Changes nothing. */
  readonly decide: (policy: Policy, state: State, command: Command) => Decision<Event, Refusal>;
  /** The state after an event. Never refuses: what has happened has happened, late events too. */
  readonly evolve: (state: State, event: Event) => State;
}

/** A command as {@link handle} takes it. */
export interface IdentifiedCommand {
  /** The same for each attempt at the same command. */
  readonly commandId: string;
  /** The version that the sender had seen; without it, any version will do. */
  readonly expectedVersion?: number | undefined;
}

/** Where a life cycle stands. Plain JSON. */
export interface Snapshot<State> {
  /** What the events so far have made of the initial state. */
  readonly state: State;
  /** How many events there have been. */
  readonly version: number;
  /** The latest accepted commands, oldest first, at most {@link REMEMBERED_COMMANDS}. */
  readonly commandIds: readonly string[];
}

/** What became of a command. `snapshot` is what to store; it is the given one where nothing has changed. */
export type Handled<State, Event, Refusal> =
  | {
      readonly outcome: "accepted";
      readonly events: readonly Event[];
      readonly snapshot: Snapshot<State>;
    }
  | { readonly outcome: "duplicate"; readonly snapshot: Snapshot<State> }
  | { readonly outcome: "refused"; readonly because: Refusal }
  | {
      readonly outcome: "conflict";
      readonly expectedVersion: number;
      readonly actualVersion: number;
    };

/**
 * How many accepted commands a snapshot remembers. A repeat that comes after as many others is decided afresh; a
 * command with `expectedVersion` is then a conflict, never carried out twice.
 */
export const REMEMBERED_COMMANDS = 256;

const Version = z.int().nonnegative();
const CommandHead = z.object({ commandId: CommandId, expectedVersion: Version.optional() });
const SnapshotHead = z.object({ version: Version, commandIds: z.array(CommandId) });

/**
 * Where a life cycle stands after its events.
 *
 * @param decider - the life cycle
 * @param events - what has happened, oldest first
 * @param since - `snapshot`: where to start from, by default the beginning; `commandIds`: the commands that the events
 *   came from, oldest first, so that {@link handle} notices their repeats
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { replay } from "@kefu/core";
 *
 * const counter = { initial: 0, evolve: (count: number, by: number) => count + by };
 * replay(counter, [3, 4]); // => { state: 7, version: 2, commandIds: [] }
 * ```
 */
export function replay<State, Event>(
  decider: Pick<Decider<never, State, never, Event, never>, "initial" | "evolve">,
  events: readonly Event[],
  since: { readonly snapshot?: Snapshot<State>; readonly commandIds?: readonly string[] } = {},
): Snapshot<State> {
  requireFunctions("decider", decider, "evolve");
  requireList("events", events);
  const start = since?.snapshot ?? { state: decider.initial, version: 0, commandIds: [] };
  const { version, commandIds } = parseInput(SnapshotHead, "snapshot", start);
  const further = parseInput(z.array(CommandId), "command ids", since?.commandIds ?? []);
  return {
    state: events.reduce<State>((state, event) => decider.evolve(state, event), start.state),
    version: version + events.length,
    commandIds: [...commandIds, ...further].slice(-REMEMBERED_COMMANDS),
  };
}

/**
 * Carries out a command once: decides it and applies its events.
 *
 * A command that the snapshot remembers is a `"duplicate"`, whatever version it expects. One that expects another
 * version than there is now is a `"conflict"`. A refused command is not remembered, so that it may be tried again.
 *
 * @param decider - the life cycle
 * @param policy - handed to `decide`
 * @param snapshot - where the life cycle stands; the beginning is `replay(decider, [])`
 * @param command - what is asked for
 * @returns what is to be stored, as one unit, or why nothing has changed
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { type Decider, handle, replay } from "@kefu/core";
 *
 * type Deposit = { commandId: string; points: number };
 * const account: Decider<{ most: number }, number, Deposit, number, "too-much"> = {
 *   initial: 0,
 *   decide: ({ most }, balance, { points }) =>
 *     balance + points > most
 *       ? { outcome: "refused", because: "too-much" }
 *       : { outcome: "accepted", events: [points] },
 *   evolve: (balance, points) => balance + points,
 * };
 * const opened = replay(account, []);
 * handle(account, { most: 9 }, opened, { commandId: "c1", points: 10 }); // => { outcome: "refused", because: "too-much" }
 * ```
 */
export function handle<Policy, State, Command extends IdentifiedCommand, Event, Refusal>(
  decider: Decider<Policy, State, Command, Event, Refusal>,
  policy: Policy,
  snapshot: Snapshot<State>,
  command: Command,
): Handled<State, Event, Refusal> {
  requireFunctions("decider", decider, "decide");
  const { version, commandIds } = parseInput(SnapshotHead, "snapshot", snapshot);
  const { commandId, expectedVersion = version } = parseInput(CommandHead, "command", command);
  if (commandIds.includes(commandId)) return { outcome: "duplicate", snapshot };
  if (expectedVersion !== version) {
    return { outcome: "conflict", expectedVersion, actualVersion: version };
  }
  const decision = decider.decide(policy, snapshot.state, command);
  if (decision.outcome === "refused") return decision;
  const { events } = decision;
  const next = replay(decider, events, { snapshot, commandIds: [commandId] });
  return { outcome: "accepted", events, snapshot: next };
}
