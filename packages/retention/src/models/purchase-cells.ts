import { type Accumulator, InvalidInputError } from "@kefu/core";
import { joinedCells } from "./cells.ts";
import {
  checkPurchases,
  checkSpend,
  type RepeatPurchases,
  type RepeatSpend,
} from "./repeat-purchases.ts";

/** Purchases of which no two entries are alike, each with the number of customers it stands for, in order. Plain JSON. */
export interface PurchaseCells {
  /** Without contract nobody is seen to leave. */
  readonly kind: "nonContractual";
  /** How many days the unit of recency and age has. */
  readonly unitDays: number;
  /** How often they bought again. */
  readonly frequency: readonly number[];
  /** From the first purchase to the last. */
  readonly recency: readonly number[];
  /** From the first purchase to the end of what is known. */
  readonly age: readonly number[];
  /** How many customers. */
  readonly count: readonly number[];
}

/** Spending of which no two entries are alike, each with the number of customers it stands for, in order. Plain JSON. */
export interface SpendCells {
  /** Without contract nobody is seen to leave. */
  readonly kind: "nonContractual";
  /** How often they bought again. */
  readonly frequency: readonly number[];
  /** What they spent on these purchases together. */
  readonly repeatSpendMinor: readonly number[];
  /** How many customers. */
  readonly count: readonly number[];
}

/**
 * All that a fit needs to know of any number of customers, as a mergeable sum: a million customers with times in days make a
 * hundred thousand cells. Add columns of many customers at once, such as the histories of a shard; the sum is
 * itself what {@link fitBgNbd} and its kin read. However the customers were split, the fit is the same to the last bit.
 *
 * `add` and `merge` throw `InvalidInputError` for rows that cannot be, and for other units.
 *
 * @param unit - how many days the unit of recency and age has
 * @throws `InvalidInputError` when that is no number above 0
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { fitBgNbd, repeatPurchaseCells } from "@kefu/retention";
 *
 * const cells = repeatPurchaseCells({ unitDays: 7 });
 * const shard = {
 *   kind: "nonContractual",
 *   unitDays: 7,
 *   frequency: [2, 0, 2],
 *   recency: [30, 0, 30],
 *   age: [38, 38, 38],
 * } as const;
 * const sum = cells.merge(accumulate(cells, [shard]), accumulate(cells, [shard, shard]));
 * sum.count; // => [3, 6]
 * fitBgNbd(cells.finish(sum)).customers; // => 9
 * ```
 */
export function repeatPurchaseCells(unit: {
  readonly unitDays: number;
}): Accumulator<RepeatPurchases, PurchaseCells, PurchaseCells> {
  const empty = { kind: "nonContractual", frequency: [], recency: [], age: [], count: [] } as const;
  const nothing: PurchaseCells = { ...empty, unitDays: unit?.unitDays };
  checkPurchases(nothing);
  const joined = (one: RepeatPurchases, other: RepeatPurchases): PurchaseCells => {
    for (const part of [one, other]) {
      checkPurchases(part);
      if (part.unitDays !== nothing.unitDays) throw otherUnit(nothing.unitDays);
    }
    const [frequency, recency, age, count] = joinColumns(
      ["frequency", "recency", "age"].map((name) =>
        [one, other].map((part) => part[name as "age"]),
      ),
      [one, other],
    );
    return { ...nothing, frequency, recency, age, count } as PurchaseCells;
  };
  return {
    create: () => nothing,
    add: joined,
    merge: joined,
    finish: (sum) => joined(nothing, sum),
  };
}

/**
 * All that {@link fitGammaGamma} needs to know of any number of customers, as a mergeable sum, like {@link repeatPurchaseCells}.
 *
 * `add` and `merge` throw `InvalidInputError` for rows that cannot be.
 */
export function repeatSpendCells(): Accumulator<RepeatSpend, SpendCells, SpendCells> {
  const nothing = {
    kind: "nonContractual",
    frequency: [],
    repeatSpendMinor: [],
    count: [],
  } as const;
  const joined = (one: RepeatSpend, other: RepeatSpend): SpendCells => {
    checkSpend(one);
    checkSpend(other);
    const [frequency, repeatSpendMinor, count] = joinColumns(
      [
        [one.frequency, other.frequency],
        [one.repeatSpendMinor, other.repeatSpendMinor],
      ],
      [one, other],
    );
    return { ...nothing, frequency, repeatSpendMinor, count } as SpendCells;
  };
  return {
    create: () => nothing,
    add: joined,
    merge: joined,
    finish: (sum) => joined(nothing, sum),
  };
}

/** The columns of the cells of both parts, and their counts. */
function joinColumns(
  columns: readonly (readonly ArrayLike<number>[])[],
  parts: readonly (RepeatPurchases | RepeatSpend)[],
): number[][] {
  const joined = columns.map((ofParts) => ofParts.flatMap((column) => Array.from(column)));
  const counts = parts.flatMap(({ count, frequency }) =>
    count === undefined ? new Array<number>(frequency.length).fill(1) : Array.from(count),
  );
  const cells = joinedCells(joined, counts);
  return [...cells.columns, cells.counts].map((column) => Array.from(column));
}

function otherUnit(unitDays: number): InvalidInputError {
  const message = `must be ${unitDays}, as in the sum`;
  return new InvalidInputError("repeat purchases", [{ path: ["unitDays"], message }]);
}
