import { type Instant, instant } from "@kefu/core";
import { expect, it } from "vitest";
import { realAt, simulatedAt } from "../src/simulated-clock.ts";

const start = instant("2026-03-23T00:00:00Z");
const clock = { realStart: 1_000_000, start, speed: 40_320 };

it.each([0, 1, 40_319, 40_320, 40_321, 86_400_000])(
  "comes to the moment after %i milliseconds not a millisecond early",
  (after) => {
    const at = (start + after) as Instant;
    const real = realAt(clock, at);
    expect(simulatedAt(clock, real)).toBeGreaterThanOrEqual(at);
    expect(simulatedAt(clock, real - 1)).toBeLessThan(at);
  },
);
