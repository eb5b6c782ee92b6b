import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { LedgerEvent } from "../ledger/events.ts";
import { ledgerOf } from "../ledger/read-ledger.ts";
import { replayLedger } from "../ledger/replay-ledger.ts";
import { LedgerState } from "../ledger/state.ts";
import { canonicalJson } from "./canonical-json.ts";
import { sha256 } from "./sha-256.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal digits");

/** Where a log ends: how many entries it has, and the hash of the latest. */
export const LogHead = z.strictObject({
  /** The number of the latest entry; the first has 1, a log without entries 0. */
  sequence: z.int().nonnegative(),
  /** Its hash. */
  hash,
});
/** Where a log ends, see the schema of the same name. */
export interface LogHead extends Readonly<z.output<typeof LogHead>> {}

/** An event in a log that only grows: each entry vouches for all before it. */
export const LogEntry = LogHead.extend({
  /** The hash of the entry before, 64 zeros for the first. */
  previousHash: hash,
  /** What happened. */
  event: LedgerEvent,
});
/** An event in a log that only grows, see the schema of the same name. */
export interface LogEntry extends Readonly<z.output<typeof LogEntry>> {}

/** A state in the place of all entries up to a head. What is answered from it and the entries after it stays the same. */
export const Checkpoint = LogHead.extend({
  /** Where the ledger stood then. */
  state: LedgerState,
  /** The SHA-256 of that state. */
  stateHash: hash,
});
/** A state in the place of entries, see the schema of the same name. */
export interface Checkpoint extends Readonly<z.output<typeof Checkpoint>> {}

/** Whether a log is whole. `at` is the position in the list of the first entry that is not as it was written. */
export type LogVerdict =
  | { readonly outcome: "intact"; readonly head: LogHead }
  | {
      readonly outcome: "broken";
      readonly at: number;
      /**
       * `"entry-missing"`: numbers do not follow on each other. `"wrong-predecessor"`: it does not follow on the entry before it.
       * `"entry-altered"`: its hash is not that of what it says. `"not-an-entry"`. `"log-truncated"`: it does not reach
       * the head it should. `"checkpoint-altered"`.
       */
      readonly because:
        | "entry-missing"
        | "wrong-predecessor"
        | "entry-altered"
        | "not-an-entry"
        | "log-truncated"
        | "checkpoint-altered";
    };

/** Where a log begins. */
const START: LogHead = { sequence: 0, hash: "0".repeat(64) };

/**
 * Events as entries of a log, to be appended to those before.
 *
 * @param since - where the log ends so far; the beginning by default
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { chainEvents, verifyLog } from "@kefu/loyalty";
 *
 * chainEvents([]); // => []
 * verifyLog([]).outcome; // => "intact"
 * ```
 */
export function chainEvents(
  events: readonly LedgerEvent[],
  since: LogHead = START,
): readonly LogEntry[] {
  let { sequence, hash: previousHash } = parseInput(
    z.union([LogHead, LogEntry]),
    "log head",
    since,
  );
  return parseInput(z.array(LedgerEvent), "ledger events", events).map((event) => {
    sequence++;
    const entry = { sequence, previousHash, event, hash: hashOf(sequence, previousHash, event) };
    previousHash = entry.hash;
    return entry;
  });
}

/**
 * Whether a log is as it was written, and if not, which entry is broken and why. Anybody can check it; nobody can change,
 * drop or insert an entry unseen by whoever kept its head.
 *
 * @param entries - the log, or what follows on `since`; anything else is told, not thrown
 * @param against - `since`: the checkpoint or head that it follows on; `head`: where it should end, without which a log that was cut
 *   off at its end looks whole
 * @throws `InvalidInputError` (`invalid-input`) when `entries` is no list, or `against` not its shape
 */
export function verifyLog(
  entries: readonly LogEntry[],
  against: { readonly since?: LogHead | Checkpoint; readonly head?: LogHead } = {},
): LogVerdict {
  const { since, head } = parseInput(Against, "what a log is verified against", against);
  const rows = parseInput(z.array(z.unknown()), "log", entries);
  if (since !== undefined && "state" in since && !isAsWritten(since)) {
    return { outcome: "broken", at: 0, because: "checkpoint-altered" };
  }
  let last: LogHead = since ?? START;
  for (const [at, row] of rows.entries()) {
    const { data } = Shape.safeParse(row);
    const because = faultOf(data, last);
    if (because !== undefined) return { outcome: "broken", at, because };
    last = data as LogHead;
  }
  const { sequence, hash: lastHash } = last;
  const end = head ?? last;
  return end.sequence === sequence && end.hash === lastHash
    ? { outcome: "intact", head: { sequence, hash: lastHash } }
    : { outcome: "broken", at: rows.length, because: "log-truncated" };
}

function isAsWritten({ state, stateHash }: Checkpoint): boolean {
  return sha256(canonicalJson(state)) === stateHash;
}

/**
 * Puts a state in the place of a log, so that it need not be kept: balances, refusals, repeats and refunds stay the same.
 *
 * @param entries - all entries up to the checkpoint, or those since `since`
 * @param since - an earlier checkpoint
 * @throws `InvalidInputError` (`invalid-input`) naming the entry that is broken, or where an argument has not its shape
 */
export function checkpointOf(entries: readonly LogEntry[], since?: Checkpoint): Checkpoint {
  const verdict = verifyLog(entries, since === undefined ? {} : { since });
  if (verdict.outcome === "broken") {
    throw new InvalidInputError("log", [{ path: [verdict.at], message: verdict.because }]);
  }
  const events = entries.map(({ event }) => event);
  const state = replayLedger(events, since === undefined ? undefined : ledgerOf(since.state));
  return { ...verdict.head, state, stateHash: sha256(canonicalJson(state)) };
}

const Shape = LogHead.extend({ previousHash: z.string(), event: z.looseObject({}) });
const Against = z.strictObject({
  since: z.union([Checkpoint, LogEntry, LogHead]).optional(),
  head: z.union([LogEntry, LogHead]).optional(),
});

function faultOf(entry: z.output<typeof Shape> | undefined, last: LogHead) {
  if (entry === undefined) return "not-an-entry";
  if (entry.sequence !== last.sequence + 1) return "entry-missing";
  if (entry.previousHash !== last.hash) return "wrong-predecessor";
  const expected = hashOf(entry.sequence, entry.previousHash, entry.event);
  return entry.hash === expected ? undefined : "entry-altered";
}

function hashOf(sequence: number, previousHash: string, event: unknown): string {
  return sha256(`${sequence}:${previousHash}:${canonicalJson(event)}`);
}
