import { balanceOf, type LedgerCommandInput, type LedgerEvent } from "@kefu/loyalty";
import type { PlannedCommand } from "../chaos/plan-commands.ts";
import type { Connection } from "../database/database.ts";
import { readLog } from "../ledger/event-log.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { checkAccount, type StoredAccount } from "./check-account.ts";

/** All points of a shop: what came is what went and what is there. */
interface Books {
  readonly earned: number;
  readonly adjusted: number;
  readonly active: number;
  readonly pending: number;
  readonly spent: number;
  readonly expired: number;
  readonly clawedBack: number;
  readonly negative: number;
  /** Received less sent, over all accounts. */
  readonly transferred: number;
}

/** What came of the comparison. */
export interface Comparison {
  readonly accounts: number;
  readonly events: number;
  readonly books: Books;
  /** All that is not as it should be. */
  readonly differences: readonly string[];
}

/** What was asked, and what the clients were told. */
export interface Told {
  readonly planned: readonly PlannedCommand[];
  /** The commands that a client knows to be carried out. */
  readonly acknowledged: ReadonlySet<string>;
}

/** Compares each account with a replay in this one thread, and adds up the points of all. */
export async function checkAll(
  database: Connection,
  { planned, acknowledged }: Told,
): Promise<Comparison> {
  const stored = await readAll(database, planned);
  const checked = stored.map(checkAccount);
  const books = NOTHING();
  for (const one of checked) addTo(books, one);
  const differences = [
    ...checked.flatMap((one, at) =>
      one.differences.map((what) => `${stored[at]?.account}: ${what}`),
    ),
    ...wronglyWritten(stored, acknowledged),
  ];
  if (outOfBalance(books) !== 0) differences.push(`${outOfBalance(books)} points too many in all`);
  if (books.transferred !== 0) differences.push(`transfers add up to ${books.transferred}`);
  const events = stored.reduce((sum, { entries }) => sum + entries.length, 0);
  return { accounts: stored.length, events, books, differences };
}

/** Commands that are in two accounts, and those that are in none though a client was told that they were carried out. */
function wronglyWritten(
  stored: readonly StoredAccount[],
  acknowledged: ReadonlySet<string>,
): string[] {
  const events = stored.flatMap(({ entries }) => entries.map(({ event }) => event));
  // What arrives of a transfer bears the id under which it was sent.
  const asked = events.filter(({ type }) => type !== "PointsReceived");
  const written = new Set<string>();
  const twice = asked.filter(({ commandId }) => written.size === written.add(commandId).size);
  const lost = [...acknowledged].filter((id) => !written.has(id));
  return [
    ...twice.map(({ commandId }) => `${commandId} is in two accounts`),
    ...lost.map((id) => `${id} was acknowledged and is in no log`),
  ];
}

/** How many points are there or went that never came. */
function outOfBalance(books: Books): number {
  const { earned, adjusted, active, pending, spent, expired, clawedBack, negative } = books;
  return active + pending + spent + expired + clawedBack - negative - earned - adjusted;
}

type Sums = { -readonly [Key in keyof Books]: number };

const NOTHING = (): Sums => ({
  ...{ earned: 0, adjusted: 0, active: 0, pending: 0, spent: 0, expired: 0 },
  ...{ clawedBack: 0, negative: 0, transferred: 0 },
});

function addTo(books: Sums, { flows, state }: ReturnType<typeof checkAccount>): void {
  const { received, sent, earned, adjusted, spent, clawedBack } = flows;
  const { active, pending, expired, negative } = balanceOf(state);
  const more: Books = {
    ...{ earned, adjusted, spent, clawedBack, transferred: received - sent },
    ...{ active, pending, expired, negative },
  };
  for (const key of Object.keys(more) as (keyof Books)[]) books[key] += more[key];
}

async function readAll(
  database: Connection,
  planned: readonly PlannedCommand[],
): Promise<StoredAccount[]> {
  const rows = await database.query<{ account: string }>(
    "select distinct account from points_service.events order by account",
  );
  const stored: Omit<StoredAccount, "commandOf">[] = [];
  for (const { account } of rows) {
    const entries = await readLog(database, account, { after: 0 });
    const { state } = await readLedger(database, new Map(), account);
    stored.push({ account, entries, state });
  }
  const asked = new Map(planned.map(({ command }) => [command.commandId, command]));
  const sent = new Map(
    stored.flatMap(({ account, entries }) =>
      entries.flatMap(({ event }) =>
        event.type === "PointsSent" ? [[event.transferId, { account, event }] as const] : [],
      ),
    ),
  );
  const commandOf = (event: LedgerEvent): LedgerCommandInput | undefined => {
    if (event.type !== "PointsReceived") return asked.get(event.commandId);
    const from = sent.get(event.transferId);
    if (from === undefined) return undefined;
    const { at, commandId, transferId, taken: lots } = from.event;
    return { type: "receive", commandId, at, transferId, from: from.account, lots };
  };
  return stored.map((one) => ({ ...one, commandOf }));
}
