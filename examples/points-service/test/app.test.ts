import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../src/database/database.ts";
import { openPglite } from "../src/database/pglite.ts";
import { createTables } from "../src/ledger/ledger-tables.ts";
import { hostOn } from "../src/open-host.ts";
import { pointsApp } from "../src/web/app.ts";

let database: Database;
let app: ReturnType<typeof pointsApp>;
const NOW = Date.parse("2026-03-01T12:00:00Z");

beforeAll(async () => {
  database = await openPglite();
  await createTables(database);
  app = pointsApp(hostOn(database), () => NOW);
});
afterAll(() => database?.close());

const post = (account: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`/accounts/${account}/commands`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const get = async (path: string) => (await app.request(path)).json();
const balance = (account: string, at?: string) =>
  get(`/accounts/${account}/balance${at ? `?at=${encodeURIComponent(at)}` : ""}`);

const orderOf = (id: string, amountMinor: number) => ({
  id,
  currency: "EUR",
  lines: [{ id: "1", productId: "cup", amountMinor }],
});
const give = (account: string, points: number, commandId = `gift-${account}`) =>
  post(account, { type: "adjust", commandId, points, reason: "welcome", author: "mei" });

it("earns on an order, pending for three days and usable for sixty", async () => {
  const earn = {
    type: "earn",
    at: Date.parse("2026-02-20T10:00:00Z"),
    order: orderOf("o1", 5_000),
  };
  const first = await post("lin", earn, { "Idempotency-Key": "c1" });
  expect(first.status).toBe(201);
  const told = await first.json();
  expect(told).toMatchObject({ account: "lin", outcome: "accepted" });
  expect(told.entry.event).toMatchObject({ type: "PointsEarned", points: 70, commandId: "c1" });
  expect(await balance("lin")).toMatchObject({
    version: 1,
    at: "2026-03-01T12:00:00.000Z",
    available: 70,
  });
  expect(await balance("lin", "2026-02-19T00:00:00Z")).toMatchObject({
    version: 0,
    active: 0,
    pending: 0,
  });
  expect(await balance("lin", "2026-02-22T00:00:00Z")).toMatchObject({ pending: 70, available: 0 });
  expect(await balance("lin", "2026-05-01T00:00:00+02:00")).toMatchObject({
    expired: 70,
    active: 0,
  });
});

it("answers the same command again with what it did the first time", async () => {
  const earn = { type: "earn", commandId: "c1", order: orderOf("o1", 5_000) };
  const first = await (await post("wei", earn)).json();
  const again = await post("wei", earn, { "Idempotency-Key": "c1" });
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual({ ...first, outcome: "duplicate" });
  const other = await post("wei", { ...earn, order: orderOf("o2", 1) });
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ code: "command-id-taken" });
  expect(await balance("wei")).toMatchObject({ version: 1, pending: 70 });
});

it("moves points between accounts in one go", async () => {
  await give("from", 500);
  const send = { type: "send", commandId: "s1", transferId: "t1", to: "into", points: 200 };
  expect((await post("from", send)).status).toBe(201);
  expect((await post("from", send)).status).toBe(200);
  expect(await balance("from")).toMatchObject({ version: 2, available: 300 });
  expect(await balance("into")).toMatchObject({ version: 1, available: 200 });
  const back = { type: "send", commandId: "s2", transferId: "t2", to: "from", returns: "t1" };
  expect((await post("into", back)).status).toBe(201);
  expect(await balance("from")).toMatchObject({ version: 3, available: 500 });
});

it("keeps a log that says whether it is whole, page by page", async () => {
  for (const id of ["g1", "g2", "g3"]) await give("page", 10, id);
  const { entries, verdict } = await get("/accounts/page/log");
  expect(entries).toHaveLength(3);
  expect(verdict).toEqual({ outcome: "intact", head: { sequence: 3, hash: entries[2].hash } });
  const page = await get("/accounts/page/log?after=1&limit=1");
  expect(page.entries).toEqual([entries[1]]);
  expect(page.verdict.outcome).toBe("intact");
  await database.query(
    `update points_service.events set event = replace(event::text, 'welcome', 'Welcome')::json where account = 'page' and version = 2`,
  );
  const forged = await get("/accounts/page/log");
  expect(forged.verdict).toEqual({ outcome: "broken", at: 1, because: "entry-altered" });
});

it("decides nothing on a log that was changed", async () => {
  await give("forged", 10);
  await database.query(
    "update points_service.events set event = replace(event::text, '10', '90')::json where account = 'forged'",
  );
  const elsewhere = pointsApp(hostOn(database), () => NOW);
  const answer = await elsewhere.request("/accounts/forged/balance");
  expect([answer.status, (await answer.json()).code]).toEqual([500, "log-broken"]);
});

it.each([
  ["no JSON", "{", {}, 400, "invalid-input", [[]]],
  ["a list", [], {}, 400, "invalid-input", [[]]],
  ["no id", { type: "void", holdId: "h" }, {}, 400, "invalid-input", [["commandId"]]],
  [
    "two ids",
    { type: "void", holdId: "h", commandId: "a" },
    { "Idempotency-Key": "b" },
    400,
    "invalid-input",
    [["commandId"]],
  ],
  [
    "a fraction of a point",
    { type: "redeem", commandId: "n", points: 1.5 },
    {},
    400,
    "invalid-input",
    [["points"]],
  ],
  ["an unknown type", { type: "mint", commandId: "m" }, {}, 400, "invalid-input", [["type"]]],
  [
    "lots of one's own making",
    { type: "receive", commandId: "r", lots: [] },
    {},
    403,
    "not-for-clients",
    undefined,
  ],
  [
    "too few points",
    { type: "redeem", commandId: "p", points: 100 },
    {},
    422,
    "insufficient",
    undefined,
  ],
  [
    "an old version",
    { type: "redeem", commandId: "v", points: 100, expectedVersion: 7 },
    {},
    409,
    "version-conflict",
    undefined,
  ],
  ["a body without end", " ".repeat(1_000_001), {}, 413, "too-large", undefined],
])("refuses %s, and says where it lies", async (_, body, headers, status, code, paths) => {
  const answer = await post("bad", body, headers as Record<string, string>);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  const told = await answer.json();
  expect({ ...told, status: answer.status }).toMatchObject({ status, code });
  expect(told.issues?.map(({ path }: { path: unknown }) => path)).toEqual(paths);
  expect(await balance("bad")).toMatchObject({ version: 0 });
});

it("refuses to send points where they are", async () => {
  await give("self", 100);
  const send = { type: "send", commandId: "s", transferId: "t", to: "self", points: 50 };
  expect(await (await post("self", send)).json()).toMatchObject({ code: "same-account" });
});

it.each(["/accounts/a%2Fb/balance", "/accounts/a/balance?at=tomorrow", "/accounts/a/log?limit=0"])(
  "refuses %s",
  async (path) => {
    const answer = await app.request(path);
    expect([answer.status, (await answer.json()).code]).toEqual([400, "invalid-input"]);
  },
);

it("knows no other page", async () => {
  const answer = await app.request("/nothing");
  expect([answer.status, (await answer.json()).code]).toEqual([404, "not-found"]);
});
