// Where the clocks meet calendars: weekends, clock changes, holidays, pauses outside hours.
import { compileCalendar } from "@kefu/calendar";
import { describe, expect, it } from "vitest";
import type { EscalationPolicyInput } from "../src/index.ts";
import { DESKS, kinds, oneTarget, story } from "./story.ts";

type Target = Parameters<typeof oneTarget>[0];
const firstResponse = (minutes: number): Target => ({
  metric: "firstResponse",
  budget: { working: { minutes } },
});
const resolution = (minutes: number): Target => ({
  metric: "resolution",
  budget: { working: { minutes } },
});

describe("when it is due", () => {
  const windows = (timeZone: string, from: string, to: string) =>
    compileCalendar({ timeZone, weekly: { sun: [[from, to]] } });
  const holiday = compileCalendar({
    timeZone: "Europe/Berlin",
    weekly: { daily: [["08:00", "18:00"]], sat: [], sun: [] },
    holidays: ["2026-05-01"],
  });
  const shanghai = compileCalendar({
    timeZone: "Asia/Shanghai",
    weekly: { daily: [["09:00", "18:00"]], sat: [], sun: [] },
    dates: { "2026-10-10": [["09:00", "18:00"]] },
    holidays: ["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`),
  });
  it.each([
    [
      "1 a weekend with spring-forward",
      DESKS.newYork,
      "2026-03-06T21:30:00Z",
      firstResponse(240),
      "2026-03-09T16:30:00Z",
    ],
    [
      "2 a night shift through fall-back",
      DESKS.berlinNight,
      "2026-10-24T20:00:00Z",
      firstResponse(480),
      "2026-10-25T04:00:00Z",
    ],
    [
      "3 a window that starts in the skipped hour",
      windows("America/New_York", "02:30", "04:00"),
      "2026-03-08T06:00:00Z",
      firstResponse(60),
      "2026-03-08T08:00:00Z",
    ],
    [
      "4 a window inside the repeated hour",
      windows("America/New_York", "01:00", "01:30"),
      "2026-11-01T04:00:00Z",
      firstResponse(45),
      "2026-11-01T06:15:00Z",
    ],
    [
      "5 a midnight that is skipped",
      windows("America/Sao_Paulo", "00:00", "06:00"),
      "2017-10-15T00:00:00Z",
      firstResponse(300),
      "2017-10-15T08:00:00Z",
    ],
    [
      "5 half an hour that is repeated",
      windows("Australia/Lord_Howe", "00:00", "24:00"),
      "2026-04-04T00:00:00Z",
      firstResponse(1470),
      "2026-04-05T13:30:00Z",
    ],
    [
      "6 an exact fill",
      DESKS.newYork,
      "2026-05-04T13:00:00Z",
      firstResponse(480),
      "2026-05-04T21:00:00Z",
    ],
    [
      "7 a closed day before another",
      holiday,
      "2026-05-01T10:00:00Z",
      firstResponse(240),
      "2026-05-04T10:00:00Z",
    ],
    [
      "8 a compensation workday",
      shanghai,
      "2026-09-30T09:00:00Z",
      resolution(27 * 60),
      "2026-10-10T09:00:00Z",
    ],
  ])("%s", (_, desk, at, target, due) => {
    const { tell, due: dueOf } = story(oneTarget(target), { desk });
    tell({ type: "open", at });
    expect(dueOf(target.metric, at)).toBe(due);
  });
});

describe("6 the verdict compares instants", () => {
  it.each([
    ["at the due", "2026-05-04T21:00:00Z", "TargetMet", "met"],
    ["a millisecond after", "2026-05-04T21:00:00.001Z", "FulfilledLate", "breached"],
    ["at eight in the evening", "2026-05-05T00:00:00Z", "FulfilledLate", "breached"],
    ["at the next opening", "2026-05-05T13:00:00Z", "FulfilledLate", "breached"],
  ])("an answer %s", (_, at, kind, verdict) => {
    const {
      tell,
      verdict: verdictOf,
      view,
    } = story(oneTarget(firstResponse(480)), {
      desk: DESKS.newYork,
    });
    tell({ type: "open", at: "2026-05-04T13:00:00Z" });
    expect(kinds(tell({ type: "agentMessage", at }))).toContain(kind);
    expect(verdictOf("firstResponse", at)).toBe(verdict);
    expect(view(at).clocks[0]?.workedMilliseconds).toBe(480 * 60_000);
  });
});

describe("pauses", () => {
  it("9 outside opening hours do not extend", () => {
    const { tell, due } = story(oneTarget(resolution(360)), { desk: DESKS.utc });
    tell({ type: "open", at: "2026-03-04T04:00:00Z" });
    tell({ type: "setState", state: "pending", at: "2026-03-04T04:15:00Z" });
    expect(due("resolution", "2026-03-04T04:30:00Z")).toBeNull();
    tell({ type: "setState", state: "open", at: "2026-03-04T05:00:00Z" });
    expect(due("resolution", "2026-03-04T05:00:00Z")).toBe("2026-03-04T16:00:00Z");
  });

  it("10 over a weekend and a clock change", () => {
    const { tell, due } = story(oneTarget(resolution(240)), { desk: DESKS.newYork });
    tell({ type: "open", at: "2026-03-06T20:00:00Z" });
    tell({ type: "setState", state: "pending", at: "2026-03-06T21:00:00Z" });
    tell({ type: "setState", state: "open", at: "2026-03-09T14:00:00Z" });
    expect(due("resolution", "2026-03-09T14:00:00Z")).toBe("2026-03-09T17:00:00Z");
  });

  it("11 that flap, and go from one into another", () => {
    const policy = oneTarget({ ...resolution(120), pause: { states: ["pending", "on-hold"] } });
    const { tell, due, view } = story(policy, { desk: DESKS.always });
    const at = (time: string) => `2026-06-01T${time}Z`;
    tell({ type: "open", at: at("09:00:00") });
    const states: [string, string][] = [
      ["10:00:10", "pending"],
      ["10:00:20", "open"],
      ["10:00:30", "pending"],
      ["10:00:40", "open"],
      ["10:30:00", "pending"],
      ["10:45:00", "on-hold"],
      ["11:15:00", "open"],
    ];
    const told = states.map(([time, state]) =>
      kinds(tell({ type: "setState", state, at: at(time) })),
    );
    expect(told[5]).toEqual([]);
    expect(due("resolution", at("11:15:00"))).toBe(at("11:45:20"));
    expect(view(at("11:15:00")).nextWakeAt).toBe(Date.parse(at("11:45:20")));
  });

  it("12 in the same breath as an answer leave the answer in time", () => {
    const policy: EscalationPolicyInput = oneTarget({
      ...firstResponse(30),
      pause: { states: ["pending"] },
    });
    const { tell, view } = story(policy, { desk: DESKS.always });
    tell({ type: "open", at: "2026-06-01T09:00:00Z" });
    tell({ type: "setState", state: "pending", at: "2026-06-01T09:05:00Z", id: "a" });
    tell({ type: "agentMessage", at: "2026-06-01T09:05:00Z", id: "b" });
    const [clock] = view("2026-06-01T09:05:00Z").clocks;
    expect(clock).toMatchObject({ verdict: "met", workedMilliseconds: 300_000 });
  });
});
