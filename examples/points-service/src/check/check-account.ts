import { isDeepStrictEqual } from "node:util";
import { type Instant, KefuError } from "@kefu/core";
import {
  balanceOf,
  type LedgerCommandInput,
  type LedgerEvent,
  type LedgerState,
  type LogEntry,
  replayLedger,
  verifyLog,
} from "@kefu/loyalty";
import { points } from "../programme.ts";
import { type Flows, flowsOf } from "./flows.ts";

/** An account as it was stored, and all that its clients asked. */
export interface StoredAccount {
  readonly account: string;
  readonly entries: readonly LogEntry[];
  /** What the service goes on from: the checkpoint and the entries since. */
  readonly state: LedgerState;
  /** What was planned under an id; for a transfer that arrives, what was sent. */
  readonly commandOf: (event: LedgerEvent) => LedgerCommandInput | undefined;
}

/** What an account comes to. */
export interface CheckedAccount {
  readonly differences: readonly string[];
  readonly flows: Flows;
  readonly state: LedgerState;
}

/** When all points have ended. */
const LONG_AFTER = Date.UTC(2030, 0, 1) as Instant;

/** Compares an account with what one process makes of its log: folded again, decided again, added up again. */
export function checkAccount(stored: StoredAccount): CheckedAccount {
  const { entries, state } = stored;
  const events = entries.map(({ event }) => event);
  const flows = flowsOf(events);
  const verdict = verifyLog(entries);
  const replayed = replayLedger(events);
  const ids = new Set(events.map(({ commandId }) => commandId));
  const differences = [
    verdict.outcome === "broken" && `the log is broken at ${verdict.at}: ${verdict.because}`,
    !isSame(replayed, state) && "the stored state is not what its events come to",
    ids.size < events.length && "a command was carried out twice",
    ...[state.at, LONG_AFTER].map((at) => unbalanced(flows, replayed, at)),
    ...decidedOtherwise(stored),
  ];
  return { differences: differences.filter((one) => one !== false), flows, state: replayed };
}

/** Points come from somewhere and are somewhere, now and when all have ended. */
function unbalanced(flows: Flows, state: LedgerState, at: Instant): string | false {
  const { active, pending, expired, spent, negative } = balanceOf(state, at);
  const came = flows.earned + flows.adjusted + flows.received;
  const went = active + pending + expired + flows.spent + flows.clawedBack + flows.sent - negative;
  if (spent !== flows.spent) return `${spent} points are spent, events say ${flows.spent}`;
  return came !== went && `${came} points came, ${went} are there or went`;
}

/** One process that is told the same commands in the order of the log writes the same log. */
function decidedOtherwise({ entries, commandOf }: StoredAccount): string[] {
  let state = points.initial;
  const differences: string[] = [];
  for (const { event, sequence } of entries) {
    const command = commandOf(event);
    const decided = command === undefined ? "nobody asked for it" : decide(state, command);
    if (typeof decided === "string") differences.push(`${sequence} ${event.type}: ${decided}`);
    else if (!isSame(decided, event)) {
      differences.push(`${sequence} ${event.type}: decided again it differs`);
    }
    state = points.evolve(state, event);
  }
  return differences;
}

function decide(state: LedgerState, command: LedgerCommandInput): LedgerEvent | string {
  try {
    const decision = points.decide(undefined, state, command);
    if (decision.outcome === "refused") return `refused as ${decision.because.code}`;
    return decision.events[0] ?? decision.outcome;
  } catch (error) {
    if (error instanceof KefuError) return error.message;
    throw error;
  }
}

/** As JSON, in which keys without a value are not there. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asJson(one), asJson(other));
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
