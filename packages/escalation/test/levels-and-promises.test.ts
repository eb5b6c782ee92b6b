import { describe, expect, it } from "vitest";
import type { EscalationPolicyInput } from "../src/index.ts";
import { DESKS, kinds, oneTarget, story, type Told } from "./story.ts";

const on = (time: string) => `2026-06-01T${time}:00Z`;
const ladder: EscalationPolicyInput["ladder"] = {
  entry: [{ when: { field: "vip", op: "eq", value: true }, level: "contact" }],
  rungs: [
    { level: "information", unmetTo: "help", invitesTo: "participation" },
    { level: "help", unmetTo: "contact", attempts: 2 },
    { level: "contact", invitesTo: "participation" },
    { level: "participation" },
  ],
};
const policy = oneTarget({ metric: "resolution", budget: { working: { hours: 8 } } }, { ladder });
const opened = (attributes = {}) => {
  const told = story(policy, { desk: DESKS.always });
  told.tell({ type: "open", attributes, at: on("09:00") });
  return told;
};

describe("levels", () => {
  it("are entered at the lowest rung, by a VIP where a rule says", () => {
    expect(opened().view(on("09:00")).level).toBe("information");
    expect(opened({ vip: true }).view(on("09:00")).level).toBe("contact");
  });

  it("are climbed after as many attempts as the rung allows", () => {
    const { tell, view } = opened();
    const failed = { type: "levelOutcome", outcome: "unsolved" } as const;
    tell({ ...failed, at: on("09:10") });
    expect(tell({ ...failed, at: on("09:20") })).toEqual([]);
    expect(view(on("09:20")).level).toBe("help");
    tell({ ...failed, at: on("09:30") });
    expect(view(on("09:30")).level).toBe("contact");
  });

  it("are climbed at the wish for a person, once", () => {
    const { tell, due } = opened();
    const before = due("resolution", on("09:00"));
    const told = tell({ type: "wishForPerson", at: on("09:10") });
    expect(told).toMatchObject([{ to: "contact", why: "person" }, { type: "HandedOff" }]);
    expect(tell({ type: "wishForPerson", at: on("09:20") })).toEqual([]);
    expect(due("resolution", on("09:20"))).toBe(before);
  });

  it("invite to the next when the need was met", () => {
    const told = opened().tell({ type: "levelOutcome", outcome: "solved", at: on("09:10") });
    expect(told).toMatchObject([{ type: "LevelInvitation", to: "participation" }]);
  });

  it("are not gone down", () => {
    const { tell } = opened({ vip: true });
    const told = tell({ type: "raiseLevel", level: "help", at: on("09:10") });
    expect(told).toMatchObject([{ because: { code: "not-higher" } }]);
  });
});

describe("promises", () => {
  const promise = (at: string, due: string): Told => ({
    type: "makePromise",
    promiseId: "p1",
    text: "我们四点前回电。",
    at: on(at),
    dueAt: Date.parse(on(due)),
  });

  it("are kept at their very moment, broken after it", () => {
    const { tell } = opened();
    tell(promise("09:10", "16:00"));
    const kept = tell({ type: "keepPromise", promiseId: "p1", at: on("16:00") });
    expect(kept).toMatchObject([{ type: "PromiseKept", late: false }]);
    const other = opened();
    other.tell(promise("09:10", "16:00"));
    const late = other.tell({ type: "keepPromise", promiseId: "p1", at: on("16:01") });
    expect(kinds(late)).toEqual(["PromiseBroken", "BadNewsDue", "PromiseKept"]);
  });

  it("that will be missed make bad news due at once, and only once", () => {
    const { tell, view } = opened();
    tell(promise("09:10", "16:00"));
    const expectedAt = Date.parse(on("18:00"));
    const told = tell({ type: "forecast", promiseId: "p1", expectedAt, at: on("11:00") });
    expect(kinds(told)).toEqual(["PromiseAtRisk", "BadNewsDue"]);
    const news = { text: "还要两小时。", stopGap: "先用备用机。" };
    const spoken = tell({ type: "tellBadNews", promiseId: "p1", ...news, at: on("11:05") });
    expect(spoken).toMatchObject([{ type: "BadNewsTold", withinMilliseconds: 300_000 }]);
    expect(kinds(tell({ type: "tick", at: on("16:00") }))).toEqual(["PromiseBroken"]);
    expect(view(on("16:00")).promises[0]?.badNews?.told).toMatchObject(news);
  });

  it.each([
    ["in time and agreed", "15:00", true, ["PromiseRenegotiated", "PromiseMade"]],
    ["in time, not agreed", "15:00", false, ["FactIgnored"]],
    ["too late", "16:30", true, ["PromiseBroken", "BadNewsDue", "FactIgnored"]],
  ] as const)("renegotiated %s", (_, at, agreed, expected) => {
    const { tell } = opened();
    tell(promise("09:10", "16:00"));
    const told = tell({
      ...{ type: "renegotiate", replaces: "p1", promiseId: "p2", text: "By eight." },
      ...{ agreed, at: on(at), dueAt: Date.parse(on("20:00")) },
    });
    expect(kinds(told)).toEqual(expected);
  });

  it("without a date take the budget of the promise target", () => {
    const budget = { working: { hours: 2 } };
    const targets = [{ id: "call", metric: "promise" as const, budget, calendar: "desk" }];
    const rules = [{ id: "all", targets: ["call"] }];
    const { tell, view } = story({ id: "shop", version: 1, targets, rules }, { desk: DESKS.utc });
    tell({ type: "open", at: on("10:00") });
    tell({ type: "makePromise", promiseId: "p1", text: "We call you.", at: on("17:00") });
    expect(view(on("17:00")).promises[0]?.dueAt).toBe(Date.parse("2026-06-02T11:00:00Z"));
  });

  it("that are unknown are told as such", () => {
    const told = opened().tell({ type: "keepPromise", promiseId: "toString", at: on("10:00") });
    expect(told).toMatchObject([{ because: { code: "promise-unknown" } }]);
  });
});
