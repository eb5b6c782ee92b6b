import { type Instant, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  type CustomerTimelineInput,
  type FollowUpPlanInput,
  nextFollowUps,
  nextWakeAt,
} from "../../src/index.ts";

const DAY = 86_400_000;
const message = { purpose: "service" as const, category: "care", channels: ["email" as const] };
const plan: FollowUpPlanInput = {
  steps: [
    { id: "tips", on: "delivered", afterDays: 3, message, content: "三个使用小贴士" },
    {
      ...{
        id: "check",
        on: "delivered",
        afterDays: 30,
        usefulDays: 10,
        message,
        content: "好用嗎？",
      },
      repeat: { everyDays: 30, times: 3 },
    },
    {
      id: "last-call",
      on: "guarantee-ends",
      beforeDays: 14,
      usefulDays: 30,
      message,
      content: "!",
    },
  ],
};
const start = Date.UTC(2026, 2, 1, 12);
const day = (count: number): Instant => instant(start + count * DAY);
const event = (id: string, kind: string, at: Instant, subject = "kettle") => ({
  id,
  kind,
  subject,
  at,
});
const bought = [event("e1", "delivered", day(0)), event("e2", "guarantee-ends", day(730))];

const dueAt = (at: Instant, timeline: Partial<CustomerTimelineInput> = {}) =>
  nextFollowUps(plan, { events: bought, ...timeline }, at).map(({ id }) => id);

describe("follow-ups", () => {
  it.each<[string, Instant, string[]]>([
    ["before the third day", instant(day(3) - 1), []],
    ["on the third day", day(3), ["tips/e1/0"]],
    ["while it is of use", instant(day(10) - 1), ["tips/e1/0"]],
    ["when it is of no use any more", day(10), []],
    ["on the thirtieth day", day(30), ["check/e1/0"]],
    ["again", day(60), ["check/e1/1"]],
    ["for the last time", day(90), ["check/e1/2"]],
    ["never more", day(120), []],
    ["before the guarantee's last two weeks", instant(day(716) - 1), []],
    ["in the guarantee's last two weeks", day(716), ["last-call/e2/0"]],
    ["just before the guarantee ends", instant(day(730) - 1), ["last-call/e2/0"]],
    ["when the guarantee has ended", day(730), []],
  ])("%s", (_, at, ids) => {
    expect(dueAt(at)).toEqual(ids);
  });

  it("are not asked for again once they are done", () => {
    expect(dueAt(day(4))).toEqual(dueAt(day(5)));
    expect(dueAt(day(4), { done: ["tips/e1/0"] })).toEqual([]);
    expect(dueAt(day(60), { done: ["check/e1/0"] })).toEqual(["check/e1/1"]);
  });

  it("count an event once, however often and late it is told", () => {
    const events = [...bought, ...bought].reverse();
    expect(dueAt(day(3), { events })).toEqual(["tips/e1/0"]);
  });

  it.each(["returned", "complained"])(
    "are called off for what was %s, and for nothing else",
    (kind) => {
      const off = event("e3", kind, day(3));
      const other = event("e4", "delivered", day(0), "pot");
      const events = [...bought, off, other];
      expect(dueAt(instant(day(3) - 1 + DAY), { events })).toEqual(["tips/e4/0"]);
      expect(dueAt(day(716), { events })).toEqual([]);
    },
  );

  it("are not called off before it happens", () => {
    const events = [...bought, event("e3", "returned", instant(day(3) + 1))];
    expect(dueAt(day(3), { events })).toEqual(["tips/e1/0"]);
    expect(dueAt(instant(day(3) + 1), { events })).toEqual([]);
  });

  it("come in the order in which they are due, of the same moment in the order of the plan", () => {
    const events = [
      event("late", "delivered", day(1), "pot"),
      event("early", "delivered", day(0)),
      event("end", "guarantee-ends", day(17)),
    ];
    expect(dueAt(day(4), { events })).toEqual(["tips/early/0", "last-call/end/0", "tips/late/0"]);
  });

  it("carry the moment until which they are of use, and what they follow", () => {
    const [tips] = nextFollowUps(plan, { events: bought }, day(3));
    expect(tips).toEqual({
      ...{ id: "tips/e1/0", step: "tips", subject: "kettle", dueAt: day(3) },
      content: "三个使用小贴士",
      message: { ...message, critical: false, expiresAt: day(10) },
      because: { code: "days-after", facts: { on: "delivered", days: 3 } },
    });
  });

  it("wake the host for the next that becomes due", () => {
    const wake = (at: Instant, timeline = {}) =>
      nextWakeAt(plan, { events: bought, ...timeline }, at);
    expect(wake(day(0))).toBe(day(3));
    expect(wake(day(3))).toBe(day(30));
    expect(wake(day(0), { done: ["tips/e1/0"] })).toBe(day(30));
    expect(wake(day(716))).toBeUndefined();
    expect(wake(day(5), { events: [...bought, event("e3", "returned", day(4))] })).toBeUndefined();
  });

  it.each([
    [{ ...plan, steps: [plan.steps[0], plan.steps[0]] }, ["steps", 1, "id"]],
    [{ steps: [{ ...plan.steps[0], afterDays: -1 }] }, ["steps", 0, "afterDays"]],
    [{ steps: [{ ...plan.steps[0], id: "a/b" }] }, ["steps", 0, "id"]],
  ])("refuse %j", (wrong, path) => {
    expect(() => nextFollowUps(wrong as FollowUpPlanInput, { events: [] }, day(0))).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
    );
  });
});
