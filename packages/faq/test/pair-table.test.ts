import { expect, it } from "vitest";
import { createPairTable } from "../src/pair-table.ts";

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
