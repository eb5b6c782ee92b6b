import { InvalidInputError, KefuError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  fitEase,
  fitItemItem,
  hideOne,
  itemCounts,
  itemFilter,
  loadItemModel,
  recommend,
} from "../src/index.ts";

const boom = () => {
  throw new TypeError("boom");
};
const trap = new Proxy([], { get: boom, getPrototypeOf: boom, ownKeys: boom });
const getter = Object.defineProperty(["tea"], 0, { get: boom });
const holes = new Array(3);
const model = fitItemItem([["tea", "cup"]]);
const sum = itemCounts.add(itemCounts.create(), ["tea"]);
const anything = { field: "stock", op: "gt", value: 0 } as const;

const CALLS: readonly (readonly [string, (given: never) => unknown])[] = [
  ["fitItemItem", (given) => fitItemItem(given)],
  ["fitItemItem, a basket", (given) => fitItemItem([given])],
  ["fitEase", (given) => fitEase(given)],
  ["itemCounts.add", (given) => itemCounts.add(sum, given)],
  ["itemCounts.addAll", (given) => itemCounts.addAll(sum, given)],
  ["itemCounts.merge", (given) => itemCounts.merge(sum, given)],
  ["recommend", (given) => recommend(model, given)],
  ["itemFilter", (given) => itemFilter([given], anything)],
  ["hideOne", (given) => hideOne(given, "seed")],
  ["hideOne, a basket", (given) => hideOne([given], "seed")],
  ["loadItemModel", (given) => loadItemModel(given)],
];

describe.each(CALLS)("%s refuses", (_, call) => {
  it.each([
    ["proxies that throw", trap],
    ["getters that throw", getter],
    ["holes", holes],
  ])("%s", (_name, given) => {
    expect(() => call(given as never)).toThrow(KefuError);
  });
});

it("tells an item count whose id is no text", () => {
  const counts = itemCounts.finish(sum);
  const wrong = { ...counts, items: [Object.create(null), "tea"], counts: [1, 1] };
  expect(() => fitItemItem(wrong as never)).toThrow(InvalidInputError);
});
