import { InvalidInputError, seededRandom } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { xoshiro128StarStar } from "../src/seeded-random.ts";

const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe("xoshiro128StarStar", () => {
  it("gives the words of the reference implementation for the state 1, 2, 3, 4", () => {
    expect(take(10, xoshiro128StarStar([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });
});

describe("seededRandom", () => {
  it("keeps its numbers over versions", () => {
    const { next } = seededRandom("autumn");
    expect(take(3, next)).toMatchInlineSnapshot(`
      [
        0.22906271430830227,
        0.5287064956356635,
        0.3193027680734599,
      ]
    `);
    const { integer } = seededRandom("autumn");
    expect(take(10, () => integer(6))).toMatchInlineSnapshot(`
      [
        3,
        0,
        2,
        1,
        5,
        2,
        0,
        2,
        3,
        3,
      ]
    `);
  });

  it("differs by seed, and two of one seed do not disturb each other", () => {
    const [one, other, third] = [seededRandom("a"), seededRandom("a"), seededRandom("b")];
    const first = take(5, one.next);
    expect(take(5, other.next)).toEqual(first);
    expect(take(5, third.next)).not.toEqual(first);
  });

  it("draws whole numbers evenly: chi-square over 6 faces, 1 in 1000", () => {
    const { integer } = seededRandom("dice");
    const faces = [0, 0, 0, 0, 0, 0];
    for (const face of take(6000, () => integer(6))) faces[face] = (faces[face] ?? 0) + 1;
    const chiSquare = faces.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(20.52);
  });

  it("draws again where the remainder would favour small numbers", () => {
    const { integer } = seededRandom("bias");
    const limit = 3 * 2 ** 30;
    const low = take(6000, () => integer(limit)).filter((drawn) => drawn < 2 ** 30).length;
    expect(Math.abs(low - 2000)).toBeLessThan(150);
  });

  it("draws 0 only below 1, and any word below 2^32", () => {
    expect(take(5, () => seededRandom("x").integer(1))).toEqual([0, 0, 0, 0, 0]);
    const { integer } = seededRandom("x");
    expect(Math.max(...take(50, () => integer(2 ** 32)))).toBeGreaterThan(2 ** 31);
  });

  it("has numbers from 0 to 1, with more than 32 random bits", () => {
    const drawn = take(1000, seededRandom("bits").next);
    expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(drawn.filter((number) => Number.isInteger(number * 2 ** 32))).toEqual([]);
    expect(drawn.every((number) => Number.isInteger(number * 2 ** 53))).toBe(true);
  });

  it.each([[0], [-1], [1.5], [2 ** 32 + 1], [Number.NaN], ["6"], [undefined]])(
    "refuses the limit %o",
    (limit) => {
      const draw = () => seededRandom("x").integer(limit as number);
      expect(draw).toThrow(InvalidInputError);
      expect(draw).toThrow("limit: must be a whole number from 1 to 2^32");
    },
  );

  it("refuses a seed that is no text", () => {
    expect(() => seededRandom(1 as never)).toThrow(InvalidInputError);
  });
});
