import type { Instant, JsonValue } from "@kefu/core";
import { bucketIn } from "./bucket.ts";
import { type CompiledRules, matchRules } from "./compile-rules.ts";
import type { BucketRange } from "./draw.ts";
import type { Rule } from "./rule-set.ts";
import { whileReading } from "./while-reading.ts";

/** The variant that someone drew. */
export interface DrawnVariant {
  readonly id: string;
  /** Its position in the split. */
  readonly index: number;
  /** From 0 to 1. */
  readonly bucket: number;
}

/** A rule that counts for a profile, and what it gives. */
export interface SelectedRule {
  readonly rule: Rule;
  readonly content: JsonValue;
  /** Where the rule has a split. */
  readonly variant?: DrawnVariant;
}

/** A rule that fits but does not count, and why. */
export type PassedOver =
  | { readonly rule: Rule; readonly because: "exclusive"; readonly winner: string }
  | { readonly rule: Rule; readonly because: "not-in-share"; readonly bucket?: number }
  | { readonly rule: Rule; readonly because: "no-variant"; readonly bucket?: number }
  | { readonly rule: Rule; readonly because: "passed-on"; readonly variant: DrawnVariant };

/** What the rules say of a profile at a moment. */
export interface RuleSelection {
  /** The edition of the rule set. */
  readonly version: string;
  /** Those that count, in the order of decision; none for whom is held out. */
  readonly selected: readonly SelectedRule[];
  /** Those that fit but do not count. */
  readonly passedOver: readonly PassedOver[];
  /** Whether the profile is held out, and in which bucket it is. */
  readonly heldOut?: { readonly bucket: number };
}

/**
 * What the rules say of a profile at a moment. The hold-out comes first; then, in the order of decision, each rule that fits must
 * be the first of its exclusive group, have the profile in all of its shares, and give it a variant where it is split.
 *
 * A profile without the field that a draw is by is in no bucket: it is not held out, in no share, and has no variant. A rule that
 * is passed over for its share or its split leaves the group to the next.
 *
 * @throws `InvalidInputError` (`invalid-input`) when the rules are not compiled or `at` is no moment
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileRules, selectRules } from "@kefu/personalization";
 *
 * const rules = compileRules({
 *   version: "1",
 *   rules: [
 *     { id: "free-delivery", exclusive: "discount", priority: 2, content: "Free delivery" },
 *     { id: "five-percent", exclusive: "discount", priority: 1, content: "5 % off" },
 *   ],
 * });
 * const { selected, passedOver } = selectRules(rules, { id: "c1" }, instant("2026-11-24T09:00:00Z"));
 * selected.map(({ content }) => content); // => ["Free delivery"]
 * passedOver.map(({ because }) => because); // => ["exclusive"]
 * ```
 */
export function selectRules(rules: CompiledRules, profile: unknown, at: Instant): RuleSelection {
  const fitting = matchRules(rules, profile, at);
  const { version, holdOut } = rules.ruleSet;
  const held = holdOut && whileReading("profile", () => bucketIn(holdOut, profile));
  if (holdOut !== undefined && held !== undefined && isIn(holdOut.range, held)) {
    return { version, selected: [], passedOver: [], heldOut: { bucket: held } };
  }
  const outcomes = whileReading("profile", () => eachInTurn(fitting, profile));
  const selected = outcomes.filter((outcome): outcome is SelectedRule => !("because" in outcome));
  const passedOver = outcomes.filter((outcome) => "because" in outcome);
  return { version, selected, passedOver };
}

function eachInTurn(fitting: readonly Rule[], profile: unknown): (SelectedRule | PassedOver)[] {
  const winners = new Map<string | undefined, string>();
  return fitting.map((rule) => {
    const winner = winners.get(rule.exclusive);
    if (winner !== undefined) return { rule, because: "exclusive", winner };
    const outcome = outsideShares(rule, profile) ?? drawn(rule, profile);
    if (rule.exclusive !== undefined && !("because" in outcome)) {
      winners.set(rule.exclusive, rule.id);
    }
    return outcome;
  });
}

function outsideShares(rule: Rule, profile: unknown): PassedOver | undefined {
  for (const share of rule.shares ?? []) {
    const bucket = bucketIn(share, profile);
    if (bucket === undefined) return { rule, because: "not-in-share" };
    if (!share.ranges.some((range) => isIn(range, bucket))) {
      return { rule, because: "not-in-share", bucket };
    }
  }
  return undefined;
}

function drawn(rule: Rule, profile: unknown): SelectedRule | PassedOver {
  const { split, content = null } = rule;
  if (split === undefined) return { rule, content };
  const bucket = bucketIn(split, profile);
  if (bucket === undefined) return { rule, because: "no-variant" };
  const index = split.variants.findIndex(({ range }) => isIn(range, bucket));
  const chosen = split.variants[index];
  if (chosen === undefined) return { rule, because: "no-variant", bucket };
  const variant = { id: chosen.id, index, bucket };
  if (chosen.passOn) return { rule, because: "passed-on", variant };
  return { rule, content: chosen.content, variant };
}

function isIn([from, to]: BucketRange, bucket: number): boolean {
  return bucket >= from && bucket < to;
}
