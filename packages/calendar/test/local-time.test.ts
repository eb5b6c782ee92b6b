import { describe, expect, it } from "vitest";
import { localDateOf, localToInstant } from "../src/index.ts";
import { at, iso } from "./desks.ts";

describe("a wall time", () => {
  it.each([
    ["America/Los_Angeles", "2006-01-04", "12:30:09", "2006-01-04T20:30:09.000Z"],
    ["America/Sao_Paulo", "2015-10-17", "24:00", "2015-10-18T03:00:00.000Z"],
    ["Asia/Kolkata", "2026-06-04", "17:00", "2026-06-04T11:30:00.000Z"],
    ["Europe/Berlin", "2026-03-29", "01:59:59", "2026-03-29T00:59:59.000Z"],
    ["Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00:00.000Z"],
    ["Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
    ["Europe/Berlin", "2026-10-25", "01:59", "2026-10-24T23:59:00.000Z"],
    ["Europe/Berlin", "2026-10-25", "02:00", "2026-10-25T00:00:00.000Z"],
    ["Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
    ["Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T22:00:00.000Z"],
    ["Pacific/Apia", "2011-12-31", "00:00", "2011-12-30T10:00:00.000Z"],
  ])("in %s on %s at %s", (zone, date, time, expected) => {
    expect(iso(localToInstant(zone, date, time))).toBe(expected);
  });

  it.each([
    ["2026-03-29", "02:30", "2026-03-29T00:30Z", "2026-03-29T01:30Z", "2026-03-29T01:30Z"],
    ["2026-10-25", "02:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T00:30Z"],
    ["2026-10-26", "02:30", "2026-10-26T01:30Z", "2026-10-26T01:30Z", "2026-10-26T01:30Z"],
  ])("on %s at %s: earlier %s, later %s, compatible %s", (date, time, earlier, later, usual) => {
    const ask = (disambiguation: "earlier" | "later" | "compatible") =>
      localToInstant("Europe/Berlin", date, time, { disambiguation });
    expect(ask("earlier")).toBe(at(earlier));
    expect(ask("later")).toBe(at(later));
    expect(ask("compatible")).toBe(at(usual));
  });

  it.each([
    ["Nowhere", "2026-01-01", "09:00", "invalid-input"],
    ["UTC", "2026-02-29", "09:00", "invalid-input"],
    ["UTC", "2026-01-01", "24:01", "invalid-input"],
    ["UTC", "1799-12-31", "23:59", "out-of-range"],
    ["UTC", "9999-12-31", "09:00", "out-of-range"],
  ])("%s %s %s is refused: %s", (zone, date, time, code) => {
    const ask = () => localToInstant(zone, date, time);
    expect(ask).toThrow(expect.objectContaining({ code }));
  });
});

describe("the local date", () => {
  it.each([
    ["Pacific/Apia", "2011-12-30T09:59:59.999Z", "2011-12-29"],
    ["Pacific/Apia", "2011-12-30T10:00:00.000Z", "2011-12-31"],
    ["Asia/Shanghai", "2026-12-31T15:59:59.999Z", "2026-12-31"],
    ["Asia/Shanghai", "2026-12-31T16:00:00.000Z", "2027-01-01"],
  ])("in %s at %s", (zone, moment, date) => {
    expect(localDateOf(zone, at(moment))).toBe(date);
  });

  it("does not come from the machine", () => {
    const machineZone = process.env["TZ"];
    const resolved = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(machineZone ?? resolved).toBe(resolved);
    expect(localDateOf("Asia/Shanghai", at("2026-12-31T16:00Z"))).toBe("2027-01-01");
  });
});
