import { expectTypeOf, it } from "vitest";
import {
  boughtTogether,
  fitEase,
  fitItemItem,
  type ItemItemMode,
  type ItemModelJson,
  type ItemModelMode,
  itemModelSnapshot,
  type Pair,
  recommend,
  splitByTime,
} from "../src/index.ts";

const model = fitItemItem([["tea", "cup"]]);

it("tells what each function gives", () => {
  expectTypeOf(fitEase([])).toEqualTypeOf(model);
  expectTypeOf(itemModelSnapshot(model)).toEqualTypeOf<ArrayBuffer>();
  expectTypeOf(itemModelSnapshot(model, { as: "json" })).toEqualTypeOf<ItemModelJson>();
  expectTypeOf<ItemModelMode>().toEqualTypeOf<ItemItemMode | "ease">();
  expectTypeOf(recommend(model, ["tea"]).items[0]?.because.code).toEqualTypeOf<
    "bought-with" | "goes-with" | "popular" | undefined
  >();
  const found = boughtTogether(model, "tea");
  if (found.outcome === "found") expectTypeOf(found.pairs).toEqualTypeOf<readonly Pair[]>();
  const orders = [{ id: 1, at: 1 as Parameters<typeof splitByTime>[1] }];
  expectTypeOf(splitByTime(orders, orders[0]?.at as never).before[0]?.id).toEqualTypeOf<
    number | undefined
  >();
});

it("refuses what is no option", () => {
  // @ts-expect-error EASE has a function of its own
  const ease = () => fitItemItem([], { mode: "ease" });
  // @ts-expect-error only fitting and loading make models
  const forged = () => recommend({ kind: "item-model", mode: "sar", baskets: 1, items: 1 }, []);
  expectTypeOf(ease).returns.toEqualTypeOf(model);
  expectTypeOf(forged).returns.toHaveProperty("items");
});
