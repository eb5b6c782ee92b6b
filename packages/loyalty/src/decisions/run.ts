import type { Instant } from "@kefu/core";
import type { CompiledProgramme } from "../earning/compile-programme.ts";
import type { LedgerCommand } from "../ledger/commands.ts";
import type { LedgerEvent } from "../ledger/events.ts";
import type { LedgerState } from "../ledger/state.ts";
import type { Refused } from "./refusal.ts";

/** What a decision is made from. */
export interface Run {
  /** The version of the programme that decides. */
  readonly compiled: CompiledProgramme;
  /** The version of a number. */
  readonly versionOf: (version: number) => CompiledProgramme | undefined;
  /** Where the ledger stands at `now`. */
  readonly state: LedgerState;
  /** The moment of the command, or of the latest event where that is later: time in a ledger never runs back. */
  readonly now: Instant;
}

/** A command of a type. */
export type CommandOf<Type extends LedgerCommand["type"]> = Extract<
  LedgerCommand,
  { readonly type: Type }
>;

type Head = "at" | "commandId" | "body" | "programme" | "memberId";
type Moves = "lots" | "taken" | "debt" | "activeUntil";
type Own<Event> = Event extends LedgerEvent
  ? Omit<Event, Head | Moves> & Partial<Pick<Event, Moves>>
  : never;

/** What an event is to say beside its head; what it does not move may be left out. */
export type Entry = Own<LedgerEvent> & { readonly programme?: number };

/** The answer to a command of a type. */
export type Decide<Type extends LedgerCommand["type"]> = (
  run: Run,
  command: CommandOf<Type>,
) => Entry | Refused;
