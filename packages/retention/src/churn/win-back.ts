import { type Because, CustomerId, parseInput } from "@kefu/core";
import { z } from "zod";
import { requireEachOnce } from "../each-once.ts";
import { exactSum } from "../exact-sum.ts";
import { parseRows } from "../parse-rows.ts";

/** Whom to win back. */
export const WinBackPolicy = z.strictObject({
  /** What reaching out to one customer costs, in the smallest unit of the currency. */
  contactCostMinor: z.int().nonnegative().default(0),
  /** Which share of those reached comes back, where nothing better is known of a customer. */
  successShare: z.number().min(0).max(1).default(0.1),
  /** Longer silence is given up: what was so long ago is forgotten. */
  longestSilenceDays: z.int().positive().optional(),
  /** At most so many, the most worthwhile first. */
  limit: z.int().positive().optional(),
});
/** Whom to win back, with defaults left out. */
export type WinBackPolicyInput = Readonly<z.input<typeof WinBackPolicy>>;

/** A customer who may be lost. */
export const WinBackCustomer = z.strictObject({
  /** Who. */
  customerId: CustomerId,
  /** Whether he counts as lost; {@link churn} tells. `null` where that cannot be said. */
  churned: z.boolean().nullable(),
  /** How many days since the last purchase. */
  silentDays: z.int().nonnegative().nullable().default(null),
  /** What he is worth if he comes back, in the smallest unit of the currency: margin, not turnover. */
  valueMinor: z.int(),
  /** Which share of customers like him comes back. */
  successShare: z.number().min(0).max(1).optional(),
  /** Whether he agreed to be written to. */
  hasConsent: z.boolean().default(true),
});
/** A customer who may be lost, with defaults left out. */
export type WinBackCustomerInput = Readonly<z.input<typeof WinBackCustomer>>;

/** A customer to be won back. */
export interface WinBackEntry {
  /** Who. */
  readonly customerId: string;
  /** What reaching out gains on average: success × value − cost. */
  readonly gainMinor: number;
  /** Why; `retentionMessages` has the sentences. */
  readonly because: Because;
}

/** Why a customer is not on the list. */
export type NotWonBackCode =
  | "not-churned"
  | "churn-unknown"
  | "no-consent"
  | "silent-for-ever"
  | "not-worthwhile"
  | "beyond-limit";

/** Whom to reach out to. */
export interface WinBackList {
  /** The most worthwhile first; alike, in the order of their ids. */
  readonly entries: readonly WinBackEntry[];
  /** How many are not on the list, by the first reason why. */
  readonly left: Readonly<Record<NotWonBackCode, number>>;
  /** What all entries gain together. */
  readonly gainMinor: number;
}

/**
 * Whom to reach out to, the most worthwhile first. Nobody is listed whose expected gain does not exceed the cost, and
 * gains are rounded down to the smallest unit.
 *
 * @throws `InvalidInputError` when a customer or the policy has not its shape, or a customer stands twice
 * @throws `AmountOverflowError` when gains add up to more than 2^53 − 1
 *
 * @example
 * ```ts
 * import { winBackList } from "@kefu/retention";
 *
 * const { entries, left } = winBackList(
 *   [
 *     { customerId: "mei", churned: true, silentDays: 120, valueMinor: 9_000 },
 *     { customerId: "ann", churned: true, silentDays: 90, valueMinor: 40_000 },
 *     { customerId: "kai", churned: false, silentDays: 3, valueMinor: 80_000 },
 *   ],
 *   { contactCostMinor: 200, successShare: 0.1 },
 * );
 * entries.map(({ customerId, gainMinor }) => [customerId, gainMinor]); // => [["ann", 3800], ["mei", 700]]
 * left["not-churned"]; // => 1
 * ```
 */
export function winBackList(
  customers: readonly WinBackCustomerInput[],
  policy: WinBackPolicyInput = {},
): WinBackList {
  const parsed = parseInput(WinBackPolicy, "win-back policy", policy);
  const known = parseRows({ schema: WinBackCustomer, subject: "customers" }, customers);
  requireEachOnce(known);
  const left = {
    "not-churned": 0,
    "churn-unknown": 0,
    "no-consent": 0,
    "silent-for-ever": 0,
    "not-worthwhile": 0,
    "beyond-limit": 0,
  };
  const entries: WinBackEntry[] = [];
  for (const customer of known) {
    const successShare = customer.successShare ?? parsed.successShare;
    // A share is a decimal: 0.57 of 100 is 57, which binary digits alone would make 56.
    const worth = Number((successShare * customer.valueMinor).toPrecision(15));
    const gainMinor = Math.floor(worth - parsed.contactCostMinor);
    const reason = reasonAgainst(customer, gainMinor, parsed.longestSilenceDays);
    if (reason !== undefined) left[reason]++;
    else {
      const facts = { successShare, valueMinor: customer.valueMinor, gainMinor };
      const because = { code: "worth-winning-back", facts };
      entries.push({ customerId: customer.customerId, gainMinor, because });
    }
  }
  entries.sort(
    (one, other) => other.gainMinor - one.gainMinor || (one.customerId < other.customerId ? -1 : 1),
  );
  const listed = entries.slice(0, parsed.limit);
  left["beyond-limit"] = entries.length - listed.length;
  const gainMinor = listed.reduce((sum, entry) => exactSum("customers", sum + entry.gainMinor), 0);
  return { entries: listed, left, gainMinor };
}

function reasonAgainst(
  { churned, hasConsent, silentDays }: z.output<typeof WinBackCustomer>,
  gainMinor: number,
  longestSilenceDays = Number.POSITIVE_INFINITY,
): NotWonBackCode | undefined {
  if (churned === null) return "churn-unknown";
  if (!churned) return "not-churned";
  if (!hasConsent) return "no-consent";
  if ((silentDays ?? 0) > longestSilenceDays) return "silent-for-ever";
  return gainMinor > 0 ? undefined : "not-worthwhile";
}
