import type { Because } from "@kefu/core";
import { checkNumbers, SHARE } from "./check-options.ts";
import { aliveProbability } from "./predict-purchases.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import type { RepeatPurchases } from "./repeat-purchases.ts";

/** Who counts as lost. */
export interface AliveThreshold {
  /** Lost is whose chance to be still there is below this, from 0 to 1. */
  readonly below: number;
}

/** Who is lost, by which definition. */
export interface AliveChurn {
  /** How likely each row is still there. */
  readonly aliveProbability: Float64Array;
  /** 1 for each row that counts as lost, 0 for the others. */
  readonly lost: Uint8Array;
  /** How many customers count as lost. */
  readonly customersLost: number;
  /** How many customers there are. */
  readonly customers: number;
  /** By which definition. */
  readonly definition: Because;
}

/**
 * Who is lost where nobody gives notice: whose chance to be still there has fallen below a threshold. The definition is
 * yours, and is told with the result.
 *
 * @throws `InvalidInputError` when the model, a row or the threshold is none
 *
 * @example
 * ```ts
 * import { churnByAliveProbability } from "@kefu/retention";
 *
 * const model = {
 *   model: "bg-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 * } as const;
 * const { customersLost, definition } = churnByAliveProbability(
 *   model,
 *   { kind: "nonContractual", unitDays: 7, frequency: [2, 4], recency: [30.43, 1], age: [38.86, 39] },
 *   { below: 0.5 },
 * );
 * [customersLost, definition.facts]; // => [1, { model: "bg-nbd", below: 0.5 }]
 * ```
 */
export function churnByAliveProbability(
  model: PurchaseModel,
  purchases: RepeatPurchases,
  options: AliveThreshold,
): AliveChurn {
  const chances = aliveProbability(model, purchases);
  checkNumbers(options, { below: SHARE });
  const { below } = options;
  const lost = Uint8Array.from(chances, (chance) => (chance < below ? 1 : 0));
  let [customers, customersLost] = [0, 0];
  for (let row = 0; row < lost.length; row++) {
    const count = purchases.count?.[row] ?? 1;
    customers += count;
    customersLost += (lost[row] as number) * count;
  }
  const definition = { code: "alive-probability-below", facts: { model: model.model, below } };
  return { aliveProbability: chances, lost, customersLost, customers, definition };
}
