import { InvalidInputError } from "@kefu/core";
import { ABOVE_ZERO, checkNumbers, FROM_ZERO, wholeUpTo } from "./check-options.ts";
import { MOST_OPPORTUNITIES } from "./fit-bg-bb.ts";
import { checked, timesAlive } from "./predict-purchases.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import { processOf } from "./purchase-process.ts";
import type { RepeatPurchases } from "./repeat-purchases.ts";

/** What a customer is worth, by which reckoning. */
export interface LifetimeValueOptions {
  /** How many periods to look ahead, up to 1200. */
  readonly periods: number;
  /** How many days a period has: 30, 30.436875 for a mean month, 365. */
  readonly periodDays: number;
  /** By how much less counts what comes a period later, as an effective rate for a period: 0.01 for 1 %; 0 for not at all. */
  readonly discountRate: number;
  /** When the purchases of a period are taken to be made: in the middle, or at its end. */
  readonly timing: "mid" | "end";
  /** What is earned by a purchase: one figure for all, or one for each row: the `values` of {@link expectedSpend} times a margin, once you chose what stands for `null`. */
  readonly spend: number | ArrayLike<number>;
}

/** What customers are worth. */
export interface LifetimeValues {
  /** An entry for each row, in the unit of the spend, not rounded. */
  readonly values: Float64Array;
  /** Of all rows together, with their counts. */
  readonly total: number;
  /** By which reckoning. */
  readonly reckoning: Readonly<Omit<LifetimeValueOptions, "spend">> & {
    /** Which model foretells the purchases. */
    readonly model: PurchaseModel["model"];
  };
}

/**
 * What each known customer is worth over so many periods after the end of what is known: the expected purchases of each period,
 * times what one earns, discounted. Purchases of the past are no part of it.
 *
 * The purchases of period k (from 1) count (1 + rate)^−k with `timing: "end"`, (1 + rate)^−(k − ½) with `"mid"`. Periods have any
 * length in days, whatever the unit of the model; for BG/BB whole opportunities.
 *
 * @throws `InvalidInputError` when the model, a row or an option is none
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: RFM and CLV: using iso-value curves for customer base analysis, Journal of
 *   Marketing Research 42 (2005), 415–430
 *
 * @example
 * ```ts
 * import { lifetimeValue } from "@kefu/retention";
 *
 * const model = {
 *   model: "bg-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 * } as const;
 * const { values, reckoning } = lifetimeValue(
 *   model,
 *   { kind: "nonContractual", unitDays: 7, frequency: [2, 0], recency: [30.43, 0], age: [38.86, 38.86] },
 *   { periods: 12, periodDays: 30, discountRate: 0.01, timing: "mid", spend: [2466, 3522] },
 * );
 * [Math.round(values[0] ?? 0), Math.round(values[1] ?? 0), reckoning.timing]; // => [3606, 831, "mid"]
 * ```
 */
export function lifetimeValue(
  model: PurchaseModel,
  purchases: RepeatPurchases,
  options: LifetimeValueOptions,
): LifetimeValues {
  const columns = checked(model, purchases);
  checkReckoning(model, options);
  const { periods, periodDays, discountRate, timing, spend } = options;
  const spendOf = checkedSpend(spend, columns.frequency.length);
  const process = processOf(model);
  const units = periodDays / model.unitDays;
  const delay = timing === "mid" ? 0.5 : 0;
  const values = timesAlive(process, columns, (x, age) => {
    let [sum, before] = [0, 0];
    for (let period = 1; period <= periods; period++) {
      const until = process.expected(x, age, period * units);
      sum += (until - before) * (1 + discountRate) ** (delay - period);
      before = until;
    }
    return sum;
  });
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    values[row] = (values[row] as number) * spendOf(row);
    total += (values[row] as number) * (columns.count?.[row] ?? 1);
  }
  const reckoning = { model: model.model, periods, periodDays, discountRate, timing };
  return { values, total, reckoning };
}

const MOST_PERIODS = 1200;

function checkReckoning(model: PurchaseModel, options: LifetimeValueOptions): void {
  const rules = {
    periods: wholeUpTo(MOST_PERIODS, 1),
    periodDays: ABOVE_ZERO,
    discountRate: FROM_ZERO,
  };
  checkNumbers(options, rules, ["timing", "spend"]);
  const { timing, periods, periodDays } = options;
  if (timing !== "mid" && timing !== "end") {
    throw new InvalidInputError("options", [
      { path: ["timing"], message: 'must be "mid" or "end"' },
    ]);
  }
  const units = periodDays / model.unitDays;
  if (model.model !== "bg-bb" || (Number.isInteger(units) && units * periods <= MOST_OPPORTUNITIES))
    return;
  const message = `must be whole opportunities of ${model.unitDays} days, up to ${MOST_OPPORTUNITIES} in all`;
  throw new InvalidInputError("options", [{ path: ["periodDays"], message }]);
}

function checkedSpend(spend: unknown, rows: number): (row: number) => number {
  if (isAmount(spend)) return () => spend;
  const column = (
    Array.isArray(spend) || ArrayBuffer.isView(spend) ? spend : []
  ) as ArrayLike<unknown>;
  const wrong = Array.from({ length: rows }, (_, row) => row).find((row) => !isAmount(column[row]));
  if (column.length === rows && wrong === undefined) return (row) => column[row] as number;
  const path = column.length === rows && wrong !== undefined ? ["spend", wrong] : ["spend"];
  throw new InvalidInputError("options", [
    { path, message: "must be a number, or one for each row" },
  ]);
}

const isAmount = (value: unknown): value is number =>
  typeof value === "number" && Math.abs(value) <= 1e15;
