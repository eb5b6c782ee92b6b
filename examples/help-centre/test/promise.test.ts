import { instant, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { dutiesOf } from "../src/desk/duty.ts";
import { deskState, promiseReason, workingTimeLeft } from "../src/desk/promise.ts";
import { openingFacts, tell, UNTOLD, viewAt } from "../src/desk/ticket-course.ts";

// Winter time in Amsterdam is +01:00, summer time +02:00.
describe("the first answer is due", () => {
  it.each([
    ["within a day", "question", "2026-11-24T10:00:00+01:00", "2026-11-24T14:00:00+01:00"],
    ["a complaint sooner", "complaint", "2026-11-24T10:00:00+01:00", "2026-11-24T12:00:00+01:00"],
    ["exactly at closing", "question", "2026-11-24T16:00:00+01:00", "2026-11-24T20:00:00+01:00"],
    ["a second more", "question", "2026-11-24T16:00:01+01:00", "2026-11-25T08:00:01+01:00"],
    ["at night", "question", "2026-11-24T23:00:00+01:00", "2026-11-25T12:00:00+01:00"],
    ["over Sunday", "question", "2026-11-28T16:00:00+01:00", "2026-11-30T11:00:00+01:00"],
    ["over Christmas", "question", "2026-12-24T19:00:00+01:00", "2026-12-28T11:00:00+01:00"],
    ["King's Day 2027", "question", "2027-04-26T18:00:00+02:00", "2027-04-28T10:00:00+02:00"],
    ["Easter 2028", "question", "2028-04-15T15:00:00+02:00", "2028-04-18T10:00:00+02:00"],
    [
      "over the change of clocks",
      "question",
      "2026-10-24T16:00:00+02:00",
      "2026-10-26T11:00:00+01:00",
    ],
  ] as const)("%s", (_title, kind, askedAt, dueAt) => {
    const at = instant(askedAt);
    const facts = openingFacts({ key: "t", kind, at, journey: { steps: [], verdicts: [] } });
    const [duty] = dutiesOf(viewAt(tell(UNTOLD, facts).state, at));
    expect(isoOf(duty?.dueAt ?? at)).toBe(isoOf(instant(dueAt)));
  });
});

describe("deskState", () => {
  it.each([
    ["2026-11-24T07:59:59+01:00", "closed", "2026-11-24T08:00:00+01:00"],
    ["2026-11-24T08:00:00+01:00", "open", "2026-11-24T20:00:00+01:00"],
    ["2026-11-24T19:59:59+01:00", "open", "2026-11-24T20:00:00+01:00"],
    ["2026-11-24T20:00:00+01:00", "closed", "2026-11-25T08:00:00+01:00"],
    ["2026-11-28T16:59:59+01:00", "open", "2026-11-28T17:00:00+01:00"],
    ["2026-11-29T12:00:00+01:00", "closed", "2026-11-30T08:00:00+01:00"],
  ] as const)("%s: %s until %s", (at, status, until) => {
    expect(deskState(instant(at))).toEqual({ status, until: instant(until) });
  });
});

describe("workingTimeLeft", () => {
  it("counts working time only, and below zero when late", () => {
    const due = instant("2026-11-25T09:00:00+01:00");
    expect(workingTimeLeft(instant("2026-11-24T19:00:00+01:00"), due)).toBe(2 * 3_600_000);
    expect(workingTimeLeft(instant("2026-11-25T10:30:00+01:00"), due)).toBe(-1.5 * 3_600_000);
  });
});

describe("promiseReason", () => {
  it.each([
    [
      "en",
      "2026-11-24T10:00:00+01:00",
      "We answer within 4 working hours, and the desk closes today at 20:00.",
    ],
    [
      "en",
      "2026-11-24T18:00:00+01:00",
      "We answer within 4 working hours. The desk closes today at 20:00 and opens again tomorrow at 08:00; the time in between doesn’t count.",
    ],
    [
      "en",
      "2026-11-28T18:00:00+01:00",
      "We answer within 4 working hours. The desk is closed until Monday 30 November, 08:00; that is when they begin.",
    ],
    [
      "zh-Hans",
      "2026-11-24T18:00:00+01:00",
      "我们会在 4 个工作小时内回复。客服今天 20:00 下班，明天 08:00 恢复服务，中间的时间不计算在内。",
    ],
    [
      "zh-Hant",
      "2026-11-28T18:00:00+01:00",
      "我們會在 4 個工作小時內回覆。客服目前休息，11月30日星期一 08:00 恢復服務，從那時開始計算。",
    ],
  ] as const)("%s at %s", (locale, at, sentence) => {
    expect(promiseReason("question", instant(at), instant(at), locale)).toBe(sentence);
  });
});
