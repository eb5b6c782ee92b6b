import { type Accumulator, Currency, LocalDate, type Money, money, parseInput } from "@kefu/core";
import { z } from "zod";
import { exactNumber } from "./exact-rate.ts";
import { type Tally, tallyOf } from "./tally.ts";

const KINDS = ["issued", "redeemed", "expired", "changeOfEstimate"] as const;

/** Which period to report. */
export const RollForwardPolicy = z
  .strictObject({
    /** The currency of all amounts. */
    currency: Currency,
    /** The first day. */
    from: LocalDate,
    /** The last day; what happened later is left out. */
    to: LocalDate,
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "must not lie before from" });
/** Which period to report, see the schema of the same name. */
export type RollForwardPolicy = Readonly<z.input<typeof RollForwardPolicy>>;

/** One movement of deferred revenue. */
export const DeferredMovement = z
  .strictObject({
    /** The day in the books. */
    on: LocalDate,
    /** What happened. Only a change of estimate has a sign: above zero, more is owed than was thought. */
    kind: z.enum(KINDS),
    /** How many points. */
    points: z.int().default(0),
    /** How much deferred revenue, in the smallest unit. */
    amountMinor: z.int(),
  })
  .refine(
    ({ kind, points, amountMinor }) =>
      kind === "changeOfEstimate" || (points >= 0 && amountMinor >= 0),
    {
      path: ["amountMinor"],
      message: "must not be negative, nor points, but for a changeOfEstimate",
    },
  );
/** One movement of deferred revenue, with defaults left out. */
export type DeferredMovementInput = Readonly<z.input<typeof DeferredMovement>>;

/** Points and the revenue deferred for them. */
export interface DeferredAmount {
  /** How many points. */
  readonly points: number;
  /** How much is deferred. */
  readonly amount: Money;
}

/** `opening + issued − redeemed − expired + changeOfEstimate = closing`, in points as in money. */
export type RollForward = Readonly<
  Record<"opening" | DeferredMovementInput["kind"] | "closing", DeferredAmount>
>;

/**
 * How deferred revenue went from the beginning to the end of a period. Give it all movements since the programme began: those
 * before the period make the opening, so the closing of one period is the opening of the next.
 *
 * @returns an accumulator over lists of {@link DeferredMovement}; `finish` gives a {@link RollForward}
 * @throws `InvalidInputError` when an argument has not its shape
 * @throws `AmountOverflowError` when a result is beyond ±(2^53 − 1)
 * @see ASC 606-10-50-8; IFRS 15.116
 *
 * @example
 * ```ts
 * import { money } from "@kefu/core";
 * import { rollForward } from "@kefu/loyalty";
 *
 * const second = rollForward({ currency: "USD", from: "2027-01-01", to: "2027-12-31" });
 * const { opening, closing } = second.finish(
 *   second.add(second.create(), [
 *     { on: "2026-05-01", kind: "issued", points: 10_000, amountMinor: 8_676 },
 *     { on: "2026-12-31", kind: "redeemed", points: 4_500, amountMinor: 4_110 },
 *     { on: "2027-12-31", kind: "redeemed", points: 4_000, amountMinor: 3_653 },
 *     { on: "2027-12-31", kind: "changeOfEstimate", amountMinor: 160 },
 *   ]),
 * );
 * opening; // => { points: 5_500, amount: money(4_566, "USD") }
 * closing; // => { points: 1_500, amount: money(1_073, "USD") }
 * ```
 */
export function rollForward(
  policy: RollForwardPolicy,
): Accumulator<readonly DeferredMovementInput[], Tally, RollForward> {
  const { currency, from, to } = parseInput(RollForwardPolicy, "roll-forward policy", policy);
  return tallyOf({
    of: `deferred revenue ${currency} ${from} ${to}`,
    key: /^[a-zA-Z]+$/,
    input: DeferredMovement,
    rowOf: ({ on, kind, points, amountMinor }) => {
      const when = on < from ? "opening" : on > to ? "later" : kind;
      const sign = when === "opening" && (kind === "redeemed" || kind === "expired") ? -1n : 1n;
      return [when, sign * BigInt(points), sign * BigInt(amountMinor)];
    },
    finish: (rows) => {
      const counts = new Map(rows.map(([key, ...pair]) => [key, pair]));
      const pair = (at: number) => {
        const [opening = 0n, issued = 0n, redeemed = 0n, expired = 0n, changeOfEstimate = 0n] = [
          "opening",
          ...KINDS,
        ].map((key) => counts.get(key)?.[at]);
        const closing = opening + issued - redeemed - expired + changeOfEstimate;
        return { opening, issued, redeemed, expired, changeOfEstimate, closing };
      };
      const [points, amounts] = [pair(0), pair(1)];
      const deferred = (key: keyof RollForward): DeferredAmount => ({
        points: exactNumber(points[key]),
        amount: money(exactNumber(amounts[key]), currency),
      });
      return {
        opening: deferred("opening"),
        issued: deferred("issued"),
        redeemed: deferred("redeemed"),
        expired: deferred("expired"),
        changeOfEstimate: deferred("changeOfEstimate"),
        closing: deferred("closing"),
      };
    },
  });
}
