import { type Instant, instant, parseInput } from "@kefu/core";
import { ConsentRecord, QuietHours } from "@kefu/personalization";
import { z } from "zod";
import { CONTACT_CHANNELS } from "../shop/topics.ts";
import { newKey } from "../web/keys.ts";
import type { Database } from "./database.ts";
import { pseudonymOf } from "./votes.ts";

/** How messages may reach a customer: nothing until they say so. */
export const Reach = z.strictObject({
  channels: z.array(z.enum(CONTACT_CHANNELS)).readonly(),
  quietHours: QuietHours.optional(),
});
export interface Reach extends Readonly<z.output<typeof Reach>> {}

/** A customer of the made-up shop, known by their browser's visit. */
export interface ShopCustomer {
  /** A hash of the visit's cookie: it does not lead back to it. */
  readonly key: string;
  /** The end of the address by which messages are stopped. */
  readonly leaveKey: string;
  readonly since: Instant;
  readonly walletSince: Instant | null;
  /** Whether the orders of the wallet are made up. */
  readonly isMadeUp: boolean;
  readonly reach: Reach;
  readonly consents: readonly ConsentRecord[];
}

/** The customer of a visit; nobody as long as they opened no wallet and chose nothing. */
export async function customerOfVisit(
  database: Database,
  visit: string | undefined,
): Promise<ShopCustomer | undefined> {
  return visit === undefined ? undefined : customerBy(database, "key", pseudonymOf(visit));
}

/** The customer of a visit, who becomes one with this. */
export async function becomeCustomer(
  database: Database,
  visit: string,
  now: Instant,
): Promise<string> {
  const key = pseudonymOf(visit);
  await database.query(
    `insert into shop_customers (key, leave_key, since) values ($1, $2, $3)
     on conflict (key) do nothing`,
    [key, newKey(), new Date(now)],
  );
  return key;
}

/** A customer by their own key, or by that of the address where they leave. */
export async function customerBy(
  database: Database,
  column: "key" | "leave_key",
  value: string,
): Promise<ShopCustomer | undefined> {
  const [row] = await database.query<Row>(`${SELECT} where ${column} = $1`, [value]);
  return row && customerFrom(row);
}

/** The latest customers, for the desk. */
export async function latestCustomers(database: Database, limit: number): Promise<ShopCustomer[]> {
  const rows = await database.query<Row>(`${SELECT} order by since desc, key limit $1`, [limit]);
  return rows.map(customerFrom);
}

/** Keeps how a customer wants to be reached. */
export async function saveReach(database: Database, key: string, reach: Reach): Promise<void> {
  const read = parseInput(Reach, "reach", reach);
  await database.query("update shop_customers set reach = $2 where key = $1", [
    key,
    JSON.stringify(read),
  ]);
}

/** Adds to what a customer has said. */
export async function addConsents(
  database: Database,
  key: string,
  records: readonly ConsentRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const read = records.map((record) => parseInput(ConsentRecord, "consent record", record));
  await database.query(
    `insert into consent_records (customer, record)
     select $1, record from jsonb_array_elements($2::jsonb) as record`,
    [key, JSON.stringify(read)],
  );
}

const SELECT = `select key, leave_key as "leaveKey", since, wallet_since as "walletSince",
  is_made_up as "isMadeUp", reach,
  (select coalesce(jsonb_agg(record order by id), '[]') from consent_records where customer = key) as consents
  from shop_customers`;

type Row = Omit<ShopCustomer, "since" | "walletSince"> & {
  readonly since: Date;
  readonly walletSince: Date | null;
};

function customerFrom({ since, walletSince, ...row }: Row): ShopCustomer {
  return { ...row, since: instant(since), walletSince: walletSince && instant(walletSince) };
}
