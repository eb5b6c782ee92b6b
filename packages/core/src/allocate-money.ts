import { z } from "zod";
import { type Money, money, requireMoney } from "./money.ts";
import { parseInput } from "./parse-input.ts";

const Weights = z
  .array(z.int().nonnegative())
  .refine((weights) => weights.some((weight) => weight > 0), "must have a weight above zero");

/**
 * Divides an amount by weights without losing a unit: the parts add up to the total. Each part is its exact share cut
 * to whole units; the units left over go one each to the largest cut-off fractions (largest remainder method),
 * among equal ones to the earlier. A debt is divided like the same credit, negated. A weight of zero gets nothing.
 *
 * @param weights - whole numbers from zero up, at least one above zero
 * @returns one part for each weight, in their order
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { allocateMoney, money } from "@kefu/core";
 *
 * allocateMoney(money(100, "EUR"), [1, 1, 1]).map((part) => part.amountMinor); // => [34, 33, 33]
 * ```
 */
export function allocateMoney(total: Money, weights: readonly number[]): Money[] {
  const { amountMinor, currency } = requireMoney(total);
  const parts = partsOf(BigInt(amountMinor), parseInput(Weights, "weights", weights).map(BigInt));
  return parts.map((part) => money(Number(part), currency));
}

function partsOf(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((left, right) => left + right);
  const parts = weights.map((weight) => (total * weight) / sum);
  const cutOff = weights.map((weight, index) => ({
    index,
    size: magnitude((total * weight) % sum),
  }));
  const left = parts.reduce((rest, part) => rest - part, total);
  const unit = left < 0n ? -1n : 1n;
  cutOff.sort((one, other) => (one.size === other.size ? 0 : one.size < other.size ? 1 : -1));
  for (const { index } of cutOff.slice(0, Number(magnitude(left)))) {
    parts[index] = (parts[index] ?? 0n) + unit;
  }
  return parts;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
