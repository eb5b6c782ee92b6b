import { parseInput } from "@kefu/core";
import { type CustomerHistories, customerHistoriesOf } from "./customer-histories-of.ts";
import { groupByCustomer } from "./group-by-customer.ts";
import { readTransactions } from "./read-transactions.ts";
import {
  HistoryPolicy,
  type HistoryPolicyInput,
  type TransactionColumns,
  type TransactionInput,
} from "./transaction.ts";

/**
 * What each customer did: how often, when last, for how long, for how much. The quick way where all rows are at hand, as
 * columns or one by one; {@link customerHistories} adds up parts.
 *
 * All purchases of a day are one. A return is set against the latest day up to its own that has something left, and so on
 * backwards; a day of which nothing is left is no purchase. What is told is what was known at the end of the calibration:
 * later returns do not count.
 *
 * @returns customers in the order of their first row
 * @throws `InvalidInputError` naming up to a hundred rows that have not their shape
 * @throws `CurrencyMismatchError` naming the row that is in another currency than the policy says, unless these are left out
 * @throws `AmountOverflowError` when a customer's amounts add up to more than 2^53 − 1
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: "Counting your customers" the easy way, Marketing Science 24 (2005), 275–284,
 *   for frequency (x), recency (t_x) and age (T)
 *
 * @example
 * ```ts
 * import { summarizeTransactions } from "@kefu/retention";
 *
 * const { frequency, recency, age, repeatSpendMinor } = summarizeTransactions(
 *   [
 *     { customerId: "mei", date: "2026-01-01", amountMinor: 2000 },
 *     { customerId: "mei", date: "2026-01-15", amountMinor: 3000 },
 *     { customerId: "mei", date: "2026-01-29", amountMinor: 5000 },
 *     { customerId: "mei", date: "2026-02-02", amountMinor: -1000 },
 *   ],
 *   { calibrationEnd: "2026-02-12", unit: "week" },
 * );
 * [frequency[0], recency[0], age[0], repeatSpendMinor[0]]; // => [2, 4, 6, 7000]
 * ```
 */
export function summarizeTransactions(
  transactions: TransactionColumns | Iterable<TransactionInput>,
  policy: HistoryPolicyInput,
): CustomerHistories {
  const parsed = parseInput(HistoryPolicy, "history policy", policy);
  const rows = readTransactions(transactions, parsed);
  return customerHistoriesOf(groupByCustomer(rows), rows.otherCurrency, parsed);
}
