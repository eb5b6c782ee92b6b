import { InvalidInputError } from "@kefu/core";
import type { CustomerHistories } from "../histories/customer-histories-of.ts";
import { dayOf } from "../histories/day-number.ts";
import type { RfmValuesInput } from "./rfm-policy.ts";

/**
 * Recency, frequency and monetary value of each customer, at the end of the calibration: days since the last purchase, how
 * many purchases (each order of a day is one, unlike the `frequency` of histories, which counts days), what was spent.
 *
 * @throws `InvalidInputError` when the histories are none
 *
 * @example
 * ```ts
 * import { rfmValues, summarizeTransactions } from "@kefu/retention";
 *
 * const histories = summarizeTransactions([{ customerId: "mei", date: "2026-06-01", amountMinor: 500 }], {
 *   calibrationEnd: "2026-06-30",
 * });
 * rfmValues(histories);
 * // => [{ customerId: "mei", recencyDays: 29, frequency: 1, monetaryMinor: 500 }]
 * ```
 */
export function rfmValues(
  histories: Pick<CustomerHistories, "asOf" | "customerIds" | "lastDay" | "orders" | "spendMinor">,
): RfmValuesInput[] {
  requireHistories(histories);
  const { asOf, customerIds, lastDay, orders, spendMinor } = histories;
  const end = dayOf(asOf) ?? 0;
  return customerIds.map((id, at) => ({
    customerId: String(id),
    recencyDays: end - (lastDay[at] ?? end),
    frequency: orders[at] ?? 0,
    monetaryMinor: spendMinor[at] ?? 0,
  }));
}

/** Histories come from this package itself: whoever made them up gets an error, not a figure. */
function requireHistories(histories: Parameters<typeof rfmValues>[0]): void {
  const { asOf, customerIds, lastDay, orders, spendMinor } = histories ?? {};
  const isOurs =
    dayOf(asOf) !== undefined &&
    Array.isArray(customerIds) &&
    customerIds.every((id) => typeof id === "string" || typeof id === "number") &&
    [lastDay, orders, spendMinor].every((column) => ArrayBuffer.isView(column));
  if (isOurs) return;
  const issue = { path: [], message: "must come from `customerHistories`" };
  throw new InvalidInputError("histories", [issue]);
}
