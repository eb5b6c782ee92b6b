import { type Instant, instant } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildWakeIndex, type WakeIndex } from "../src/index.ts";

const at = (ms: number) => instant(ms);

it("takes out what is due at the very moment, once", () => {
  const index = buildWakeIndex([
    ["a", at(5)],
    ["b", at(6)],
  ]);
  expect([index.takeDue(at(4)), index.takeDue(at(5)), index.takeDue(at(5))]).toEqual([
    [],
    ["a"],
    [],
  ]);
  expect([index.size(), index.nextWakeAt()]).toEqual([1, 6]);
});

it("forgets a ticket that needs no look", () => {
  const index = buildWakeIndex([["a", at(5)]]);
  index.set("a", null);
  index.set("b", null);
  expect([index.size(), index.nextWakeAt(), index.takeDue(at(9))]).toEqual([0, null, []]);
});

it("answers as a sorted list would, whatever was set and taken out in between", () => {
  const set = fc.tuple(fc.constantFrom(..."abcdefgh"), fc.option(fc.nat(20)));
  const take = fc.tuple(fc.constant(null), fc.nat(20));
  fc.assert(
    fc.property(fc.array(fc.oneof(set, take), { maxLength: 60 }), (steps) => {
      const index = buildWakeIndex();
      const list = new Map<string, number>();
      for (const [id, moment] of steps) {
        if (id === null) expect(index.takeDue(at(moment ?? 0))).toEqual(taken(list, moment ?? 0));
        else put(list, id, index, moment);
      }
      const earliest = Math.min(...list.values());
      expect(index.nextWakeAt()).toBe(list.size === 0 ? null : earliest);
    }),
  );
});

function put(list: Map<string, number>, id: string, index: WakeIndex, moment: number | null) {
  index.set(id, moment as Instant | null);
  if (moment === null) list.delete(id);
  else list.set(id, moment);
}

function taken(list: Map<string, number>, until: number): readonly string[] {
  const due = [...list].filter(([, wake]) => wake <= until);
  due.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  for (const [id] of due) list.delete(id);
  return due.map(([id]) => id);
}
