import { accumulate, explainBecause } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  attainment,
  firstContactResolution,
  reopenRate,
  reportMessages,
  type TargetOutcomeInput,
  type TicketOutcomeInput,
} from "../../src/index.ts";

const spent = { elapsedMilliseconds: 1, workingMilliseconds: 1 };
const clocks = (...verdicts: TargetOutcomeInput["verdict"][]): TargetOutcomeInput[] =>
  verdicts.map((verdict, i) => ({ ticketId: `t${i}`, target: "answer", verdict, ...spent }));

describe("attainment", () => {
  it.each([
    ["nothing", clocks(), null, 0],
    ["only clocks that run", clocks("running", "cancelled"), null, 0],
    ["all met", clocks("met", "met"), 1, 2],
    ["all missed", clocks("breached"), 0, 1],
    ["a mixture", clocks("met", "breached", "met", "running", "met"), 0.75, 4],
  ])("of %s", (_, rows, value, n) => {
    const result = attainment.finish(accumulate(attainment, rows));
    expect(result).toMatchObject({ value, n });
    expect(result.interval === null).toBe(value === null);
  });

  it("tells what it leaves out", () => {
    const rows = clocks("running", "cancelled", "cancelled", "never-due", "met");
    const { excluded } = attainment.finish(accumulate(attainment, rows));
    expect(excluded).toEqual({ running: 1, cancelled: 2, "never-due": 1 });
  });

  it.each([
    ["en", "Targets met: 1 of 2 that are decided."],
    ["zh-CN", "已判定的2项目标中，达成1项。"],
    ["zh-TW", "已判定的2項目標中，達成1項。"],
  ])("says in %s what it measures", (locale, sentence) => {
    const { definition } = attainment.finish(accumulate(attainment, clocks("met", "breached")));
    expect(explainBecause(definition, locale, reportMessages)).toBe(sentence);
  });

  it.each([
    ["a row of another kind", attainment.create(), { ticketId: "t1" }],
    ["a sum of another kind", { hits: Number.NaN, misses: 0 }, clocks("met")[0]],
    ["a sum with a reason too many", { ...attainment.create(), more: 1 }, clocks("met")[0]],
  ])("refuses %s", (_, sum, row) => {
    expect(() => attainment.add(sum as never, row as never)).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});

const ticket = (more: Partial<TicketOutcomeInput>): TicketOutcomeInput => ({
  ticketId: "t1",
  openedAt: 0,
  ...more,
});

describe("first-contact resolution and reopen rate", () => {
  it.each([
    ["open", ticket({}), null, null],
    ["solved at once", ticket({ solvedAt: 0 }), 1, 0],
    ["solved by ourselves, with no contact", ticket({ solvedAt: 9, contacts: 0 }), 1, 0],
    ["solved at the second contact", ticket({ solvedAt: 9, contacts: 2 }), 0, 0],
    ["solved, came back, solved", ticket({ solvedAt: 9, reopened: 1 }), 0, 1],
    ["solved, came back, open", ticket({ reopened: 1 }), null, 1],
  ])("of a ticket that is %s", (_, row, first, reopened) => {
    const of = (report: typeof reopenRate) => report.finish(accumulate(report, [row])).value;
    expect([of(firstContactResolution), of(reopenRate)]).toEqual([first, reopened]);
  });

  it("refuses a ticket that was solved before it came", () => {
    expect(() => reopenRate.add(reopenRate.create(), ticket({ solvedAt: -1 }))).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});
