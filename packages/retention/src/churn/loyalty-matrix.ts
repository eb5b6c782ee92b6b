import { CustomerId, type Interval, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import { requireEachOnce } from "../each-once.ts";
import { diagnosticsOf, EstimateOptions, FEW, type Stated } from "../estimate.ts";
import { deviationsFor } from "../numerics/normal.ts";
import { parseRows } from "../parse-rows.ts";

/** What counts as will, and what as deed. */
export const LoyaltyPolicy = z.strictObject({
  ...EstimateOptions.shape,
  /** From which attitude on a customer wants to stay: 9 where the attitude is an NPS rating. */
  attitudeFrom: z.number().default(9),
  /** From which behaviour on a customer does stay: 4 where the behaviour is a frequency score of five. */
  behaviourFrom: z.number().default(4),
});
/** What counts as will, and what as deed, with defaults left out. */
export type LoyaltyPolicyInput = Readonly<z.input<typeof LoyaltyPolicy>>;

/** What a customer says and what he does. */
export const LoyaltyCustomer = z.strictObject({
  /** Who. */
  customerId: CustomerId,
  /** What he says: a rating of satisfaction, the answer to "would you recommend us". `null` where he was not asked. */
  attitude: z.number().nullable(),
  /** What he does: how often he buys, a score of that, his share of wallet. */
  behaviour: z.number(),
});
/** What a customer says and what he does. */
export type LoyaltyCustomerInput = Readonly<z.input<typeof LoyaltyCustomer>>;

/**
 * `"loyal"` has the will and does the deed. `"latent"` has the will only: something keeps him from buying. `"spurious"` does the
 * deed only: he leaves when he can. `"none"` has neither.
 */
export type LoyaltyClass = "loyal" | "latent" | "spurious" | "none";

/** Customers of one class. */
export interface LoyaltyCell {
  /** Which class. */
  readonly loyalty: LoyaltyClass;
  /** How many. */
  readonly customers: number;
  /** Which share of those whose attitude is known. */
  readonly share: number | null;
  /** Where the true share lies (Wilson). */
  readonly interval: Interval | null;
}

/** Attitude against behaviour. */
export interface LoyaltyMatrix extends Stated {
  /** How many were not asked, or did not answer; they do not count. */
  readonly unknown: number;
  /** All four classes, empty ones included. */
  readonly cells: readonly LoyaltyCell[];
  /** Whose will can be turned into deeds, by cross-selling: the latent ones, the fondest first; alike, in the order of ids. */
  readonly crossSellQueue: readonly LoyaltyCustomerInput[];
}

/**
 * What customers say against what they do. Only deeds carry value: those who are fond of the shop and hardly buy are the ones to
 * sell to.
 *
 * @throws `InvalidInputError` when a customer or the policy has not its shape, or a customer stands twice
 * @see A. S. Dick, K. Basu: Customer loyalty: toward an integrated conceptual framework, Journal of the Academy of Marketing
 *   Science 22 (1994), 99–113
 *
 * @example
 * ```ts
 * import { loyaltyMatrix } from "@kefu/retention";
 *
 * const { cells, crossSellQueue } = loyaltyMatrix([
 *   { customerId: "mei", attitude: 10, behaviour: 5 },
 *   { customerId: "ann", attitude: 9, behaviour: 1 },
 *   { customerId: "kai", attitude: 3, behaviour: 5 },
 *   { customerId: "lin", attitude: null, behaviour: 2 },
 * ]);
 * cells.map(({ loyalty, customers }) => [loyalty, customers]);
 * // => [["loyal", 1], ["latent", 1], ["spurious", 1], ["none", 0]]
 * crossSellQueue.map(({ customerId }) => customerId); // => ["ann"]
 * ```
 */
export function loyaltyMatrix(
  customers: readonly LoyaltyCustomerInput[],
  policy: LoyaltyPolicyInput = {},
): LoyaltyMatrix {
  const parsed = parseInput(LoyaltyPolicy, "loyalty policy", policy);
  const all = parseRows({ schema: LoyaltyCustomer, subject: "customers" }, customers);
  requireEachOnce(all);
  const { level, asOf = null, attitudeFrom, behaviourFrom } = parsed;
  const known = all.filter(({ attitude }) => attitude !== null);
  const n = known.length;
  const classOf = ({ attitude, behaviour }: LoyaltyCustomerInput): LoyaltyClass => {
    if ((attitude ?? 0) >= attitudeFrom) return behaviour >= behaviourFrom ? "loyal" : "latent";
    return behaviour >= behaviourFrom ? "spurious" : "none";
  };
  const latent = known.filter((one) => classOf(one) === "latent");
  return {
    level,
    n,
    asOf,
    definition: { code: "loyalty-matrix", facts: { attitudeFrom, behaviourFrom } },
    diagnostics: diagnosticsOf({ NO_DATA: n === 0, FEW_EVENTS: n > 0 && n < FEW }),
    unknown: all.length - n,
    cells: (["loyal", "latent", "spurious", "none"] as const).map((loyalty) => {
      const count = known.filter((one) => classOf(one) === loyalty).length;
      return {
        loyalty,
        customers: count,
        share: n === 0 ? null : count / n,
        interval: n === 0 ? null : wilsonInterval(count, n, deviationsFor(level)),
      };
    }),
    crossSellQueue: latent.sort(
      (one, other) =>
        (other.attitude ?? 0) - (one.attitude ?? 0) || (one.customerId < other.customerId ? -1 : 1),
    ),
  };
}
