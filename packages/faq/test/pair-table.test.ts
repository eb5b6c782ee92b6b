import { expect, it } from "vitest";
import { createPairTable, hashOfPair } from "../src/pair-table.ts";

it("finds every pair that was added, and no other", () => {
  const table = createPairTable();
  for (let left = 0; left < 100; left++) {
    for (let right = 0; right < 100; right++) table.add(left, right, left * 100 + right);
  }
  for (let left = 0; left < 100; left++) {
    for (let right = 0; right < 100; right++) {
      if (table.get(left, right) !== left * 100 + right) throw new Error(`${left}, ${right}`);
    }
  }
  expect(table.get(100, 0)).toBe(-1);
  expect(table.get(0, 100)).toBe(-1);
});

/** Modulo 2^32, by Newton's method. */
function inverseOf(factor: number): number {
  let inverse = factor;
  for (let round = 0; round < 5; round++) {
    inverse = Math.imul(inverse, 2 - Math.imul(factor, inverse));
  }
  return inverse;
}

const unshift = (value: number, by: number): number => {
  let result = value;
  for (let round = by; round < 32; round += by) result = value ^ (result >>> by);
  return result;
};

/** The right of a pair that an empty table looks for at a chosen place. */
function rightAt(hash: number, left: number): number {
  let mixed = Math.imul(unshift(hash, 16), inverseOf(0xc2b2ae35));
  mixed = Math.imul(unshift(mixed, 13), inverseOf(0x85ebca6b));
  const fromLeft = Math.imul(left, 0x9e3779b1);
  return (mixed ^ fromLeft ^ (fromLeft >>> 16)) >>> 0;
}

it("takes no longer for pairs that were chosen to be looked for at one place", () => {
  const table = createPairTable();
  const pairs = Array.from({ length: 100_000 }, (_, at) => {
    const left = at + 1;
    return { left, right: rightAt((at << 20) >>> 0, left) };
  });
  expect(new Set(pairs.map(({ left, right }) => hashOfPair(left, right, 0) & 0xfffff)).size).toBe(
    1,
  );
  // Were all of them in one heap, this would take minutes.
  pairs.forEach(({ left, right }, at) => {
    table.add(left, right, at);
  });
  expect(pairs.every(({ left, right }, at) => table.get(left, right) === at)).toBe(true);
  expect(table.get(1, 1)).toBe(-1);
});
