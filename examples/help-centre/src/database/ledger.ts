import type { Instant } from "@kefu/core";
import {
  type LedgerCommandInput,
  type LedgerEvent,
  type LedgerState,
  replayLedger,
} from "@kefu/loyalty";
import { POINTS } from "../shop/programme.ts";
import type { Database } from "./database.ts";

/** What a command came to. */
export type Earned = "accepted" | "duplicate" | "refused";

/**
 * Tells the ledger of a customer what happened. The event is written only where the ledger is as it was when it was read;
 * who was slower decides anew.
 */
export async function tellLedger(
  database: Database,
  customer: string,
  command: LedgerCommandInput,
): Promise<Earned> {
  for (;;) {
    // Who was forgotten meanwhile has no ledger that could move on.
    if (!(await isKept(database, customer))) return "refused";
    const events = await ledgerOf(database, customer);
    const decision = POINTS.decide(undefined, replayLedger(events), command);
    if (decision.outcome !== "accepted") return decision.outcome;
    if (await append(database, customer, events.length, decision.events)) return "accepted";
  }
}

/** @returns whether nobody was faster */
async function append(
  database: Database,
  customer: string,
  version: number,
  events: readonly LedgerEvent[],
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const moved = await tx.query(
      `update shop_customers set ledger_version = ledger_version + $3
       where key = $1 and ledger_version = $2 returning 1 as one`,
      [customer, version, events.length],
    );
    if (moved.length === 0) return false;
    await tx.query(
      `insert into ledger_events (customer, number, at, event)
       select $1, $2 + number, to_timestamp((event ->> 'at')::bigint / 1000.0), event
       from jsonb_array_elements($3::jsonb) with ordinality as it(event, number)`,
      [customer, version, JSON.stringify(events)],
    );
    return true;
  });
}

/** What happened in a wallet, in the order in which it was stored. */
export async function ledgerOf(database: Database, customer: string): Promise<LedgerEvent[]> {
  const rows = await database.query<{ event: LedgerEvent }>(
    "select event from ledger_events where customer = $1 order by number",
    [customer],
  );
  return rows.map(({ event }) => event);
}

/** Where a ledger stood at a moment: by what had happened until then. */
export function ledgerAt(events: readonly LedgerEvent[], asOf: Instant): LedgerState {
  return replayLedger(events.filter(({ at }) => at <= asOf));
}

/** Opens the wallet of a customer; with the events of a made-up history, where they want to see one. */
export async function openWallet(
  database: Database,
  customer: string,
  { at, history }: { readonly at: Instant; readonly history: readonly LedgerCommandInput[] },
): Promise<void> {
  const sql = "select 1 as one from shop_customers where key = $1 and wallet_since is null";
  if ((await database.query(sql, [customer])).length === 0) return;
  // First, so that a wallet whose opening was cut off is filled by the next attempt; what is there is not told twice.
  for (const command of history) await tellLedger(database, customer, command);
  await database.query(
    `update shop_customers set wallet_since = $2, is_made_up = $3
     where key = $1 and wallet_since is null`,
    [customer, new Date(at), history.length > 0],
  );
}

async function isKept(database: Database, customer: string): Promise<boolean> {
  const sql = "select 1 as one from shop_customers where key = $1";
  return (await database.query(sql, [customer])).length > 0;
}
