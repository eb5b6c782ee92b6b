import {
  Channel,
  Direction,
  InvalidInputError,
  nextServiceLevel,
  SERVICE_LEVELS,
} from "@kefu/core";
import { describe, expect, it } from "vitest";

describe("nextServiceLevel", () => {
  it("goes up the four levels and ends", () => {
    expect(SERVICE_LEVELS).toEqual(["information", "help", "contact", "participation"]);
    expect(SERVICE_LEVELS.map(nextServiceLevel)).toEqual([
      "help",
      "contact",
      "participation",
      undefined,
    ]);
  });

  it.each([["vip"], [""], [null], [0]])("refuses %o", (level) => {
    expect(() => nextServiceLevel(level as never)).toThrow(InvalidInputError);
  });
});

it("channels and directions are these", () => {
  expect(Channel.options.join(" ")).toBe(
    "site community email form chat messenger sms phone post visit",
  );
  expect(Direction.options).toEqual(["inbound", "outbound"]);
});
