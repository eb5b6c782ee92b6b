import { expect, it } from "vitest";
import { openPglite } from "../src/database/pglite.ts";
import { carryOut } from "../src/ledger/carry-out.ts";
import { readLog } from "../src/ledger/event-log.ts";
import { createTables } from "../src/ledger/ledger-tables.ts";
import { readLedger } from "../src/ledger/read-ledger.ts";
import { hostOn } from "../src/open-host.ts";

it("goes on from a checkpoint and the events since, with the same answers", async () => {
  const database = await openPglite();
  await createTables(database);
  const host = { ...hostOn(database), checkpointEvery: 4 };
  const at = Date.parse("2026-03-01T12:00:00Z");
  const gift = { type: "adjust", at, points: 10, reason: "welcome", author: "mei" } as const;
  for (let number = 1; number <= 10; number++) {
    await carryOut(host, "lin", { ...gift, commandId: `g${number}` });
  }
  const kept = await database.query<{ version: number }>(
    "select version from points_service.checkpoints",
  );
  expect(kept).toEqual([{ version: 8 }]);
  // What the checkpoint covers is not read again.
  const lost = await database.query(
    "delete from points_service.events where version <= 8 returning 1",
  );
  expect(lost).toHaveLength(8);
  expect(await readLog(database, "lin", { after: 0 })).toHaveLength(2);
  const { state, head } = await readLedger(database, new Map(), "lin");
  expect([state.version, head?.sequence]).toEqual([10, 10]);
  expect(state).toEqual((await readLedger(database, host.cache, "lin")).state);
  const again = await carryOut(hostOn(database), "lin", { ...gift, commandId: "g3" });
  expect(again.result).toMatchObject({ done: { outcome: "duplicate" } });
  await database.close();
});
