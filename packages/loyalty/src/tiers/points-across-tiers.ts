import { InvalidInputError, parseInput, Rounding } from "@kefu/core";
import { z } from "zod";
import {
  divideRounded,
  exactNumber,
  type Quotient,
  sumOf,
  wholeParts,
} from "../finance/exact-rate.ts";
import { Ratio } from "../programme/programme.ts";
import { MEASURES, type TierLevel, TierPolicy, type TierPolicyInput } from "./tier-policy.ts";

const amount = z.int().nonnegative().max(1e12).default(0);
const Amounts = z.strictObject({ points: amount, spendMinor: amount, visits: amount });

/** An earning, and where the customer stood before it. */
export const EarningAcrossTiers = z.strictObject({
  /** The tier before it. */
  tier: z.string(),
  /** What counted in the window before it. */
  counted: z.strictObject({ points: z.int(), spendMinor: z.int(), visits: z.int() }),
  /** What it counts for; `points` are those before the tier multiplies them. */
  earning: Amounts,
  /** What each tier multiplies by; those left out by 1. */
  multipliers: z.record(z.string(), Ratio).readonly(),
  /** Where the fraction of a point goes, once for the whole earning. */
  rounding: Rounding.default("floor"),
});
/** An earning across tiers, with defaults left out. */
export type EarningAcrossTiersInput = Readonly<z.input<typeof EarningAcrossTiers>>;

/** What an earning gives. */
export interface PointsAcrossTiers {
  /** How many points. */
  readonly points: number;
  /** How many of them at the rate of which tier; they add up to `points`. */
  readonly parts: readonly { readonly tier: string; readonly points: number }[];
}

/**
 * What an earning gives that may reach the next tier, by the policy's `atThreshold`: all at the old rate, all at the new one, or up
 * to the threshold at the old and from there at the new. Exact, rounded once.
 *
 * @throws `InvalidInputError` when an argument has not its shape, or the policy has no such tier
 * @throws `AmountOverflowError` when the result is beyond 2^53 − 1
 *
 * @example
 * ```ts
 * import { pointsAcrossTiers } from "@kefu/loyalty";
 *
 * const policy = {
 *   timeZone: "UTC",
 *   levels: [{ tier: "Base" }, { tier: "Silver", from: { points: 1_000 } }],
 *   window: { kind: "calendar-year" },
 * } as const;
 * const earning = {
 *   tier: "Base",
 *   counted: { points: 900, spendMinor: 0, visits: 0 },
 *   earning: { points: 200 },
 *   multipliers: { Silver: [3, 2] as const },
 * };
 * pointsAcrossTiers(policy, earning).points; // => 200
 * pointsAcrossTiers({ ...policy, atThreshold: "new-rate" }, earning).points; // => 300
 * pointsAcrossTiers({ ...policy, atThreshold: "split" }, earning).parts;
 * // => [{ tier: "Base", points: 100 }, { tier: "Silver", points: 150 }]
 * ```
 */
export function pointsAcrossTiers(
  policy: TierPolicyInput,
  earning: EarningAcrossTiersInput,
): PointsAcrossTiers {
  const { levels, atThreshold } = parseInput(TierPolicy, "tier policy", policy);
  const parsed = parseInput(EarningAcrossTiers, "earning across tiers", earning);
  const held = levels.findIndex(({ tier }) => tier === parsed.tier);
  if (held < 0) {
    const message = "is no tier of the policy";
    throw new InvalidInputError("earning across tiers", [{ path: ["tier"], message }]);
  }
  const above = levels.slice(held + 1).map((level) => reachedAt(level, parsed));
  const begins = [NOW, ...above.map((_, at) => above.slice(at).reduce(least))].filter(isWithin);
  const pieces = begins.map((from, at) => ({
    tier: levels[held + at]?.tier ?? "",
    share: less(begins[at + 1] ?? END, from),
  }));
  if (atThreshold === "split") return pointsOf(pieces, parsed);
  const before = pieces.find(({ share }) => share[0] > 0n);
  const piece = atThreshold === "old-rate" ? before : pieces.at(-1);
  return pointsOf([{ tier: piece?.tier ?? parsed.tier, share: END }], parsed);
}

type Earning = z.output<typeof EarningAcrossTiers>;

const NOW: Quotient = [0n, 1n];
const END: Quotient = [1n, 1n];

const least = (one: Quotient, other: Quotient) =>
  one[0] * other[1] <= other[0] * one[1] ? one : other;
const less = (one: Quotient, other: Quotient): Quotient => [
  one[0] * other[1] - other[0] * one[1],
  one[1] * other[1],
];
const isWithin = ([dividend, divisor]: Quotient) => dividend <= divisor;

/** After which share of the earning a level is reached; above 1 when it is not. */
function reachedAt({ from }: TierLevel, { counted, earning }: Earning): Quotient {
  const ways = MEASURES.flatMap((measure): Quotient[] => {
    const needed = from[measure];
    if (needed === undefined) return [];
    const missing = needed - counted[measure];
    if (missing <= 0) return [NOW];
    return earning[measure] > 0 ? [[BigInt(missing), BigInt(earning[measure])]] : [];
  });
  return ways.reduce(least, [2n, 1n]);
}

function pointsOf(
  pieces: readonly { readonly tier: string; readonly share: Quotient }[],
  { earning, multipliers, rounding }: Earning,
): PointsAcrossTiers {
  const exact = pieces.map(({ tier, share }): Quotient => {
    const [times, by] = Object.hasOwn(multipliers, tier) ? (multipliers[tier] ?? [1, 1]) : [1, 1];
    return [BigInt(earning.points) * BigInt(times) * share[0], BigInt(by) * share[1]];
  });
  const divisor = exact.reduce((product, quotient) => product * quotient[1], 1n);
  const dividends = exact.map(([dividend, by]) => (dividend * divisor) / by);
  const total = divideRounded([sumOf(dividends), divisor], rounding);
  const parts = wholeParts(total, dividends, divisor).map((points, at) => ({
    tier: pieces[at]?.tier ?? "",
    points: exactNumber(points),
  }));
  return { points: exactNumber(total), parts: parts.filter(({ points }) => points > 0) };
}
