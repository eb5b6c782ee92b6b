import { afterAll, beforeAll, expect, it } from "vitest";
import type { Connection, Database } from "../src/database/database.ts";
import { openPglite } from "../src/database/pglite.ts";
import { carryOut, type Host } from "../src/ledger/carry-out.ts";
import { createTables } from "../src/ledger/ledger-tables.ts";
import { hostOn } from "../src/open-host.ts";
import { pointsApp } from "../src/web/app.ts";

let database: Database;
beforeAll(async () => {
  database = await openPglite();
  await createTables(database);
});
afterAll(() => database?.close());

const at = Date.parse("2026-03-01T12:00:00Z");
const gift = (commandId: string) =>
  ({ type: "adjust", commandId, at, points: 100, reason: "welcome", author: "mei" }) as const;
const redeem = (commandId: string) => ({ type: "redeem", commandId, at, points: 60 }) as const;

/** Holds who has read an account until two have: both have read the same version. */
function meeting(account: string): Database {
  let arrived = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  const query: Connection["query"] = async (sql, parameters) => {
    const rows = await database.query<never>(sql, parameters);
    if (sql.includes("from points_service.events") && parameters?.[0] === account) {
      arrived++;
      if (arrived >= 2) open();
      await all;
    }
    return rows;
  };
  return { ...database, query };
}

const hostsOn = (shared: Database): Host[] => [hostOn(shared), hostOn(shared)];

it("lets one of two write and the other decide again", async () => {
  await carryOut(hostOn(database), "race", gift("g"));
  const [one, other] = hostsOn(meeting("race")) as [Host, Host];
  const carried = await Promise.all([
    carryOut(one, "race", redeem("r1")),
    carryOut(other, "race", redeem("r2")),
  ]);
  expect(carried.map(({ attempts }) => attempts).sort()).toEqual([1, 2]);
  const outcomes = carried.map(({ result }) => (result === "again" ? result : result.done.outcome));
  // There were points for one of them only: the other saw that when it decided again.
  expect(outcomes.sort()).toEqual(["accepted", "refused"]);
});

it("carries a command out once that two have sent at the same time", async () => {
  const [one, other] = hostsOn(meeting("twice")) as [Host, Host];
  const carried = await Promise.all([
    carryOut(one, "twice", gift("g")),
    carryOut(other, "twice", gift("g")),
  ]);
  const done = carried.map(({ result }) => (result === "again" ? undefined : result.done));
  expect(done.map((each) => each?.outcome).sort()).toEqual(["accepted", "duplicate"]);
  const entries = done.map((each) => each !== undefined && "entry" in each && each.entry);
  expect(entries[0]).toEqual(entries[1]);
});

it("takes a transfer back whole where the other account was faster", async () => {
  await carryOut(hostOn(database), "giver", gift("g"));
  const send = {
    type: "send",
    commandId: "s",
    at,
    transferId: "t",
    to: "taker",
    points: 40,
  } as const;
  const host = hostOn(meeting("taker"));
  const [carried] = await Promise.all([
    carryOut(host, "giver", send),
    carryOut(hostOn(host.database), "taker", gift("g2")),
  ]);
  expect(carried.result).toMatchObject({ done: { outcome: "accepted" } });
  const rows = await database.query<{ account: string; version: number; type: string }>(
    `select account, version, event->>'type' as type from points_service.events
     where account in ('giver', 'taker') order by account, version`,
  );
  expect(rows.map(({ account, type }) => `${account} ${type}`).sort()).toEqual([
    "giver PointsAdjusted",
    "giver PointsSent",
    "taker PointsAdjusted",
    "taker PointsReceived",
  ]);
});

it("knows a transfer again that a copy has carried out between its two reads", async () => {
  await carryOut(hostOn(database), "payer", gift("g"));
  const ids = { commandId: "s", transferId: "t" };
  const send = { type: "send", ...ids, at, to: "payee", points: 40 } as const;
  let copy: Promise<unknown> | undefined;
  const slow: Database = {
    ...database,
    query: async (sql, parameters) => {
      if (parameters?.[0] === "payee") {
        copy ??= carryOut(hostOn(database), "payer", send);
        await copy;
      }
      return database.query<never>(sql, parameters);
    },
  };
  const { attempts, result } = await carryOut(hostOn(slow), "payer", send);
  expect(attempts).toBe(2);
  expect(result).toMatchObject({ done: { outcome: "duplicate" } });
});

it("answers 409 where others are always faster, and changes nothing", async () => {
  const never: Database = {
    ...database,
    query: async (sql, parameters) =>
      sql.includes("insert") ? [] : database.query<never>(sql, parameters),
  };
  const retryPolicy = { attempts: 3, firstMilliseconds: 1, longestMilliseconds: 1 };
  const app = pointsApp({ ...hostOn(never), retryPolicy }, () => at);
  const answer = await app.request("/accounts/slow/commands", {
    method: "POST",
    body: JSON.stringify(gift("g")),
  });
  expect([answer.status, answer.headers.get("Attempts")]).toEqual([409, "3"]);
  expect(await answer.json()).toMatchObject({ code: "version-conflict" });
  const balance = await (await app.request("/accounts/slow/balance")).json();
  expect(balance).toMatchObject({ version: 0, active: 0 });
});
