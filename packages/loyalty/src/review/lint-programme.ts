import { millisecondsIn, parseInput } from "@kefu/core";
import {
  type EarningRule,
  LoyaltyProgramme,
  type LoyaltyProgrammeInput,
} from "../programme/programme.ts";

/** Something in a programme that its author can hardly mean. */
export interface ProgrammeFinding {
  /**
   * - `"rule-never-reached"`: a rule before it always holds and stops.
   * - `"rule-never-active"`: its campaign ends before it begins, or before or after the programme.
   * - `"rule-gives-nothing"`: a multiplier by one, or a cap of no points.
   * - `"nothing-to-multiply"`: multipliers without a rate.
   * - `"cap-below-minimum"`: the most that can be earned in an order, or a balance that is capped for good, never reaches what must be redeemed at
   *   once.
   * - `"minimum-not-a-multiple"`: the fewest points are no multiple of the step.
   * - `"step-worth-nothing"`: one step of points is worth less than the smallest unit.
   * - `"expiry-before-vesting"`: points end before they can be used.
   * - `"multiplier-above-highest"`: one alone is more than what all may come to.
   */
  readonly code:
    | "rule-never-reached"
    | "rule-never-active"
    | "rule-gives-nothing"
    | "nothing-to-multiply"
    | "cap-below-minimum"
    | "minimum-not-a-multiple"
    | "step-worth-nothing"
    | "expiry-before-vesting"
    | "multiplier-above-highest";
  /** From the root of the programme. */
  readonly path: readonly (string | number)[];
}

/**
 * What is allowed in a programme, but hardly meant. Tiers are a policy of their own: `TierPolicy` refuses levels that have no way up,
 * take less than one below, or share a name, so that there are no gaps to look for.
 *
 * @returns in the order of the programme; empty when nothing was found
 * @throws `InvalidInputError` (`invalid-input`) when it is no programme
 *
 * @example
 * ```ts
 * import { lintProgramme } from "@kefu/loyalty";
 *
 * const programme = {
 *   version: 1,
 *   timeZone: "Asia/Shanghai",
 *   currency: "CNY",
 *   rules: [
 *     { id: "base", give: { points: 1, per: 100 }, stop: true },
 *     { id: "double", give: { multiply: [2, 1] as const } },
 *   ],
 * };
 * lintProgramme(programme); // => [{ code: "rule-never-reached", path: ["rules", 1] }]
 * ```
 */
export function lintProgramme(programme: LoyaltyProgrammeInput): readonly ProgrammeFinding[] {
  const checked = parseInput(LoyaltyProgramme, "loyalty programme", programme);
  return [...rulesIn(checked), ...redemptionIn(checked), ...vestingIn(checked)];
}

type Findings = Generator<ProgrammeFinding>;

function* rulesIn(programme: LoyaltyProgramme): Findings {
  const { rules } = programme;
  const inOrder = rules.toSorted((one, next) => one.priority - next.priority);
  const last = inOrder.findIndex((rule) => rule.stop && alwaysHolds(rule));
  for (const [at, rule] of rules.entries()) {
    const path = ["rules", at];
    const isUnreached = last >= 0 && inOrder.indexOf(rule) > last;
    const faults: readonly (readonly [boolean, ProgrammeFinding["code"]])[] = [
      [isUnreached, "rule-never-reached"],
      [neverActive(rule, programme), "rule-never-active"],
      [givesNothing(rule), "rule-gives-nothing"],
      [isAbove(rule, programme), "multiplier-above-highest"],
    ];
    for (const [isFault, code] of faults) if (isFault) yield { code, path };
  }
  const gives = (kind: string) => rules.findIndex(({ give }) => kind in give);
  const first = gives("multiply");
  if (first >= 0 && gives("per") < 0) yield { code: "nothing-to-multiply", path: ["rules", first] };
}

function* redemptionIn({ redemption, caps }: LoyaltyProgramme): Findings {
  const { minimumPoints, stepPoints, points, valueMinor } = redemption;
  if (minimumPoints % stepPoints > 0) {
    yield { code: "minimum-not-a-multiple", path: ["redemption", "minimumPoints"] };
  }
  if (stepPoints * valueMinor < points) {
    yield { code: "step-worth-nothing", path: ["redemption", "stepPoints"] };
  }
  for (const [at, cap] of caps.entries()) {
    if (cap.points < minimumPoints) yield { code: "cap-below-minimum", path: ["caps", at] };
  }
}

function* vestingIn(programme: LoyaltyProgramme): Findings {
  const { expiry, vesting, activities } = programme;
  if (expiry.kind !== "fixed" || expiry.from === "activation") return;
  const { years = 0, months = 0, ...rest } = expiry.after;
  // As long as calendar months can be; what is in between depends on the day.
  const lifeDays = (years * 12 + months) * 31 + millisecondsIn(rest) / 86_400_000;
  const isTooLate = (given: typeof vesting) =>
    "days" in given && given.days > 0 && given.days >= lifeDays;
  if (isTooLate(vesting)) yield { code: "expiry-before-vesting", path: ["vesting"] };
  for (const [at, activity] of activities.entries()) {
    if (isTooLate(activity.vesting)) {
      yield { code: "expiry-before-vesting", path: ["activities", at, "vesting"] };
    }
  }
}

function alwaysHolds({ when, lines, from, until }: EarningRule): boolean {
  return [when, lines, from, until].every((limit) => limit === undefined);
}

function neverActive(rule: EarningRule, { from, until }: LoyaltyProgramme): boolean {
  const begins = Math.max(rule.from ?? -Infinity, from ?? -Infinity);
  return begins >= Math.min(rule.until ?? Infinity, until ?? Infinity);
}

function givesNothing({ give, caps }: EarningRule): boolean {
  const isOne = "multiply" in give && give.multiply[0] === give.multiply[1];
  return isOne || caps.some(({ points }) => points === 0);
}

function isAbove({ give }: EarningRule, { highestMultiplier }: LoyaltyProgramme): boolean {
  if (!("multiply" in give) || highestMultiplier === undefined) return false;
  const [numerator, denominator] = highestMultiplier;
  return (
    BigInt(give.multiply[0]) * BigInt(denominator) > BigInt(numerator) * BigInt(give.multiply[1])
  );
}
