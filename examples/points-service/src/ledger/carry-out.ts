import {
  chainEvents,
  checkpointOf,
  type LedgerCommandInput,
  type LedgerEvent,
  type LedgerRefusal,
  type LogEntry,
} from "@kefu/loyalty";
import type { Connection, Database } from "../database/database.ts";
import { points } from "../programme.ts";
import { appendEntry, entryOf, readCheckpoint, readLog, writeCheckpoint } from "./event-log.ts";
import { after, type LedgerCache, type ReadLedger, readLedger, remember } from "./read-ledger.ts";
import { type Attempt, type RetryPolicy, retry } from "./retry.ts";

/** What commands are carried out with. */
export interface Host {
  readonly database: Database;
  readonly cache: LedgerCache;
  readonly retryPolicy: RetryPolicy;
  /** A checkpoint is made every so many events. */
  readonly checkpointEvery: number;
}

/** Why an account cannot do what was asked. */
export type Refusal =
  | LedgerRefusal
  | { readonly code: "same-account"; readonly facts: { readonly account: string } };

/** What came of a command. */
type Outcome =
  | { readonly outcome: "accepted" | "duplicate"; readonly entry: LogEntry | undefined }
  | { readonly outcome: "refused"; readonly because: Refusal };

/** What came of a command, and how many attempts it took. `"again"` where others were faster in every one. */
export interface CarriedOut {
  readonly attempts: number;
  readonly result: Attempt<Outcome>;
}

/** One more entry for the log of an account. */
interface Change {
  readonly account: string;
  readonly before: ReadLedger;
  readonly entry: LogEntry;
}

/**
 * Carries a command out: reads the account, decides, and appends the event where the version is still the one that was read;
 * else does all of it again.
 *
 * @throws `InvalidInputError` for a command that is none
 */
export async function carryOut(
  host: Host,
  account: string,
  command: LedgerCommandInput,
): Promise<CarriedOut> {
  const carried = await retry(host.retryPolicy, () => attempt(host, account, command));
  const { result } = carried;
  if (result !== "again" && result.done.outcome === "accepted") {
    await makeCheckpoint(host, account, result.done.entry?.sequence ?? 0);
  }
  return carried;
}

async function attempt(
  { database, cache }: Host,
  account: string,
  command: LedgerCommandInput,
): Promise<Attempt<Outcome>> {
  const before = await readLedger(database, cache, account);
  const decision = points.decide(undefined, before.state, command);
  if (decision.outcome === "refused") return { done: decision };
  if (decision.outcome === "duplicate") {
    const entry = await entryOf(database, account, command.commandId);
    return { done: { outcome: "duplicate", entry } };
  }
  const [event] = decision.events as [LedgerEvent];
  const change = { account, before, entry: chained(before, event) };
  const other =
    event.type === "PointsSent" ? await arrival(database, cache, { account, event }) : undefined;
  if (other !== undefined && "refused" in other) {
    // The two were not read at one moment: a copy of this command may have been carried out in between.
    const { state } = await readLedger(database, cache, account);
    if (state.version !== before.state.version) return "again";
    return { done: { outcome: "refused", because: other.refused } };
  }
  const changes = other === undefined ? [change] : [change, other];
  if (!(await append(database, changes))) return "again";
  for (const { account, before, entry } of changes) {
    remember(cache, account, after(before, [entry]));
  }
  return { done: { outcome: "accepted", entry: change.entry } };
}

/** A transfer arrives in the moment in which it is sent: the points are never in both accounts, nor in none. */
async function arrival(
  database: Database,
  cache: LedgerCache,
  sent: { readonly account: string; readonly event: LedgerEvent & { type: "PointsSent" } },
): Promise<Change | { readonly refused: Refusal }> {
  const { to: account, transferId, taken: lots, at, commandId } = sent.event;
  const from = sent.account;
  if (account === from) return { refused: { code: "same-account", facts: { account } } };
  const before = await readLedger(database, cache, account);
  const decision = points.decide(undefined, before.state, {
    ...{ type: "receive", commandId, at, transferId, from, lots },
  });
  if (decision.outcome === "accepted") {
    return { account, before, entry: chained(before, decision.events[0] as LedgerEvent) };
  }
  // What came before under that id was another transfer, as this one has not been sent yet.
  const taken = { code: "command-id-taken", facts: {} } as const;
  return { refused: decision.outcome === "refused" ? decision.because : taken };
}

function chained({ head }: ReadLedger, event: LedgerEvent): LogEntry {
  return chainEvents([event], head)[0] as LogEntry;
}

/** Appends all entries or none. */
async function append(database: Database, changes: readonly Change[]): Promise<boolean> {
  const [only] = changes;
  if (changes.length === 1 && only) return appendEntry(database, only.account, only.entry);
  const appendAll = async (connection: Connection) => {
    // In one order by all, so that nobody waits for somebody who waits for them.
    for (const { account, entry } of changes.toSorted(byAccount)) {
      if (!(await appendEntry(connection, account, entry))) throw new OvertakenError();
    }
    return true;
  };
  return database.transaction(appendAll).catch((error) => {
    if (error instanceof OvertakenError) return false;
    throw error;
  });
}

const byAccount = (one: Change, next: Change) => (one.account < next.account ? -1 : 1);

/** Takes a transaction back. */
class OvertakenError extends Error {}

/** Whoever dies before this leaves a longer log to read, nothing else. */
async function makeCheckpoint(
  { database, checkpointEvery }: Host,
  account: string,
  version: number,
): Promise<void> {
  if (version === 0 || version % checkpointEvery !== 0) return;
  const since = await readCheckpoint(database, account);
  const entries = await readLog(database, account, { after: since?.sequence ?? 0 });
  await writeCheckpoint(database, account, checkpointOf(entries, since));
}
