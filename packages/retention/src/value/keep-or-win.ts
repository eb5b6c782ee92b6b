import { type Because, Currency, Fraction, money, multiplyRounded, parseInput } from "@kefu/core";
import { z } from "zod";

/** What it costs to win a customer, and what to keep one. */
export const KeepOrWinPolicy = z.strictObject({
  /** What it costs to win one new customer, in the smallest unit of the currency. */
  winMinor: z.int().positive(),
  /** The currency. */
  currency: Currency,
  /** Keeping a customer costs this part of winning one, where `keepMinor` does not tell. */
  keepShare: Fraction.refine(({ numerator }) => numerator > 0, "must be above 0").default({
    numerator: 1,
    denominator: 5,
  }),
  /** What it costs to care for one customer who may leave, in the smallest unit. */
  keepMinor: z.int().positive().optional(),
  /** Which share of those cared for stays because of it; 1 unless told. */
  kept: z.number().gt(0).max(1).default(1),
});
/** What it costs to win a customer, and what to keep one, with defaults left out. */
export type KeepOrWinPolicyInput = Readonly<z.input<typeof KeepOrWinPolicy>>;

/** Whether to keep or to win. */
export interface KeepOrWin {
  /** What is cheaper: a customer kept, or a customer won. */
  readonly verdict: "keep" | "win" | "either";
  /** What caring for one customer costs, rounded up. */
  readonly keepMinor: number;
  /** What a customer costs who stays because of it, rounded up. */
  readonly perKeptMinor: number;
  /** What a new customer costs. */
  readonly perWonMinor: number;
  /** The share that has to stay because of it for both to cost the same; above 1, keeping never pays. */
  readonly breakEvenShare: number;
  /** The currency of the amounts. */
  readonly currency: Currency;
  /** Why; `retentionMessages` has the sentences. */
  readonly because: Because<"keeping-pays" | "winning-pays" | "keeping-equals-winning">;
}

const CODES = {
  keep: "keeping-pays",
  win: "winning-pays",
  either: "keeping-equals-winning",
} as const;

/**
 * Whether the next amount is better spent on keeping customers or on winning new ones. Keeping costs a fifth of winning unless
 * you know better; it pays as long as the share of those cared for who stay because of it is above the break-even.
 *
 * @throws `InvalidInputError` when the policy has not its shape
 * @throws `AmountOverflowError` when an amount is beyond 2^53 − 1
 *
 * @example
 * ```ts
 * import { keepOrWin } from "@kefu/retention";
 *
 * const { verdict, breakEvenShare, perKeptMinor } = keepOrWin({ winMinor: 5_000, currency: "EUR", kept: 0.4 });
 * [verdict, breakEvenShare, perKeptMinor]; // => ["keep", 0.2, 2500]
 * ```
 */
export function keepOrWin(input: KeepOrWinPolicyInput): KeepOrWin {
  const { winMinor, currency, keepShare, kept, keepMinor } = parseInput(
    KeepOrWinPolicy,
    "keep or win policy",
    input,
  );
  const cost = keepMinor ?? multiplyRounded(winMinor, keepShare, "ceiling");
  const breakEvenShare = cost / winMinor;
  const verdict = kept > breakEvenShare ? "keep" : kept < breakEvenShare ? "win" : "either";
  return {
    ...{ verdict, currency, keepMinor: cost, breakEvenShare },
    perKeptMinor: money(Math.ceil(cost / kept), currency).amountMinor,
    perWonMinor: winMinor,
    because: { code: CODES[verdict], facts: { kept, breakEven: breakEvenShare } },
  };
}
