import { type Because, Currency, parseInput } from "@kefu/core";
import { z } from "zod";

const Count = z.int().nonnegative();

/** The four outputs of service, as counted in one period. */
export const ServiceOutputs = z.strictObject({
  /** Customers: who was won, kept and lost. */
  customers: z.strictObject({ won: Count, kept: Count, lost: Count }),
  /** Profit: what was spent on the service and what it brought back, in the smallest unit of the currency. */
  profit: z.strictObject({ spentMinor: Count, broughtBackMinor: z.int(), currency: Currency }),
  /** Talent: people of the service, those who went into leading places, those who left. */
  talent: z.strictObject({ people: Count, promoted: Count, left: Count }),
  /** Business: ideas out of service that were heard, and those that became an offer. */
  business: z.strictObject({ ideas: Count, launched: Count }),
});
/** The four outputs of service, unchecked. */
export type ServiceOutputsInput = Readonly<z.input<typeof ServiceOutputs>>;

/** What service yields: customers, profit, talent, business. A share or a ratio is `null` where nothing was counted. */
export interface ServiceScorecard {
  /** Share of customers who were kept, of those kept or lost. */
  readonly customers: { readonly keptShare: number | null; readonly net: number };
  /** What remained; for each unit that was spent, what came back, and what remained of that. */
  readonly profit: {
    readonly netMinor: number;
    readonly returnOnSpending: number | null;
    readonly netReturnOnSpending: number | null;
    readonly currency: Currency;
  };
  /** Share of people who rose, and of those who left. */
  readonly talent: { readonly promotedShare: number | null; readonly leftShare: number | null };
  /** Share of ideas that became an offer. */
  readonly business: { readonly launchedShare: number | null };
  /** What is measured; `retentionMessages` has the sentence. */
  readonly definition: Because<"service-scorecard">;
}

/**
 * Service as an input-output process on one card: customers, profit, talent, business.
 *
 * @throws `InvalidInputError` when the outputs have not their shape
 *
 * @example
 * ```ts
 * import { serviceScorecard } from "@kefu/retention";
 *
 * const { profit, customers } = serviceScorecard({
 *   customers: { won: 120, kept: 900, lost: 100 },
 *   profit: { spentMinor: 1_000_000, broughtBackMinor: 2_100_000, currency: "USD" },
 *   talent: { people: 12, promoted: 2, left: 1 },
 *   business: { ideas: 40, launched: 3 },
 * });
 * [profit.returnOnSpending, profit.netMinor, customers.keptShare]; // => [2.1, 1100000, 0.9]
 * ```
 */
export function serviceScorecard(input: ServiceOutputsInput): ServiceScorecard {
  const { customers, profit, talent, business } = parseInput(
    ServiceOutputs,
    "service outputs",
    input,
  );
  const { spentMinor, broughtBackMinor, currency } = profit;
  return {
    customers: {
      keptShare: shareOf(customers.kept, customers.kept + customers.lost),
      net: customers.won - customers.lost,
    },
    profit: {
      netMinor: broughtBackMinor - spentMinor,
      returnOnSpending: shareOf(broughtBackMinor, spentMinor),
      netReturnOnSpending: shareOf(broughtBackMinor - spentMinor, spentMinor),
      currency,
    },
    talent: {
      promotedShare: shareOf(talent.promoted, talent.people),
      leftShare: shareOf(talent.left, talent.people),
    },
    business: { launchedShare: shareOf(business.launched, business.ideas) },
    definition: { code: "service-scorecard", facts: {} },
  };
}

const shareOf = (part: number, of: number): number | null => (of === 0 ? null : part / of);
