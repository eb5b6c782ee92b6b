import { accumulate, instant } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectMergeable } from "../../../../scripts/mergeable.ts";
import { bestSendHour, type MessageResponse, responseHours } from "../../src/index.ts";

const counts = (...pairs: [hour: number, count: number][]) =>
  Array.from({ length: 24 }, (_, hour) => pairs.find(([of]) => of === hour)?.[1] ?? 0);

describe("the hour to write at", () => {
  it.each<[string, number[], number]>([
    ["the one with most responses", counts([9, 12], [15, 13]), 15],
    ["the earlier of two alike", counts([15, 12], [9, 12]), 9],
    ["not before the first hour", counts([7, 90], [8, 1]), 8],
    ["not after the last hour", counts([20, 1], [21, 90]), 20],
    ["the fallback, one response short of enough", counts([15, 19]), 10],
    ["known with just enough", counts([15, 20]), 15],
    ["the fallback, where all answered at night", counts([3, 50]), 10],
  ])("%s", (_, responses, hour) => {
    expect(bestSendHour({}, responses).hour).toBe(hour);
  });

  it("says how sure it is", () => {
    const { because, interval } = bestSendHour({}, counts([9, 30], [15, 10]));
    expect(because).toEqual({ code: "past-responses", facts: { count: 30, total: 40 } });
    expect(interval?.lower).toBeCloseTo(0.598, 3);
    expect(interval?.upper).toBeCloseTo(0.858, 3);
    expect(bestSendHour({}, counts()).interval).toBeUndefined();
  });

  it("counts responses on the customer's clock, and none of machines", () => {
    const at = instant("2026-03-29T01:30:00Z");
    const responses = [
      { at, timeZone: "Europe/Berlin" },
      { at, timeZone: "Asia/Kolkata" },
      { at, timeZone: "America/St_Johns", machine: true },
    ];
    const sum = accumulate(responseHours, responses);
    expect(sum).toEqual(counts([3, 1], [7, 1]));
  });

  it("counts alike, however the responses are split", () => {
    const response = fc.record({
      at: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }),
      timeZone: fc.constantFrom("Europe/Berlin", "Australia/Lord_Howe"),
      machine: fc.boolean(),
    });
    expectMergeable(responseHours, response as unknown as fc.Arbitrary<MessageResponse>);
  });

  it.each([
    [{ toHour: 24 }, ["toHour"]],
    [{ fromHour: 9, toHour: 8 }, ["toHour"]],
    [{ minimumResponses: 0 }, ["minimumResponses"]],
  ])("refuses %j", (policy, path) => {
    expect(() => bestSendHour(policy, counts())).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
    );
  });
});
