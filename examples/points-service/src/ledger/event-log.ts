import type { Checkpoint, LogEntry } from "@kefu/loyalty";
import type { Connection } from "../database/database.ts";

const ENTRY = `version as sequence, hash, previous_hash as "previousHash", event`;

/** What part of a log is asked for. */
export interface LogPart {
  /** After which version; 0 is from the beginning. */
  readonly after: number;
  /** How many entries at most; without it, all. */
  readonly limit?: number;
}

/** The entries of an account's log, in their order. */
export function readLog(
  connection: Connection,
  account: string,
  { after, limit }: LogPart,
): Promise<LogEntry[]> {
  return connection.query<LogEntry>(
    `select ${ENTRY} from points_service.events where account = $1 and version > $2 order by version limit $3`,
    [account, after, limit ?? null],
  );
}

/** The entry that a command has made; none where it was not carried out. */
export async function entryOf(
  connection: Connection,
  account: string,
  commandId: string,
): Promise<LogEntry | undefined> {
  const [entry] = await connection.query<LogEntry>(
    `select ${ENTRY} from points_service.events where account = $1 and command_id = $2`,
    [account, commandId],
  );
  return entry;
}

/**
 * Appends an entry where its version is still free. Where somebody else is about to take it, waits until they have or have
 * given up.
 *
 * @returns whether it was appended
 */
export async function appendEntry(
  connection: Connection,
  account: string,
  { sequence, hash, previousHash, event }: LogEntry,
): Promise<boolean> {
  const rows = await connection.query(
    `insert into points_service.events (account, version, command_id, hash, previous_hash, event)
     values ($1, $2, $3, $4, $5, $6) on conflict (account, version) do nothing returning version`,
    [account, sequence, event.commandId, hash, previousHash, JSON.stringify(event)],
  );
  return rows.length === 1;
}

/** The latest checkpoint of an account. */
export async function readCheckpoint(
  connection: Connection,
  account: string,
): Promise<Checkpoint | undefined> {
  const [row] = await connection.query<{ checkpoint: Checkpoint }>(
    "select checkpoint from points_service.checkpoints where account = $1",
    [account],
  );
  return row?.checkpoint;
}

/** Keeps a checkpoint, unless a later one is there. */
export async function writeCheckpoint(
  connection: Connection,
  account: string,
  checkpoint: Checkpoint,
): Promise<void> {
  await connection.query(
    `insert into points_service.checkpoints as kept (account, version, checkpoint) values ($1, $2, $3)
     on conflict (account) do update set version = excluded.version, checkpoint = excluded.checkpoint
     where kept.version < excluded.version`,
    [account, checkpoint.sequence, JSON.stringify(checkpoint)],
  );
}
