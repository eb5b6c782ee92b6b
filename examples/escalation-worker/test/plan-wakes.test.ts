import { instant } from "@kefu/core";
import { expect, it } from "vitest";
import { planWakes } from "../src/chaos/plan-wakes.ts";

const at = instant("2026-03-25T10:00:00Z");
const wakes = Array.from({ length: 400 }, (_, i) => planWakes("seed", `ticket-${i}`, at));

it("plans the same for the same seed", () => {
  expect(planWakes("seed", "ticket-3", at)).toEqual(wakes[3]);
});

it("wakes every ticket, never before its moment, some late and some twice", () => {
  expect(wakes.every(([first]) => first !== undefined && first >= at)).toBe(true);
  expect(wakes.filter(([first]) => first !== undefined && first > at).length).toBeGreaterThan(20);
  expect(wakes.filter((moments) => moments.length === 2).length).toBeGreaterThan(20);
});
