// Warnings, late facts, hand-overs, promises and levels.
import { describe, expect, it } from "vitest";
import type { EscalationPolicyInput } from "../src/index.ts";
import { DESKS, kinds, oneTarget, story, text } from "./story.ts";

const hours = (count: number) => ({ working: { hours: count } });
const on = (time: string) => `2026-06-01T${time}:00Z`;
const ratios = (...percents: number[]) =>
  percents.map((percent) => ({ id: `${percent}%`, at: { ratio: percent / 100 } }));

it("20 warnings count working time, never the night", () => {
  const thresholds = [
    { id: "75%", at: { ratio: 0.75 } },
    { id: "2 h before", at: { before: { hours: 2 } } },
  ];
  const policy = oneTarget({ metric: "firstResponse", budget: hours(4), thresholds });
  const { tell } = story(policy, { desk: DESKS.newYork });
  tell({ type: "open", at: "2026-03-06T21:30:00Z" });
  const told = tell({ type: "tick", at: "2026-03-09T16:00:00Z" });
  expect(told.map(({ effectiveAt }) => text(effectiveAt))).toEqual([
    "2026-03-09T14:30:00Z",
    "2026-03-09T15:30:00Z",
  ]);
});

describe("21 a late wake", () => {
  const thresholds = [...ratios(50, 75, 90, 100), { id: "next", at: { after: { hours: 3 } } }];
  const policy = oneTarget({ metric: "resolution", budget: hours(4), thresholds });

  it("tells all that came due, in order, once", () => {
    const { tell, view } = story(policy, { desk: DESKS.always });
    tell({ type: "open", at: on("09:00") });
    const told = tell({ type: "tick", at: on("14:00") });
    expect(kinds(told)).toEqual([
      "ThresholdReached",
      "ThresholdReached",
      "ThresholdReached",
      "Breached",
    ]);
    expect(told.map(({ effectiveAt }) => text(effectiveAt))).toEqual([
      on("11:00"),
      on("12:00"),
      on("12:36"),
      on("13:00"),
    ]);
    expect(new Set(told.map(({ detectedAt }) => text(detectedAt)))).toEqual(new Set([on("14:00")]));
    expect(tell({ type: "tick", at: on("14:00") })).toEqual([]);
    expect(view(on("14:00")).nextWakeAt).toBe(Date.parse(on("16:00")));
    tell({ type: "tick", at: on("16:00") });
    expect(view(on("16:00")).nextWakeAt).toBeNull();
  });
});

describe("22 a fact out of order", () => {
  const policy = oneTarget({
    metric: "firstResponse",
    budget: { working: { minutes: 60 } },
    thresholds: [{ id: "100%", at: { ratio: 1 }, actions: ["page-lead"] }],
  });
  const reply = {
    type: "agentMessage",
    id: "reply",
    at: on("09:50"),
    receivedAt: on("10:20"),
  } as const;

  it("takes back a breach that never was", () => {
    const late = story(policy, { desk: DESKS.always });
    late.tell({ type: "open", id: "open", at: on("09:00") });
    expect(kinds(late.tell({ type: "tick", at: on("10:00") }))).toEqual(["Breached"]);
    const told = late.tell(reply);
    expect(kinds(told)).toEqual(["TargetMet", "BreachRetracted"]);
    expect(told[1]).toMatchObject({
      alarms: [{ at: Date.parse(on("10:00")), actions: ["page-lead"] }],
    });
    const inOrder = story(policy, { desk: DESKS.always });
    inOrder.tell({ type: "open", id: "open", at: on("09:00") });
    inOrder.tell(reply);
    expect(late.ticket()).toEqual(inOrder.ticket());
    expect(late.view(on("11:00"))).toEqual(inOrder.view(on("11:00")));
    expect(late.view(on("11:00")).clocks[0]).toMatchObject({
      verdict: "met",
      workedMilliseconds: 50 * 60_000,
    });
  });

  it("does nothing a second time", () => {
    const { tell, ticket } = story(policy, { desk: DESKS.always });
    tell({ type: "open", at: on("09:00") });
    tell(reply);
    const before = ticket();
    expect(tell(reply)).toEqual([]);
    expect(ticket()).toBe(before);
  });
});

describe("23 follow the sun in the weeks between the clock changes", () => {
  const policy: EscalationPolicyInput = {
    id: "shop",
    version: 1,
    targets: [
      { id: "solve", metric: "resolution", budget: hours(4), calendar: "union" },
      {
        ...{ id: "berlin", metric: "handOff", agreement: "OLA", budget: hours(1) },
        calendar: "berlin",
      },
    ],
    rules: [{ id: "all", targets: ["solve", "berlin"] }],
  };
  const desks = { union: DESKS.followTheSun, berlin: DESKS.berlinEarly };
  it.each([
    ["2026-03-20T14:30:00Z", "2026-03-20T18:30:00Z", "2026-03-23T07:30:00Z"],
    ["2026-04-03T13:30:00Z", "2026-04-03T17:30:00Z", "2026-04-06T06:30:00Z"],
  ])("opened %s", (at, solve, handOff) => {
    const { tell, due } = story(policy, desks);
    tell({ type: "open", at });
    tell({ type: "assign", team: "berlin", at });
    expect(due("resolution", at)).toBe(solve);
    expect(due("handOff", at)).toBe(handOff);
  });
});

it("24 a promise in the customer's zone is warned of when it is made", () => {
  const policy = oneTarget(
    { metric: "resolution", budget: hours(80) },
    { promises: { calendar: "desk" } },
  );
  const { tell, view } = story(policy, { desk: DESKS.newYork });
  tell({ type: "open", at: "2026-06-03T19:00:00Z" });
  const [made] = tell({
    type: "makePromise",
    promiseId: "p",
    text: "By five tomorrow, your time.",
    dueAt: Date.parse("2026-06-04T17:00:00+05:30"),
    at: "2026-06-03T20:00:00Z",
  });
  expect(made).toMatchObject({
    type: "PromiseMade",
    feasibility: { outcome: "tight", workingMilliseconds: 60 * 60_000 },
  });
  expect(view("2026-06-03T20:00:00Z").nextWakeAt).toBe(Date.parse("2026-06-04T11:30:00Z"));
  const told = tell({ type: "tick", at: "2026-06-04T11:30:00Z" });
  expect(kinds(told)).toEqual(["PromiseBroken", "BadNewsDue"]);
});

it("25 a need climbs with all that was learnt, while the customer's clock goes on", () => {
  const policy: EscalationPolicyInput = {
    id: "shop",
    version: 1,
    targets: [
      { id: "solve", metric: "resolution", budget: hours(40), calendar: "desk" },
      { id: "diagnose", metric: "diagnosis", budget: hours(8), calendar: "desk" },
      { id: "repair", metric: "repair", budget: hours(16), calendar: "desk" },
    ],
    rules: [{ id: "all", targets: ["solve", "diagnose", "repair"] }],
    ladder: {
      rungs: [
        { level: "information", unmetTo: "help" },
        {
          level: "help",
          unmetTo: "contact",
          attempts: 5,
          limit: { budget: { working: { minutes: 30 } }, calendar: "desk" },
        },
        { level: "contact", invitesTo: "participation" },
        { level: "participation" },
      ],
    },
  };
  const { tell, due, view, verdict } = story(policy, { desk: DESKS.utc });
  tell({ type: "open", locale: "zh-Hans", at: on("09:30") });
  const solveBy = due("resolution", on("09:30"));
  const failed = { type: "levelOutcome", outcome: "unsolved" } as const;
  tell({ ...failed, query: "没有声音", entryId: "a1", transcript: "t1", at: on("09:40") });
  expect(view(on("09:40"))).toMatchObject({ level: "help" });
  expect(view(on("09:40")).nextWakeAt).toBe(Date.parse(on("10:30")));
  const raised = tell({ type: "tick", at: on("10:35") });
  expect(kinds(raised)).toEqual(["LevelRaised", "HandedOff", "ClockStarted"]);
  expect(raised[0]).toMatchObject({
    to: "contact",
    why: "limit",
    effectiveAt: Date.parse(on("10:30")),
  });
  expect(raised[1]).toMatchObject({
    packet: {
      locale: "zh-Hans",
      queries: ["没有声音"],
      entriesSeen: [{ entryId: "a1", helped: false }],
      transcripts: ["t1"],
      stays: [
        { level: "information", attempts: 1, elapsedMilliseconds: 10 * 60_000 },
        { level: "help", attempts: 0, elapsedMilliseconds: 50 * 60_000 },
      ],
    },
  });
  expect(due("resolution", on("10:35"))).toBe(solveBy);
  expect(due("diagnosis", on("10:35"))).toBe("2026-06-02T10:30:00Z");
  const diagnosed = "2026-06-02T12:00:00Z";
  tell({ type: "diagnose", finding: "Loose contact.", at: diagnosed });
  expect(verdict("diagnosis", diagnosed)).toBe("breached");
  expect(due("repair", diagnosed)).toBe("2026-06-04T12:00:00Z");
  const solved = tell({ type: "resolve", at: "2026-06-03T10:00:00Z" });
  expect(kinds(solved)).toEqual(["TargetMet", "TargetMet", "LevelInvitation"]);
});
