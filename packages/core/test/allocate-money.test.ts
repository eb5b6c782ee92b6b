import { allocateMoney, InvalidInputError, type Money, money } from "@kefu/core";
import { describe, expect, it } from "vitest";

describe("allocateMoney", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [100, [1], [100]],
    [100, [0, 1], [0, 100]],
    [1, [0, 0, 1, 1], [0, 0, 1, 0]],
    [0, [1, 2], [0, 0]],
    [10, [1, 2, 4], [1, 3, 6]],
    [5, [3, 7], [2, 3]],
    [5, [7, 3], [4, 1]],
    [100, [5_000, 2_500, 2_500], [50, 25, 25]],
    [7, [1, 1, 5], [1, 1, 5]],
    [3, [1, 5, 1, 5], [1, 1, 0, 1]],
  ])("%d by %o", (amountMinor, weights, parts) => {
    const allocated = allocateMoney(money(amountMinor, "EUR"), weights);
    expect(allocated).toEqual(parts.map((part) => money(part, "EUR")));
  });

  it("is exact for the largest amounts and weights", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const parts = allocateMoney(money(most, "JPY"), [most, most]);
    expect(parts.map(({ amountMinor }) => amountMinor)).toEqual([2 ** 52, 2 ** 52 - 1]);
  });

  it.each([
    [[], "weights: must have a weight above zero"],
    [[0, 0], "weights: must have a weight above zero"],
    [[1, -1], "weights: 1: "],
    [[0.5], "weights: 0: "],
    [null, "weights: "],
  ])("refuses the weights %o", (weights, message) => {
    const run = () => allocateMoney(money(1, "EUR"), weights as number[]);
    expect(run).toThrow(InvalidInputError);
    expect(run).toThrow(message);
  });

  it("refuses what is no money", () => {
    expect(() => allocateMoney({} as Money, [1])).toThrow(InvalidInputError);
  });
});
