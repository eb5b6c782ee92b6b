import { expect, it } from "vitest";
import { planKills } from "../src/chaos/plan-kills.ts";

function firstKills(seed: string, count: number) {
  const plan = planKills(seed, { workers: 4, everySeconds: 5 });
  return Array.from({ length: count }, () => plan.next().value);
}

it("plans the same for the same seed, and something else for another", () => {
  expect(firstKills("seed", 100)).toEqual(firstKills("seed", 100));
  expect(firstKills("seed", 100)).not.toEqual(firstKills("other seed", 100));
});

it("kills every worker, about as often as it is told", () => {
  const kills = firstKills("seed", 400);
  const mean = kills.reduce((sum, kill) => sum + kill.afterMilliseconds, 0) / kills.length;
  expect(new Set(kills.map(({ worker }) => worker))).toEqual(new Set([0, 1, 2, 3]));
  expect(mean).toBeGreaterThan(4_000);
  expect(mean).toBeLessThan(6_000);
});
