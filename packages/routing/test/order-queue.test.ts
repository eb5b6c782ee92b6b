import { explainBecause, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { orderQueue, routingMessages, type WorkItemInput } from "../src/index.ts";
import { at, NOW } from "./desks.ts";

const item = (id: string, more: Partial<WorkItemInput> = {}): WorkItemInput => ({
  id,
  openedAt: NOW,
  ...more,
});
const order = (...items: WorkItemInput[]) => orderQueue(items, NOW).map(({ id }) => id);

describe("orderQueue", () => {
  it.each([
    ["the earlier due", [item("b", { dueAt: NOW + 2 }), item("a", { dueAt: NOW + 1 })], "a"],
    ["the higher priority", [item("b", { priority: "low" }), item("a", { priority: "high" })], "a"],
    ["the older", [item("b"), item("a", { openedAt: NOW - 1 })], "a"],
    [
      "a low one that has waited",
      [
        item("b", { priority: "urgent" }),
        item("a", { priority: "low", openedAt: NOW - 24 * 3_600_000 }),
      ],
      "a",
    ],
    [
      "an urgent one until then",
      [
        item("b", { priority: "urgent" }),
        item("a", { priority: "low", openedAt: NOW - 23 * 3_600_000 }),
      ],
      "b",
    ],
    [
      "on a tie the higher priority",
      [item("a", { dueAt: NOW + 1 }), item("b", { dueAt: NOW + 1, priority: "high" })],
      "b",
    ],
    [
      "then the older",
      [item("a", { dueAt: NOW + 1 }), item("b", { dueAt: NOW + 1, openedAt: NOW - 1 })],
      "b",
    ],
    ["then the id", [item("b"), item("a")], "a"],
  ])("%s goes first", (_, items, first) => {
    expect(order(...items)[0]).toBe(first);
  });

  it("tells by when, how far off that is, and why", () => {
    const dueAt = at("2026-11-24T09:00Z");
    const [overdue, fresh] = orderQueue(
      [
        item("fresh", { priority: "urgent" }),
        item("overdue", { openedAt: NOW - 7_200_000, dueAt }),
      ],
      NOW,
    );
    expect(overdue).toMatchObject({ serveBy: dueAt, slackMilliseconds: -3_600_000 });
    expect(fresh && isoOf(fresh.serveBy)).toBe("2026-11-24T10:30:00.000Z");
    expect(fresh && explainBecause(fresh.because, "en", routingMessages)).toBe(
      "May wait until 2026-11-24T10:30:00.000Z at priority urgent.",
    );
  });

  it("takes the limits from the policy", () => {
    const [one] = orderQueue([item("a")], NOW, { normal: { minutes: 1 } });
    expect(one?.slackMilliseconds).toBe(60_000);
  });

  it("holds a due before the ticket came for due at once", () => {
    const [one] = orderQueue([item("a", { dueAt: NOW - 5 })], NOW);
    expect(one?.serveBy).toBe(NOW);
  });

  it("orders nothing", () => {
    expect(orderQueue([], NOW)).toEqual([]);
  });
});
