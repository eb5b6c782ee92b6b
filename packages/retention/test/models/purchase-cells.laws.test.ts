import { accumulate } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { expectMergeable } from "../../../../scripts/mergeable.ts";
import { fitBgNbd, fitGammaGamma, repeatPurchaseCells, repeatSpendCells } from "../../src/index.ts";
import { catching } from "../catching.ts";

const customer = fc
  .tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 5, max: 9 }),
  )
  .map(([x, last, age]) => ({
    x,
    last: x === 0 ? 0 : last / 7,
    age: age / 7,
    spend: x * last * 100,
  }));
const customers = fc.array(customer, { maxLength: 6 });
const counts = fc.constantFrom(undefined, 3);

const purchases = fc.tuple(customers, counts).map(([rows, count]) => ({
  kind: "nonContractual" as const,
  unitDays: 7,
  frequency: rows.map(({ x }) => x),
  recency: rows.map(({ last }) => last),
  age: rows.map(({ age }) => age),
  count: count === undefined ? undefined : rows.map(() => count),
}));
const spend = fc.tuple(customers, counts).map(([rows, count]) => ({
  kind: "nonContractual" as const,
  frequency: rows.map(({ x }) => x),
  repeatSpendMinor: rows.map((row) => row.spend),
  count: count === undefined ? undefined : rows.map(() => count),
}));

const cells = repeatPurchaseCells({ unitDays: 7 });

it("purchases", () => expectMergeable(cells, purchases));
it("spend", () => expectMergeable(repeatSpendCells(), spend));

it("a fit of merged sums is the fit of all rows, to the last bit", () => {
  fc.assert(
    fc.property(purchases, purchases, (one, other) => {
      const merged = cells.merge(accumulate(cells, [one]), accumulate(cells, [other]));
      const all = accumulate(cells, [other, one]);
      expect(fitBgNbd(cells.finish(merged))).toEqual(fitBgNbd(all));
    }),
    { numRuns: 30 },
  );
});

it("a fit of cells is the fit of rows", () => {
  fc.assert(
    fc.property(spend, (given) => {
      const sum = repeatSpendCells().finish(accumulate(repeatSpendCells(), [given]));
      expect(fitGammaGamma(sum).logLikelihood).toBe(fitGammaGamma(given).logLikelihood);
    }),
    { numRuns: 30 },
  );
});

it("refuses other units", () => {
  const inDays = {
    kind: "nonContractual",
    unitDays: 1,
    frequency: [],
    recency: [],
    age: [],
  } as const;
  expect(catching(() => cells.add(cells.create(), inDays)).issues[0]?.path).toEqual(["unitDays"]);
  expect(catching(() => repeatPurchaseCells({ unitDays: Number.NaN })).code).toBe("invalid-input");
});
