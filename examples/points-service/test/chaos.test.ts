import { expect, it } from "vitest";
import { planDeliveries } from "../src/chaos/plan-deliveries.ts";
import { reportLines } from "../src/chaos/report-lines.ts";
import { run } from "../src/chaos/run.ts";
import { checkAll } from "../src/check/check-all.ts";
import { openPglite } from "../src/database/pglite.ts";

const options = { commands: 300, accounts: 12, workers: 2, kills: 1, seed: "test" };

it("loses no point to two processes of which one is killed", async () => {
  const database = await openPglite();
  const report = await run({ database, url: null }, options);
  const { comparison, killed, deliveries, outcomes } = report;
  expect(comparison.differences).toEqual([]);
  expect(killed).toBe(1);
  expect(comparison.events).toBeGreaterThan(150);
  const answers = [...outcomes.values()].reduce((sum, number) => sum + number, 0);
  expect(answers).toBeGreaterThanOrEqual(deliveries);
  expect(outcomes.get("duplicate")).toBeGreaterThan(10);
  expect(reportLines(report).join("\n")).toContain("differences 0 in 12 accounts");

  // The same comparison does see a command that nobody asked for and one that got lost.
  const told = { planned: [], acknowledged: new Set(["never-written"]) };
  const { differences } = await checkAll(database, told);
  expect(differences.filter((one) => one.endsWith("nobody asked for it")).length).toBeGreaterThan(
    100,
  );
  expect(differences).toContain("never-written was acknowledged and is in no log");
  await database.close();
});

it("plans every command, some of them twice, and out of order", () => {
  const deliveries = planDeliveries(options);
  expect(planDeliveries(options)).toEqual(deliveries);
  const ids = deliveries.flat().map(({ command }) => command.commandId);
  expect(new Set(ids).size).toBe(300);
  expect(ids.length).toBeGreaterThan(310);
  const moments = (deliveries[0] ?? []).map(({ command }) => command.at as number);
  expect(moments).not.toEqual(moments.toSorted((one, next) => one - next));
});
