// Where the clocks meet what customers, staff and policies do.
import { compileCalendar } from "@kefu/calendar";
import { describe, expect, it } from "vitest";
import type { EscalationPolicyInput } from "../src/index.ts";
import { DESKS, kinds, oneTarget, story } from "./story.ts";

const hours = (count: number) => ({ working: { hours: count } });
const on = (time: string) => `2026-06-01T${time}:00Z`;

/** A resolution target for each priority, on one clock. */
const byPriority = (
  budgets: readonly [string, number][],
  rest: Partial<NonNullable<EscalationPolicyInput["targets"]>[number]> = {},
): EscalationPolicyInput => ({
  id: "shop",
  version: 1,
  targets: budgets.map(([id, count]) => ({
    ...{ id, metric: "resolution", budget: hours(count), calendar: "desk" },
    ...rest,
  })),
  rules: budgets.map(([id]) => ({
    id,
    when: { field: "priority", op: "eq", value: id },
    targets: [id],
  })),
});

it("13 a customer who answers while we wait ends the wait", () => {
  const policy: EscalationPolicyInput = {
    id: "shop",
    version: 1,
    targets: [
      { id: "solve", metric: "resolution", budget: hours(8), calendar: "desk" },
      { id: "reply", metric: "nextReply", budget: hours(2), calendar: "desk" },
    ],
    rules: [{ id: "all", targets: ["solve", "reply"] }],
  };
  const { tell, due } = story(policy, { desk: DESKS.berlin });
  tell({ type: "open", at: "2026-06-02T06:00:00Z" });
  tell({ type: "agentMessage", at: "2026-06-02T08:00:00Z" });
  tell({ type: "setState", state: "pending", at: "2026-06-02T08:00:00Z" });
  tell({ type: "customerMessage", at: "2026-06-02T13:00:00Z" });
  expect(due("resolution", "2026-06-02T13:00:00Z")).toBe("2026-06-03T09:00:00Z");
  expect(due("nextReply", "2026-06-02T13:00:00Z")).toBe("2026-06-02T15:00:00Z");
});

it("14 a second message does not move the due, an answer does", () => {
  const { tell, due, view } = story(oneTarget({ metric: "nextReply", budget: hours(2) }), {
    desk: DESKS.always,
  });
  tell({ type: "open", by: "agent", at: on("09:00") });
  tell({ type: "customerMessage", at: on("10:00") });
  tell({ type: "customerMessage", at: on("11:00") });
  expect(due("nextReply", on("11:00"))).toBe(on("12:00"));
  tell({ type: "agentMessage", at: on("11:30") });
  expect(due("nextReply", on("11:30"))).toBeNull();
  tell({ type: "customerMessage", at: on("11:40") });
  expect(due("nextReply", on("11:40"))).toBe(on("13:40"));
  expect(view(on("11:40")).clocks[0]?.cycle).toBe(2);
});

describe("15 a word after the solution", () => {
  const policy: EscalationPolicyInput = {
    id: "shop",
    version: 1,
    targets: [
      { id: "solve", metric: "resolution", budget: hours(8), calendar: "desk" },
      { id: "reply", metric: "nextReply", budget: hours(1), calendar: "desk" },
    ],
    rules: [{ id: "all", targets: ["solve", "reply"] }],
  };
  const solved = () => {
    const told = story(policy, { desk: DESKS.always });
    told.tell({ type: "open", at: on("09:00") });
    told.tell({ type: "agentMessage", at: on("09:30") });
    told.tell({ type: "resolve", at: on("12:00") });
    return told;
  };

  it("that is a courtesy starts nothing", () => {
    const { tell, view } = solved();
    expect(tell({ type: "customerMessage", expectsReply: false, at: on("12:05") })).toEqual([]);
    expect(view(on("23:00"))).toMatchObject({ state: "solved", nextDueAt: null, nextWakeAt: null });
  });

  it("that asks on reopens it", () => {
    const { tell, due } = solved();
    tell({ type: "customerMessage", at: on("12:05") });
    expect(due("nextReply", on("12:05"))).toBe(on("13:05"));
    expect(due("resolution", on("12:05"))).toBe(on("17:05"));
  });
});

it.each([
  ["continue", "2026-05-05T16:00:00Z"],
  ["restart", "2026-05-05T17:00:00Z"],
  ["firstOnly", null],
] as const)("16 a reopening with %s", (onReopen, expected) => {
  const policy = oneTarget({ metric: "resolution", budget: hours(4), onReopen });
  const { tell, due, verdict } = story(policy, { desk: DESKS.newYork });
  tell({ type: "open", at: "2026-05-04T13:00:00Z" });
  expect(kinds(tell({ type: "resolve", at: "2026-05-04T14:00:00Z" }))).toEqual(["TargetMet"]);
  const told = kinds(tell({ type: "reopen", at: "2026-05-05T13:00:00Z" }));
  expect(told).toEqual(expected === null ? [] : ["ClockStarted"]);
  expect(due("resolution", "2026-05-05T13:00:00Z")).toBe(expected);
  expect(verdict("resolution", "2026-05-05T13:00:00Z")).toBe(expected ? "running" : "met");
});

describe("17 a priority that is raised on the way", () => {
  it.each([
    ["fromStart", "2026-05-04T17:30:00Z"],
    ["fromChange", "2026-05-04T19:00:00Z"],
    ["keepRatio", "2026-05-04T18:00:00Z"],
    ["tightenOnly", "2026-05-04T17:30:00Z"],
  ] as const)("%s", (onRetarget, expected) => {
    const policy = byPriority(
      [
        ["P3", 8],
        ["P1", 2],
      ],
      { onRetarget },
    );
    const { tell, due } = story(policy, { desk: DESKS.newYork });
    tell({ type: "open", attributes: { priority: "P3" }, at: "2026-05-04T13:00:00Z" });
    expect(due("resolution", "2026-05-04T13:00:00Z")).toBe("2026-05-04T21:00:00Z");
    const raised = "2026-05-04T17:00:00Z";
    const told = kinds(tell({ type: "classify", attributes: { priority: "P1" }, at: raised }));
    expect(told).toEqual(["Retargeted"]);
    expect(due("resolution", raised)).toBe(expected);
  });

  it("and lowered after a breach leaves the breach", () => {
    const policy = byPriority([
      ["P1", 2],
      ["P3", 8],
    ]);
    const { tell, verdict } = story(policy, { desk: DESKS.newYork });
    tell({ type: "open", attributes: { priority: "P1" }, at: "2026-05-04T13:00:00Z" });
    tell({ type: "classify", attributes: { priority: "P3" }, at: "2026-05-04T16:00:00Z" });
    expect(verdict("resolution", "2026-05-04T16:00:00Z")).toBe("breached");
    const told = tell({ type: "resolve", at: "2026-05-04T17:00:00Z" });
    expect(kinds(told)).toEqual(["FulfilledLate"]);
  });

  it("tightenOnly never gives more time", () => {
    const policy = byPriority(
      [
        ["P1", 2],
        ["P3", 8],
      ],
      { onRetarget: "tightenOnly" },
    );
    const { tell, due } = story(policy, { desk: DESKS.newYork });
    tell({ type: "open", attributes: { priority: "P1" }, at: "2026-05-04T13:00:00Z" });
    tell({ type: "classify", attributes: { priority: "P3" }, at: "2026-05-04T14:00:00Z" });
    expect(due("resolution", "2026-05-04T14:00:00Z")).toBe("2026-05-04T15:00:00Z");
  });
});

it("18 a policy that changes during a pause keeps the waiting time", () => {
  const target = { metric: "resolution", budget: hours(8) } as const;
  const next = {
    ...oneTarget({ ...target, budget: hours(4) }),
    version: 2,
    from: Date.UTC(2027, 0),
  };
  const { tell, due } = story([oneTarget(target), next], { desk: DESKS.always });
  tell({ type: "open", at: on("09:00") });
  tell({ type: "setState", state: "pending", at: on("10:00") });
  tell({ type: "applyPolicy", policy: "shop", version: 2, at: on("11:00") });
  tell({ type: "setState", state: "open", at: on("12:00") });
  expect(due("resolution", on("12:00"))).toBe(on("15:00"));
});

it("19 a calendar amended under open tickets moves deadlines, never promises", () => {
  const berlin = (holidays: readonly string[]) =>
    compileCalendar({
      timeZone: "Europe/Berlin",
      weekly: { daily: [["08:00", "18:00"]], sat: [], sun: [] },
      holidays: ["2026-05-25", ...holidays],
    });
  const desk = [
    { version: 1, calendar: berlin([]) },
    { version: 2, from: Date.UTC(2026, 4, 21, 15) as never, calendar: berlin(["2026-05-22"]) },
  ];
  const policy = oneTarget({ metric: "resolution", budget: hours(4) });
  const { tell, due, view } = story(policy, { desk });
  tell({ type: "open", at: "2026-05-21T14:00:00Z" });
  expect(due("resolution", "2026-05-21T14:00:00Z")).toBe("2026-05-22T08:00:00Z");
  tell({
    type: "makePromise",
    promiseId: "p",
    text: "By Friday at ten.",
    dueAt: Date.UTC(2026, 4, 22, 8),
    clock: "SLA:resolution",
    at: "2026-05-21T14:05:00Z",
  });
  const changed = "2026-05-21T15:00:00Z";
  const told = tell({ type: "calendarChanged", calendar: "desk", version: 2, at: changed });
  expect(kinds(told)).toEqual(["DueMoved", "PromiseAtRisk", "BadNewsDue"]);
  expect(due("resolution", changed)).toBe("2026-05-26T08:00:00Z");
  const [promise] = view(changed).promises;
  expect(promise).toMatchObject({ status: "atRisk", dueAt: Date.UTC(2026, 4, 22, 8) });
  const breach = tell({ type: "tick", at: "2026-05-26T08:00:00Z" }).find(
    ({ type }) => type === "Breached",
  );
  expect(breach).toMatchObject({ reckoning: { calendars: ["desk@1", "desk@2"] } });
});
