import { type Instant, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  CustomerPromise,
  isOpenPromise,
  nextPromiseWake,
  type PromiseFact,
  promiseAfter,
} from "../src/index.ts";

const at = (time: string) => instant(`2026-11-24T${time}:00Z`);
const later = (moment: Instant, milliseconds: number) => instant(moment + milliseconds);

const promise = (rest: object = {}) =>
  CustomerPromise.parse({
    ...{ id: "p1", text: "我们四点前回电。", madeAt: at("09:00"), dueAt: at("16:00") },
    ...rest,
  });

/** What becomes of a promise through facts: the status after each, and all that came of them. */
function live(start: CustomerPromise, ...facts: PromiseFact[]) {
  let now = start;
  const kinds: string[] = [];
  for (const fact of facts) {
    const step = promiseAfter(now, fact);
    now = step.promise;
    kinds.push(...step.occurrences.map(({ type }) => type));
  }
  return { promise: now, kinds };
}

describe("the moment of a promise", () => {
  it.each([
    ["a millisecond before", -1, "made", []],
    ["at it", 0, "broken", ["PromiseBroken", "BadNewsDue"]],
    ["a millisecond after", 1, "broken", ["PromiseBroken", "BadNewsDue"]],
  ] as const)("time passes until %s", (_, offset, status, expected) => {
    const told = live(promise(), { type: "timePassed", at: later(at("16:00"), offset) });
    expect([told.promise.status, told.kinds]).toEqual([status, expected]);
  });

  it.each([
    ["before", -1, ["PromiseKept"], "kept"],
    ["at", 0, ["PromiseKept"], "kept"],
    ["after", 1, ["PromiseBroken", "BadNewsDue", "PromiseKept"], "broken"],
  ] as const)("kept %s it", (_, offset, expected, status) => {
    const told = live(promise(), { type: "keep", at: later(at("16:00"), offset) });
    expect([told.kinds, told.promise.status]).toEqual([expected, status]);
  });
});

describe("a promise that comes near", () => {
  const near = promise({ atRiskAt: at("15:00") });

  it("is at risk from then on, without bad news", () => {
    expect(nextPromiseWake(near)).toBe(at("15:00"));
    const told = live(near, { type: "timePassed", at: at("15:00") });
    expect([told.kinds, told.promise.status]).toEqual([["PromiseAtRisk"], "atRisk"]);
    expect(nextPromiseWake(told.promise)).toBe(at("16:00"));
  });
});

describe("a forecast", () => {
  const late: PromiseFact = { type: "forecast", at: at("11:00"), expectedAt: at("18:00") };
  const good: PromiseFact = { type: "forecast", at: at("12:00"), expectedAt: at("16:00") };

  it("of a miss makes bad news due at once, and once only", () => {
    const told = live(promise(), late, { ...late, at: at("11:30") });
    expect(told.kinds).toEqual(["PromiseAtRisk", "BadNewsDue"]);
    expect(told.promise.badNews).toEqual({ owedSince: at("11:00"), told: null });
  });

  it("that is good again takes the risk away", () => {
    expect(live(promise(), late, good).promise.status).toBe("made");
  });

  it("is answered by telling the customer, with a stop-gap", () => {
    const news: PromiseFact = {
      ...{ type: "tellBadNews", at: at("11:10") },
      ...{ text: "还要两小时。", stopGap: "先用备用机。" },
    };
    const told = live(promise(), late, news, { ...news, at: at("11:20") });
    expect(told.kinds.slice(2)).toEqual(["BadNewsTold", "PromiseFactIgnored"]);
    expect(told.promise.badNews?.told).toMatchObject({ at: at("11:10"), stopGap: "先用备用机。" });
  });
});

describe("renegotiating and withdrawing", () => {
  it.each([
    ["agreed in time", { type: "renegotiate", at: at("15:00"), agreed: true }, "renegotiated"],
    ["not agreed", { type: "renegotiate", at: at("15:00"), agreed: false }, "made"],
    ["agreed too late", { type: "renegotiate", at: at("16:01"), agreed: true }, "broken"],
    ["withdrawn in time", { type: "withdraw", at: at("15:00") }, "withdrawn"],
    ["withdrawn too late", { type: "withdraw", at: at("16:01") }, "broken"],
  ] as const)("%s", (_, fact, status) => {
    const after = live(promise(), fact).promise;
    expect(after.status).toBe(status);
    expect(nextPromiseWake(after) === null).toBe(!isOpenPromise(after));
  });
});
