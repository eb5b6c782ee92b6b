import { InvalidInputError } from "@kefu/core";
import { valuesByCell, valuesByPair } from "./cells.ts";
import { checkNumbers, FROM_ZERO, wholeUpTo } from "./check-options.ts";
import { checkOpportunities, MOST_OPPORTUNITIES } from "./fit-bg-bb.ts";
import { checkModel, type PurchaseModel } from "./purchase-model.ts";
import { type PurchaseProcess, processOf } from "./purchase-process.ts";
import { checkPurchases, type RepeatPurchases } from "./repeat-purchases.ts";

/** How far to look ahead. */
export interface HorizonOptions {
  /** In units of the model: weeks, if recency and age are weeks; for BG/BB a whole number of opportunities. */
  readonly horizon: number;
}

/**
 * How likely each customer is still there, at the end of what is known: an entry for each row. With BG/NBD a customer without a
 * repeat purchase is there for sure, for nobody leaves before the first; with BG/BB it is told for the next opportunity.
 *
 * @throws `InvalidInputError` when the model, or a row, is none
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: "Counting your customers" the easy way, Marketing Science 24 (2005), 275–284
 * @see P. S. Fader, B. G. S. Hardie: A note on deriving the Pareto/NBD model and related expressions, 2005, equation 18
 *
 * @example
 * ```ts
 * import { aliveProbability } from "@kefu/retention";
 *
 * const model = {
 *   model: "bg-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 * } as const;
 * const [faithful, silent] = aliveProbability(model, {
 *   kind: "nonContractual",
 *   unitDays: 7,
 *   frequency: [2, 4],
 *   recency: [30.43, 1],
 *   age: [38.86, 39],
 * });
 * [faithful?.toFixed(4), silent?.toFixed(4)]; // => ["0.7266", "0.0010"]
 * ```
 */
export function aliveProbability(model: PurchaseModel, purchases: RepeatPurchases): Float64Array {
  const { frequency, recency, age } = checked(model, purchases);
  return aliveColumn(processOf(model), { frequency, recency, age });
}

/**
 * How many purchases of each known customer are expected within a horizon after the end of what is known: an entry for each row,
 * the chance of having left included.
 *
 * @throws `InvalidInputError` when the model, a row or the horizon is none
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: "Counting your customers" the easy way, Marketing Science 24 (2005), 275–284,
 *   equation 10
 * @see P. S. Fader, B. G. S. Hardie: A note on deriving the Pareto/NBD model and related expressions, 2005, equation 41
 *
 * @example
 * ```ts
 * import { expectedPurchases } from "@kefu/retention";
 *
 * const model = {
 *   model: "pareto-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
 * } as const;
 * const [twice] = expectedPurchases(
 *   model,
 *   { kind: "nonContractual", unitDays: 7, frequency: [2], recency: [30.43], age: [38.86] },
 *   { horizon: 39 },
 * );
 * twice?.toFixed(4); // => "1.4551"
 * ```
 */
export function expectedPurchases(
  model: PurchaseModel,
  purchases: RepeatPurchases,
  options: HorizonOptions,
): Float64Array {
  const columns = checked(model, purchases);
  const horizon = checkedHorizon(model, options);
  const process = processOf(model);
  return timesAlive(process, columns, (x, age) => process.expected(x, age, horizon));
}

/**
 * How many repeat purchases are expected of a new customer within a horizon after the first purchase.
 *
 * @throws `InvalidInputError` when the model or the horizon is none
 *
 * @example
 * ```ts
 * import { expectedPurchasesOfNewcomer } from "@kefu/retention";
 *
 * const model = {
 *   model: "bg-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 * } as const;
 * expectedPurchasesOfNewcomer(model, { horizon: 52 }).toFixed(4); // => "1.4461"
 * ```
 */
export function expectedPurchasesOfNewcomer(model: PurchaseModel, options: HorizonOptions): number {
  checkModel(model);
  const horizon = checkedHorizon(model, options);
  const { newcomer, expected } = processOf(model);
  return newcomer * expected(0, 0, horizon);
}

/** The columns, when model and rows are as they should be. */
export function checked(model: PurchaseModel, purchases: RepeatPurchases): RepeatPurchases {
  checkModel(model);
  if (model.model === "bg-bb") checkOpportunities(purchases);
  else checkPurchases(purchases);
  if (purchases.unitDays !== model.unitDays) {
    const message = `must be ${model.unitDays}, as in the model`;
    throw new InvalidInputError("repeat purchases", [{ path: ["unitDays"], message }]);
  }
  return purchases;
}

function checkedHorizon(model: PurchaseModel, options: HorizonOptions): number {
  const horizon = model.model === "bg-bb" ? wholeUpTo(MOST_OPPORTUNITIES) : FROM_ZERO;
  checkNumbers(options, { horizon });
  return options.horizon;
}

type Columns = Pick<RepeatPurchases, "frequency" | "recency" | "age">;

function aliveColumn(
  { alive, isCostly }: PurchaseProcess,
  { frequency, recency, age }: Columns,
): Float64Array {
  const aliveAt = (row: number) =>
    alive(frequency[row] as number, recency[row] as number, age[row] as number);
  if (isCostly) return valuesByCell([frequency, recency, age], aliveAt);
  const values = new Float64Array(frequency.length);
  for (let row = 0; row < values.length; row++) values[row] = aliveAt(row);
  return values;
}

/** What each customer does if still there, which the frequency and the age tell, times the chance of that. */
export function timesAlive(
  process: PurchaseProcess,
  columns: Columns,
  ifAlive: (x: number, age: number) => number,
): Float64Array {
  const { frequency, age } = columns;
  const values = valuesByPair(frequency, age, (row) =>
    ifAlive(frequency[row] as number, age[row] as number),
  );
  const chances = aliveColumn(process, columns);
  for (let row = 0; row < values.length; row++) {
    values[row] = (values[row] as number) * (chances[row] as number);
  }
  return values;
}
