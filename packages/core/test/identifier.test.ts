import * as core from "@kefu/core";
import { describe, expect, it } from "vitest";

const { identifier } = core;

describe("identifiers", () => {
  it.each([
    ["c", true],
    ["客戶 42", true],
    ["a".repeat(128), true],
    ["🛍".repeat(128), true],
    ["a".repeat(129), false],
    ["", false],
    ["a\n", false],
    ["\u0000", false],
    ["\u001f", false],
    ["\u007f", false],
    ["\u009f", false],
    ["\ud800", false],
    [42, false],
    [null, false],
  ])("%j: %s", (value, isTaken) => {
    expect(identifier<"AnyId">().safeParse(value).success).toBe(isTaken);
  });

  it("say what they want", () => {
    expect(() => core.parseInput(core.CustomerId, "customer id", "")).toThrow(
      "customer id: must be 1 to 128 characters without control characters",
    );
  });
});
