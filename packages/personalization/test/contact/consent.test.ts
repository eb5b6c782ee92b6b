import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  type ConsentQuestion,
  type ConsentRecord,
  type ConsentStatus,
  consentStatus,
} from "../../src/index.ts";

const day = (date: number) => instant(Date.UTC(2026, 0, date));
const at = day(20);

/** `"granted 5 email/sale"`: the status, the day of January, and what it names; `*` is all. */
function recordOf(text: string): ConsentRecord {
  const [status, date, scope = "*/*"] = text.split(" ") as [
    ConsentRecord["status"],
    string,
    string,
  ];
  const [channel, topic] = scope.split("/") as [string, string];
  return {
    ...{ purpose: "marketing", status, at: day(Number(date)) },
    ...(channel === "*" ? {} : { channel: channel as "email" }),
    ...(topic === "*" ? {} : { topic }),
  };
}

const sale: ConsentQuestion = { purpose: "marketing", channel: "email", topic: "sale" };

describe("how consent stands", () => {
  it.each<[string, string[], ConsentStatus]>([
    ["nothing was said", [], "missing"],
    ["another channel", ["granted 1 sms/*"], "missing"],
    ["another topic", ["granted 1 */tips"], "missing"],
    ["in general", ["granted 1"], "granted"],
    ["not before it is said", ["granted 21"], "missing"],
    ["at the moment it is said", ["granted 20"], "granted"],
    ["a withdrawal of tomorrow", ["granted 1", "withdrawn 21"], "granted"],
    ["the later one counts", ["withdrawn 1", "granted 2"], "granted"],
    ["the later one counts, in any order", ["granted 2", "withdrawn 1"], "granted"],
    ["the withdrawal of the same moment", ["granted 2", "withdrawn 2"], "withdrawn"],
    ["the withdrawal of the same moment, first", ["withdrawn 2", "granted 2"], "withdrawn"],
    ["topic before general", ["withdrawn 1", "granted 2 */sale"], "granted"],
    ["channel before general", ["withdrawn 1", "granted 2 email/*"], "granted"],
    ["a topic that was left", ["withdrawn 1 */sale", "granted 2"], "withdrawn"],
    [
      "a topic that was left, on a channel",
      ["withdrawn 1 */sale", "granted 2 email/*"],
      "withdrawn",
    ],
    ["a topic that was taken up again", ["withdrawn 1 */sale", "granted 2 */sale"], "granted"],
    ["a channel that was left", ["withdrawn 1 email/*", "granted 2"], "withdrawn"],
    ["a channel that was left, by topic", ["withdrawn 1 email/*", "granted 2 */sale"], "withdrawn"],
    [
      "both named",
      ["withdrawn 1 email/*", "withdrawn 1 */sale", "granted 2 email/sale"],
      "granted",
    ],
    ["everything left later", ["granted 1 email/sale", "withdrawn 2"], "withdrawn"],
    ["everything left in the same moment", ["granted 2 email/sale", "withdrawn 2"], "withdrawn"],
    ["everything left before", ["withdrawn 1", "granted 2 email/sale"], "granted"],
    ["another topic left", ["granted 1", "withdrawn 2 */tips"], "granted"],
    ["only asked", ["pending 1"], "pending"],
    ["asked again", ["granted 1", "pending 2"], "granted"],
    ["asked after leaving", ["granted 1", "withdrawn 2", "pending 3"], "pending"],
    ["asked before leaving", ["pending 1", "withdrawn 2"], "withdrawn"],
  ])("%s", (_, records, status) => {
    expect(consentStatus(records.map(recordOf), sale, at)).toBe(status);
    expect(consentStatus(records.map(recordOf).reverse(), sale, at)).toBe(status);
  });

  it("of all topics takes no consent to one", () => {
    const records = [recordOf("granted 1 */sale")];
    expect(consentStatus(records, { purpose: "marketing", channel: "email" }, at)).toBe("missing");
  });

  it("of one purpose is none of another", () => {
    expect(consentStatus([recordOf("granted 1")], { purpose: "profiling" }, at)).toBe("missing");
  });

  it.each<[number, ConsentStatus]>([
    [-1, "expired"],
    [0, "expired"],
    [1, "granted"],
  ])("expires %d ms from the moment: %s", (left, status) => {
    const record = { ...recordOf("granted 1"), expires: instant(at + left) };
    expect(consentStatus([record], sale, at)).toBe(status);
  });

  it.each<[number | undefined, ConsentStatus]>([
    [undefined, "pending"],
    [1, "pending"],
    [0, "granted"],
  ])("with double opt-in counts once it is confirmed: %s", (late, status) => {
    const confirmation = late === undefined ? {} : { confirmedAt: instant(at + late) };
    const record = { ...recordOf("granted 1"), ...confirmation };
    expect(consentStatus([record], { ...sale, optIn: "double" }, at)).toBe(status);
    expect(consentStatus([record], sale, at)).toBe("granted");
  });

  it("refuses what is no record, with its path", () => {
    const records = [recordOf("granted 1"), { ...recordOf("granted 1"), channel: "pigeon" }];
    expect(() => consentStatus(records as ConsentRecord[], sale, at)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: [1, "channel"] })] }),
    );
  });
});
