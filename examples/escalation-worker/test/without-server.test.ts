import { expect, it } from "vitest";
import { openPglite } from "../src/database/pglite.ts";
import { run } from "../src/run.ts";

it("runs in one process over PGlite where there is no server", async () => {
  const database = await openPglite();
  const pglite = { database, url: null, where: "", stop: () => database.close() };
  const options = { tickets: 20, workers: 1, seconds: 4, killEverySeconds: 1, seed: "test" };
  const { comparison, kills, workers } = await run(pglite, options, () => {});
  await database.close();
  expect(comparison.differences).toEqual([]);
  expect(comparison.events).toBeGreaterThan(200);
  expect({ kills, workers }).toEqual({
    kills: [],
    workers: "1 worker in this process, never killed",
  });
});
