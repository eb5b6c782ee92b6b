import type { Instant } from "@kefu/core";
import {
  type Checkpoint,
  type LedgerState,
  type LogEntry,
  type LogHead,
  replayLedger,
  verifyLog,
} from "@kefu/loyalty";
import type { Connection } from "../database/database.ts";
import { points } from "../programme.ts";
import { readCheckpoint, readLog } from "./event-log.ts";

/** An account as far as its log was read. */
export interface ReadLedger {
  readonly state: LedgerState;
  /** Where the log ends; none while it is empty. */
  readonly head: LogHead | undefined;
}

/** Nothing is decided on a log that somebody has changed. */
export class BrokenLogError extends Error {
  override readonly name = "BrokenLogError";
}

/** Ledgers that this process has read already: only what has come since is read again. */
export type LedgerCache = Map<string, ReadLedger>;

const MOST_REMEMBERED = 10_000;

/** An account as it stands, by what is remembered, by its checkpoint and by the entries since. */
export async function readLedger(
  connection: Connection,
  cache: LedgerCache,
  account: string,
): Promise<ReadLedger> {
  const known = cache.get(account) ?? fromCheckpoint(await readCheckpoint(connection, account));
  const entries = await readLog(connection, account, { after: known.head?.sequence ?? 0 });
  const ledger = after(known, entries);
  remember(cache, account, ledger);
  return ledger;
}

/** An account as it stood at a moment, by the events that had been stored in it by then. */
export async function readLedgerAt(
  connection: Connection,
  cache: LedgerCache,
  account: string,
  at: Instant,
): Promise<ReadLedger> {
  const latest = await readLedger(connection, cache, account);
  if (latest.state.at <= at) return latest;
  const checkpoint = await readCheckpoint(connection, account);
  const since = fromCheckpoint(
    checkpoint !== undefined && checkpoint.state.at <= at ? checkpoint : undefined,
  );
  const entries = await readLog(connection, account, { after: since.head?.sequence ?? 0 });
  // Time in a ledger never runs back: all from the first later event on came later.
  const end = entries.findIndex(({ event }) => event.at > at);
  return after(since, end < 0 ? entries : entries.slice(0, end));
}

function fromCheckpoint(checkpoint: Checkpoint | undefined): ReadLedger {
  if (checkpoint === undefined) return { state: points.initial, head: undefined };
  if (verifyLog([], { since: checkpoint }).outcome === "broken") {
    throw new BrokenLogError("the checkpoint was altered");
  }
  const { state, sequence, hash } = checkpoint;
  return { state, head: { sequence, hash } };
}

/** A ledger after further entries of its log. */
export function after({ state, head }: ReadLedger, entries: readonly LogEntry[]): ReadLedger {
  if (entries.length === 0) return { state, head };
  const verdict = verifyLog(entries, head === undefined ? {} : { since: head });
  if (verdict.outcome === "broken") throw new BrokenLogError(verdict.because);
  const events = entries.map(({ event }) => event);
  return { state: replayLedger(events, state), head: verdict.head };
}

/** The least recently used is forgotten first. */
export function remember(cache: LedgerCache, account: string, ledger: ReadLedger): void {
  cache.delete(account);
  cache.set(account, ledger);
  if (cache.size <= MOST_REMEMBERED) return;
  const [oldest] = cache.keys();
  cache.delete(oldest as string);
}
