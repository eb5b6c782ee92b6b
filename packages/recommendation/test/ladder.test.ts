import { describe, expect, it } from "vitest";
import { type CatalogueItemInput, ladder } from "../src/index.ts";

const item = (itemId: string, amountMinor: number, more: Partial<CatalogueItemInput> = {}) => ({
  itemId,
  price: { amountMinor, currency: "EUR" },
  ...more,
});
const stepsOf = (catalogue: CatalogueItemInput[], options = {}) => {
  const found = ladder(catalogue, "here", { limit: 10, ...options });
  return found.outcome === "found" ? found.steps.map(({ itemId }) => itemId) : found.outcome;
};

describe("a step up in price", () => {
  it.each([
    [1099, "no-step"],
    [1100, ["there"]],
    [2500, ["there"]],
    [2501, "no-step"],
  ])("%i for 1000", (price, expected) => {
    const family = "pots";
    expect(stepsOf([item("here", 1000, { family }), item("there", price, { family })])).toEqual(
      expected,
    );
  });

  it("has none from a price of 0, to another currency, or to the same price", () => {
    const family = "pots";
    expect(stepsOf([item("here", 0, { family }), item("there", 5, { family })])).toBe("no-step");
    expect(
      stepsOf([item("here", 9, { family }), item("there", 9, { family })], { minStep: 1 }),
    ).toBe("no-step");
    const foreign = {
      ...item("there", 15, { family }),
      price: { amountMinor: 15, currency: "USD" as const },
    };
    expect(stepsOf([item("here", 10, { family }), foreign])).toBe("no-step");
  });
});

describe("family and order", () => {
  it("offers the most popular first, then the cheaper", () => {
    const of = (id: string, price: number, popularity: number, family = "pots") =>
      item(id, price, { family, popularity });
    const catalogue = [
      of("here", 100, 9),
      of("a", 200, 1),
      of("b", 190, 5),
      of("c", 180, 5),
      of("d", 150, 9, "cups"),
    ];
    expect(stepsOf(catalogue)).toEqual(["c", "b", "a"]);
    expect(stepsOf(catalogue, { limit: 1 })).toEqual(["c"]);
  });

  it("goes by rare words where there is no family, in English and Chinese", () => {
    const named = (id: string, price: number, name: string) => item(id, price, { name });
    const english = [
      named("here", 100, "Red retrospot teapot"),
      named("a", 150, "Large enamel teapot"),
      named("b", 150, "Red candle"),
      named("c", 150, "Blue scarf"),
      named("d", 150, "Red apron"),
    ];
    expect(stepsOf(english)).toEqual(["a"]);
    const chinese = [
      named("here", 100, "宜兴紫砂茶壶"),
      named("a", 150, "青瓷茶壶"),
      named("b", 150, "棉质围巾"),
    ];
    expect(stepsOf(chinese)).toEqual(["a"]);
  });

  it("does not compare what has a family with what has none", () => {
    expect(
      stepsOf([
        item("here", 100, { name: "tea pot" }),
        item("a", 150, { name: "tea pot", family: "pots" }),
      ]),
    ).toBe("no-step");
  });

  it("does not know what is not in the catalogue", () => {
    expect(ladder([], "__proto__")).toEqual({ outcome: "unknown-item", itemId: "__proto__" });
    expect(() => ladder([item("a", 1)], "a", { minStep: 3 })).toThrow(
      "maxStep: must not be below minStep",
    );
  });
});
