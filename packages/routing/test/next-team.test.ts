import { isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { nextTeam, type TeamShift } from "../src/index.ts";
import { at, calendars } from "./desks.ts";

const told = (shift: TeamShift | null) =>
  shift && `${shift.teamId} ${isoOf(shift.from)}..${shift.until && isoOf(shift.until)}`;
const ask = (teams: readonly string[], moment: string, holder?: string) => {
  const listed = teams.map((id) => ({ id, calendar: id }));
  const options = holder === undefined ? { calendars } : { calendars, holder };
  const result = nextTeam(listed, at(moment), options);
  const now = result.outcome === "on-duty" ? told(result.now) : null;
  return [now, told(result.next)];
};

describe("nextTeam", () => {
  const both = ["berlin", "newYork"];

  // A Friday between the clock changes of America and Europe: Berlin 07–15, New York 13–21 UTC.
  it.each([
    ["2026-03-20T06:59:59Z", null, "berlin 2026-03-20T07:00:00.000Z..2026-03-20T15:00:00.000Z"],
    [
      "2026-03-20T07:00:00Z",
      "berlin 2026-03-20T07:00:00.000Z..2026-03-20T15:00:00.000Z",
      "newYork 2026-03-20T15:00:00.000Z..2026-03-20T21:00:00.000Z",
    ],
    [
      "2026-03-20T13:00:00Z",
      "newYork 2026-03-20T13:00:00.000Z..2026-03-20T21:00:00.000Z",
      "berlin 2026-03-23T07:00:00.000Z..2026-03-23T15:00:00.000Z",
    ],
    ["2026-03-20T21:00:00Z", null, "berlin 2026-03-23T07:00:00.000Z..2026-03-23T15:00:00.000Z"],
  ])("at %s", (moment, now, next) => {
    expect(ask(both, moment)).toEqual([now, next]);
  });

  it("leaves a ticket with the team that has it, until that closes", () => {
    expect(ask(both, "2026-03-20T14:30Z", "berlin")).toEqual([
      "berlin 2026-03-20T14:30:00.000Z..2026-03-20T15:00:00.000Z",
      "newYork 2026-03-20T15:00:00.000Z..2026-03-20T21:00:00.000Z",
    ]);
    expect(ask(both, "2026-03-20T15:00Z", "berlin")[0]).toContain("newYork");
    expect(ask(both, "2026-03-20T14:30Z", "nobody")[0]).toContain("newYork");
  });

  it("a week later moves Berlin alone, after Europe's change", () => {
    expect(ask(both, "2026-03-30T06:00Z")[0]).toContain("..2026-03-30T14:00:00.000Z");
    expect(ask(both, "2026-03-30T13:00Z")[0]).toContain("..2026-03-30T21:00:00.000Z");
  });

  it.each([
    [
      ["utc"],
      "utc 2026-03-20T12:00:00.000Z..2026-03-20T17:00:00.000Z",
      "utc 2026-03-23T09:00:00.000Z..2026-03-23T17:00:00.000Z",
    ],
    [["always", "utc"], "always 2026-03-20T12:00:00.000Z..null", null],
    [["never"], null, null],
    [[], null, null],
  ])("of %j", (teams, now, next) => {
    expect(ask(teams, "2026-03-20T12:00Z")).toEqual([now, next]);
  });

  it("does not depend on the order of the teams; ties go to the id", () => {
    const calendar = "utc";
    const [b, a] = [
      { id: "b", calendar },
      { id: "a", calendar },
    ];
    const moment = at("2026-03-20T12:00Z");
    for (const teams of [
      [a, b],
      [b, a],
    ]) {
      expect(nextTeam(teams, moment, { calendars })).toMatchObject({ now: { teamId: "a" } });
    }
  });

  it("refuses a team listed twice and a calendar that is not there", () => {
    const team = { id: "a", calendar: "utc" };
    for (const teams of [[team, team], [{ id: "a", calendar: "mars" }]]) {
      expect(() => nextTeam(teams, at("2026-03-20T12:00Z"), { calendars })).toThrow(
        expect.objectContaining({ code: "invalid-input" }),
      );
    }
  });
});
