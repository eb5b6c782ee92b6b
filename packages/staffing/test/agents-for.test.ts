import { describe, expect, it } from "vitest";
import { agentsFor, predictService } from "../src/index.ts";

const line = { callsPerInterval: 360, averageHandleSeconds: 240, withinSeconds: 15 };

describe("predictService", () => {
  // M. Tanner's example again: 84.6 % within 15 seconds, 8.2 seconds on average, 87.3 % of the time busy.
  it("agrees with the published example", () => {
    const predicted = predictService(line, 55);
    expect(predicted.serviceLevel).toBeCloseTo(0.846, 3);
    expect(predicted.averageSpeedOfAnswerSeconds).toBeCloseTo(8.2, 1);
    expect(predicted.occupancy).toBeCloseTo(0.873, 3);
    expect(predicted.loadErlangs).toBe(48);
  });

  it.each([
    ["one agent short of the load", line, 47, 0, null, 1],
    ["exactly the load", line, 48, 0, null, 1],
    ["no agents", line, 0, 0, null, 0],
    ["no calls", { ...line, callsPerInterval: 0 }, 3, 1, 0, 0],
    ["no calls and no agents", { ...line, callsPerInterval: 0 }, 0, 1, 0, 0],
    ["impatient, no agents", { ...line, patienceSeconds: 60 }, 0, 0, null, 0],
    ["impatient, no calls", { ...line, callsPerInterval: 0, patienceSeconds: 60 }, 3, 1, 0, 0],
  ])("%s", (_, asked, agents, serviceLevel, averageSpeedOfAnswerSeconds, occupancy) => {
    expect(predictService(asked, agents)).toMatchObject({
      serviceLevel,
      averageSpeedOfAnswerSeconds,
      occupancy,
    });
  });

  it("answers whoever does not wait within no time at all", () => {
    const { serviceLevel, waitingProbability } = predictService({ ...line, withinSeconds: 0 }, 55);
    expect(serviceLevel).toBeCloseTo(1 - waitingProbability, 12);
  });
});

describe("agentsFor", () => {
  it.each([
    ["the published example", { ...line, targetServiceLevel: 0.8 }, 55],
    ["a service level one agent fewer would just miss", { ...line, targetServiceLevel: 0.85 }, 56],
    ["agents who are not to be busy all the time", { ...line, maximumOccupancy: 0.8 }, 60],
    ["callers who hang up", { ...line, patienceSeconds: 120 }, 50],
    ["nobody who calls", { ...line, callsPerInterval: 0 }, 0],
    ["one call", { ...line, callsPerInterval: 1 }, 1],
    ["a target of nothing", { ...line, targetServiceLevel: 0, patienceSeconds: 60 }, 0],
  ])("%s", (_, goal, agents) => {
    expect(agentsFor(goal).agents).toBe(agents);
  });

  it.each([
    [0, 55],
    [0.3, 79],
    [0.45, 100],
    [0.5, 110],
  ])("puts more on the roster for a shrinkage of %d", (shrinkage, scheduledAgents) => {
    expect(agentsFor({ ...line, shrinkage }).scheduledAgents).toBe(scheduledAgents);
  });

  it("is quick for 100,000 Erlang", () => {
    const huge = { callsPerInterval: 100_000, intervalSeconds: 60, averageHandleSeconds: 60 };
    expect(agentsFor(huge).agents).toBe(100_005);
    expect(agentsFor({ ...huge, patienceSeconds: 90 }).agents).toBe(80_633);
  });

  it.each([
    { ...line, targetServiceLevel: 1 },
    { ...line, averageHandleSeconds: 0 },
    { ...line, callsPerInterval: -1 },
    { ...line, callsPerInterval: 1e9 },
    { ...line, shrinkage: 1 },
    { ...line, patienceSeconds: 0 },
    { ...line, patienceSeconds: 1e9 },
    { ...line, agents: 5 },
  ])("refuses %j", (goal) => {
    expect(() => agentsFor(goal)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  });
});
