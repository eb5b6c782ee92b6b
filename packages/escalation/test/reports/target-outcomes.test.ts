import { describe, expect, it } from "vitest";
import { type ClockView, targetOutcomes } from "../../src/index.ts";

const clock: ClockView = {
  clock: "SLA:firstResponse",
  targetId: "answer",
  metric: "firstResponse",
  agreement: "SLA",
  published: true,
  cycle: 2,
  phase: "ended",
  verdict: "met",
  startedAt: 0 as never,
  dueAt: null,
  dueIfResumedAt: null,
  breachedAt: null,
  endedAt: 9000 as never,
  ending: "fulfilled",
  budgetMilliseconds: 10_000,
  workedMilliseconds: 5000,
  elapsedMilliseconds: 9000,
};
const view = { team: "repairs", level: "contact", clocks: [clock] } as const;

describe("targetOutcomes", () => {
  it("makes a row of each clock", () => {
    expect(targetOutcomes(view, { ticketId: "t1", tier: "gold", period: "2026-11" })).toEqual([
      {
        ticketId: "t1",
        tier: "gold",
        team: "repairs",
        level: "contact",
        period: "2026-11",
        target: "answer",
        agreement: "SLA",
        cycle: 2,
        verdict: "met",
        elapsedMilliseconds: 9000,
        workingMilliseconds: 5000,
        endedAt: 9000,
        ending: "fulfilled",
      },
    ]);
  });

  it("leaves out what the ticket does not know", () => {
    const running = { ...clock, verdict: "running", phase: "running" } as const;
    const bare = {
      ...{ team: null, level: null },
      clocks: [{ ...running, endedAt: null, ending: null }],
    };
    const [row] = targetOutcomes(bare, { ticketId: "t1" });
    expect([row?.team, row?.level, row?.endedAt]).toEqual([undefined, undefined, undefined]);
  });

  it("takes the team of the caller before that of the view", () => {
    const [row] = targetOutcomes(view, { ticketId: "t1", team: "orders" });
    expect(row?.team).toBe("orders");
  });

  it.each([[null], [{}], [{ ...view, clocks: [{}] }], [{ ...view, clocks: null }]])(
    "refuses %j",
    (given) => {
      expect(() => targetOutcomes(given as never, { ticketId: "t1" })).toThrow(
        expect.objectContaining({ code: "invalid-input" }),
      );
    },
  );
});
