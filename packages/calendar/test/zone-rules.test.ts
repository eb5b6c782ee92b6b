import { describe, expect, it } from "vitest";
import { compileCalendar, type ZoneRules, zoneRulesOf } from "../src/index.ts";
import { at } from "./desks.ts";

const secondsOf = ({ offsets }: ZoneRules) => offsets.map(({ seconds }) => seconds);

describe("offsets that readers of Intl get wrong", () => {
  it.each<[string, string, string, number[]]>([
    ["Africa/Monrovia", "1971-06-01T00:00Z", "1972-06-01T00:00Z", [-2670, 0]],
    ["Europe/Amsterdam", "1850-01-01T00:00Z", "1851-01-01T00:00Z", [1050]],
    ["Australia/Lord_Howe", "2026-01-01T00:00Z", "2026-12-01T00:00Z", [39_600, 37_800, 39_600]],
    ["Pacific/Apia", "2011-10-01T00:00Z", "2012-02-01T00:00Z", [-36_000, 50_400]],
    ["America/Recife", "2000-10-01T00:00Z", "2000-11-01T00:00Z", [-10_800, -7200, -10_800]],
    ["Africa/Casablanca", "2026-01-01T00:00Z", "2026-06-01T00:00Z", [3600, 0, 3600]],
    ["America/New_York", "2150-01-01T00:00Z", "2151-01-01T00:00Z", [-18_000, -14_400, -18_000]],
    ["utc", "2026-01-01T00:00Z", "2027-01-01T00:00Z", [0]],
  ])("%s from %s to %s", (timeZone, from, to, seconds) => {
    expect(secondsOf(zoneRulesOf(timeZone, at(from), at(to)))).toEqual(seconds);
  });

  it("changes are found to the second, and one at the very end is left out", () => {
    const change = at("2026-03-08T07:00:00Z");
    const from = at("2026-03-01T00:00Z");
    const after = zoneRulesOf("America/New_York", from, at("2026-03-08T07:00:00.001Z"));
    expect(after.offsets).toEqual([
      { from, seconds: -18_000 },
      { from: change, seconds: -14_400 },
    ]);
    expect(secondsOf(zoneRulesOf("America/New_York", from, change))).toEqual([-18_000]);
  });
});

describe("snapshots that are refused", () => {
  const policy = { timeZone: "Europe/Berlin", weekly: {} };
  const rules = zoneRulesOf("Europe/Berlin", at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z"));
  const [first, second] = rules.offsets;
  it.each([
    ["of another zone", { ...rules, timeZone: "Europe/Dublin" }, "timeZone: must be the policy's"],
    ["without offsets", { ...rules, offsets: [] }, "offsets"],
    ["out of order", { ...rules, offsets: [first, second, second] }, "offsets"],
    ["that begin late", { ...rules, offsets: [second] }, "offsets"],
    ["without length", { ...rules, to: rules.from }, "to"],
    ["with a day and more", { ...rules, offsets: [{ ...first, seconds: 86_401 }] }, "seconds"],
    ["that are none", 5, "zoneRules"],
  ])("%s", (_, zoneRules, place) => {
    expect(() => compileCalendar(policy, { zoneRules: zoneRules as never })).toThrow(place);
  });

  it("the zone must exist, and the span run forwards", () => {
    const [from, to] = [at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z")];
    expect(() => zoneRulesOf("Nowhere", from, to)).toThrow(
      'time zone: "Nowhere" is no known IANA time zone',
    );
    expect(() => zoneRulesOf(5 as never, from, to)).toThrow(
      "time zone: is no known IANA time zone",
    );
    expect(() => compileCalendar({ timeZone: "Europe/Atlantis", weekly: {} })).toThrow(
      'timeZone: "Europe/Atlantis" is no known IANA time zone',
    );
    expect(() => zoneRulesOf("UTC", to, from)).toThrow("to: must lie after from");
    expect(() => zoneRulesOf("UTC", from, from)).toThrow("to: must lie after from");
  });
});

it("calls a zone as it was asked for, whoever asked before in another case", () => {
  const weekly = {};
  expect(compileCalendar({ timeZone: "EUROPE/rome", weekly }).timeZone).toBe("EUROPE/rome");
  expect(compileCalendar({ timeZone: "Europe/Rome", weekly }).timeZone).toBe("Europe/Rome");
});
