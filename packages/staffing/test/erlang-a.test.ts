import { describe, expect, it } from "vitest";
import { erlangA, erlangC, predictService } from "../src/index.ts";

describe("erlangA", () => {
  // O. Garnett, A. Mandelbaum, M. Reiman: Designing a Call Center with Impatient Customers, 2002, table 1: 50 agents, 48
  // calls a minute, a minute each, 2 minutes of patience on average; with and without abandonment.
  const line = { callsPerInterval: 48, intervalSeconds: 60, averageHandleSeconds: 60 };

  it("agrees with the published table of a line that is abandoned", () => {
    const { abandonment, averageQueue } = erlangA(48, 50, { patienceHandleTimes: 2 });
    const { occupancy } = predictService({ ...line, patienceSeconds: 120 }, 50);
    const averageWaitSeconds = abandonment * 120;
    expect(abandonment).toBeCloseTo(0.031, 3);
    expect(averageWaitSeconds).toBeCloseTo(3.7, 1);
    expect(averageQueue).toBeCloseTo(3, 0);
    expect(occupancy).toBeCloseTo(0.93, 2);
  });

  it("agrees with the published table of the same line without abandonment", () => {
    const { averageSpeedOfAnswerSeconds, occupancy, waitingProbability } = predictService(line, 50);
    expect(averageSpeedOfAnswerSeconds).toBeCloseTo(20.8, 1);
    expect(occupancy).toBeCloseTo(0.96, 2);
    const averageQueue = (waitingProbability * 48) / (50 - 48);
    expect(averageQueue).toBeCloseTo(17, 0);
    // The 90th percentile of the wait is 58.1 seconds.
    const { serviceLevel } = predictService({ ...line, withinSeconds: 58.1 }, 50);
    expect(serviceLevel).toBeCloseTo(0.9, 3);
  });

  it("answers nine in ten within the published 12.5 seconds", () => {
    const impatient = { ...line, patienceSeconds: 120, withinSeconds: 12.5 };
    const { serviceLevel, abandonment } = predictService(impatient, 50);
    const { waitingProbability } = erlangA(48, 50, { patienceHandleTimes: 2 });
    // Answered or gone by then; who waits longer is one in ten.
    expect(serviceLevel).toBeGreaterThan(0.9 - abandonment);
    expect(serviceLevel).toBeLessThan(0.9);
    expect(waitingProbability).toBeGreaterThan(0.1);
  });

  // Balance equations and integrals of the density of the wait, in arithmetic of 40 digits: waiting probability,
  // abandonment, answered within 12 seconds, mean wait of the answered in seconds, of calls that last a minute.
  it.each([
    [48, 50, 2, 0.46777406855379, 0.030912249162193, 0.86709499116349, 3.6159002395531],
    [100, 50, 1, 0.9999999882155, 0.50000000022346, 5.0968263974195e-5, 40.990830799239],
    [1000, 1000, 0.1, 0.24678253450004, 0.019164272063831, 0.98083572793617, 0.10989233522551],
    [5, 20, 3, 3.4966167924948e-7, 7.4992675224848e-9, 0.99999997738268, 1.32109906143e-6],
    [100, 90, 1000, 1, 0.1, 0, 6321.2976067535],
  ])(
    "of %d Erlang, %i agents, patience %d is exact",
    (load, agents, patience, waiting, abandoned, within, mean) => {
      const hour = { callsPerInterval: load, intervalSeconds: 60, averageHandleSeconds: 60 };
      const asked = { ...hour, patienceSeconds: 60 * patience, withinSeconds: 12 };
      const predicted = predictService(asked, agents);
      expect(predicted.waitingProbability / waiting).toBeCloseTo(1, 10);
      expect(predicted.abandonment / abandoned).toBeCloseTo(1, 10);
      expect(predicted.serviceLevel).toBeCloseTo(within, 10);
      expect((predicted.averageSpeedOfAnswerSeconds ?? 0) / mean).toBeCloseTo(1, 9);
    },
  );

  it("is Erlang C when nobody hangs up", () => {
    const { waitingProbability } = erlangA(48, 55, { patienceHandleTimes: 1e6 });
    expect(waitingProbability).toBeCloseTo(erlangC(48, 55), 5);
  });

  it.each([
    ["without calls", 0, 5, { waitingProbability: 0, abandonment: 0, averageQueue: 0 }],
    ["without either", 0, 0, { waitingProbability: 0, abandonment: 0, averageQueue: 0 }],
    [
      "with far too many agents",
      1,
      500,
      { waitingProbability: 0, abandonment: 0, averageQueue: 0 },
    ],
  ])("%s", (_, load, agents, expected) => {
    expect(erlangA(load, agents, { patienceHandleTimes: 2 })).toEqual(expected);
  });

  it("loses everyone without agents", () => {
    const { waitingProbability, abandonment, averageQueue } = erlangA(10, 0, {
      patienceHandleTimes: 2,
    });
    expect([waitingProbability, abandonment]).toEqual([1, 1]);
    expect(averageQueue).toBeCloseTo(20, 9);
  });

  it.each([0, 1e-7, 1e7, Number.NaN, undefined])("refuses a patience of %s", (patience) => {
    const options = { patienceHandleTimes: patience as number };
    expect(() => erlangA(1, 1, options)).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});
