import { type CustomerHistories, type ServiceValue, serviceValue } from "@kefu/retention";
import type { CustomerWorth, Worth } from "./worth.ts";

/** What orders do not tell: how many are satisfied, and what is spent on it. */
export interface SatisfactionAssumed {
  /** How many of those asked are satisfied. */
  readonly satisfied: { readonly count: number; readonly of: number };
  /** Whether that was said, or is made up to show the reckoning. */
  readonly isGiven: boolean;
  /** What another point of satisfaction costs. */
  readonly spendingMinor: number;
}

interface Known {
  readonly currency: string;
  readonly satisfaction: SatisfactionAssumed;
  readonly worth: Worth;
  readonly each: CustomerWorth;
  readonly days: readonly [first: number, last: number];
}

/**
 * What a point of satisfaction is worth: who buys again within the last year (or half of the data, where they are shorter)
 * is counted, and a customer who does is worth what the model foretells of those who did.
 */
export function satisfactionValue(
  { n, firstDay, lastDay, asOf }: CustomerHistories,
  { currency, satisfaction, worth, each, days: [first, last] }: Known,
): ServiceValue {
  const cut = Math.max(last - 365, first + Math.floor((last - first) / 2));
  const year = { count: 0, of: 0 };
  let valueMinor = 0;
  for (let at = 0; at < n; at++) {
    if ((firstDay[at] as number) > cut) continue;
    year.of++;
    if ((lastDay[at] as number) <= cut) continue;
    year.count++;
    valueMinor += each.valuesMinor[at] as number;
  }
  const marginMinor = Math.round(valueMinor / Math.max(1, year.count));
  const unsure = (worth.standardErrorMinor ?? 0) / Math.max(1, worth.totalMinor);
  return serviceValue({
    asOf,
    customers: n,
    satisfied: satisfaction.satisfied,
    repurchase: { all: year },
    marginMinor,
    marginErrorMinor: Math.round(Math.abs(marginMinor) * Math.min(1, unsure)),
    spendingMinor: satisfaction.spendingMinor,
    currency,
    seed: "retention-report",
  });
}
