import type { Because, Instant } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import { countedAt, type QualificationInput } from "./qualifications.ts";
import { type Counted, levelOf, missingTo, type TierPolicyInput } from "./tier-policy.ts";
import { type Kept, keptBy, spansOf, type TierSpan } from "./tier-spans.ts";
import { momentOrNull, type TierQuestion, type TierView, viewOf } from "./tier-view.ts";

/** Why a tier is held. */
export type TierReason =
  | "tier-lowest"
  | "tier-reached"
  | "tier-carried-over"
  | "tier-kept-after-clawback"
  | "tier-in-grace"
  | "tier-stepped-down";

/** A tier and why it is held. */
export interface TierStanding {
  /** The tier. */
  readonly tier: string;
  /** Why. */
  readonly because: Because<TierReason>;
  /** The first moment at which it is held no more, if nothing else is earned; `null` when it stays. */
  readonly validUntil: Instant | null;
  /** What counts in the window of now. */
  readonly counted: Counted;
  /** The first moment after that window; `null` where windows have no end, or move along. */
  readonly windowEndsAt: Instant | null;
  /** The next tier and what is missing to it: any one of the measures. `null` at the top. */
  readonly next: { readonly tier: string; readonly missing: Partial<Counted> } | null;
  /** What must be earned from `from` until before `by` to keep the tier: any one of the measures. `null` when it stays. */
  readonly keep: {
    readonly from: Instant;
    readonly by: Instant;
    readonly missing: Partial<Counted>;
  } | null;
}

/**
 * The tier of a customer at a moment, why, for how long, and what it takes to rise or to stay. It follows from what was earned, never
 * from a balance, and the order in which qualifications are given makes no difference.
 *
 * A tier is reached at the moment of the qualification that completes it. Days, years and grace begin at midnight of the programme's zone.
 *
 * @param qualifications - what counts, up to 3000; refunds are negative
 * @throws `InvalidInputError` when an argument has not its shape, or `joinedAt` is missing where windows begin on that day
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { tierAt } from "@kefu/loyalty";
 *
 * const policy = {
 *   timeZone: "Europe/Berlin",
 *   levels: [{ tier: "Base" }, { tier: "Silver", from: { points: 1_000 } }],
 *   window: { kind: "rolling", months: 12 },
 *   graceDays: 60,
 * } as const;
 * const earned = [
 *   { at: instant("2025-01-15T10:00:00+01:00"), points: 1_200 },
 *   { at: instant("2025-09-01T10:00:00+02:00"), points: 400 },
 * ];
 * const now = tierAt(policy, earned, { asOf: instant("2026-01-20T12:00:00+01:00") });
 * [now.tier, now.because.code, isoOf(now.validUntil!)]; // => ["Silver", "tier-in-grace", "2026-03-15T23:00:00.000Z"]
 * now.keep?.missing; // => { points: 600 }
 * ```
 */
export function tierAt(
  policy: TierPolicyInput,
  qualifications: readonly QualificationInput[],
  question: TierQuestion,
): TierStanding {
  const view = viewOf(policy, qualifications, question);
  const { asOf, edges } = view;
  const before = view.policy.clawback === "sticky" ? view.takenBackAt : [];
  const kept = keptBy(view.policy, edges, [...before, asOf + 1]);
  const spans = spansOf(view.policy, kept);
  const held = spans.findLast(({ from }) => from <= asOf) ?? { level: 0, from: 0, until: NEVER };
  return standingOf(view, kept, held);
}

function standingOf(
  view: TierView,
  kept: readonly Kept[],
  { level, until }: TierSpan,
): TierStanding {
  const { policy, facts, asOf, windowOf } = view;
  const window = windowOf(asOf);
  const counted = countedAt(facts, window.key, asOf);
  const { tier } = policy.levels[level] ?? { tier: "" };
  const next = policy.levels[level + 1];
  const code = reasonOf(view, kept, level, counted);
  return {
    tier,
    because: { code, facts: { tier, ...counted } },
    validUntil: momentOrNull(until),
    counted,
    windowEndsAt: momentOrNull(window.end),
    next: next === undefined ? null : { tier: next.tier, missing: missingTo(next, counted) },
    keep: until >= NEVER ? null : keepOf(view, kept, { level, until, from: 0 }),
  };
}

function reasonOf(
  { policy, facts, asOf, windowOf }: TierView,
  kept: readonly Kept[],
  level: number,
  counted: Counted,
): TierReason {
  if (level === 0) return "tier-lowest";
  if (levelOf(policy.levels, counted) >= level) return "tier-reached";
  const bears = (until: "until" | "graceUntil") =>
    kept.some((one) => one.level >= level && one.from <= asOf && asOf < one[until]);
  if (!bears("until")) return bears("graceUntil") ? "tier-in-grace" : "tier-stepped-down";
  const { key } = windowOf(asOf);
  const before = countedAt(facts, key - 1, asOf);
  return levelOf(policy.levels, before) >= level ? "tier-carried-over" : "tier-kept-after-clawback";
}

/** What it takes so that something still bears the tier when what bears it now is over, or, in grace, until that is over. */
function keepOf(
  { policy, facts, asOf, windowOf }: TierView,
  kept: readonly Kept[],
  held: TierSpan,
) {
  const { level, until } = held;
  const bearing = kept.filter((one) => one.level >= level && one.graceUntil === until);
  const end = Math.max(0, ...bearing.map((one) => one.until)) || until;
  let from = asOf;
  while (windowOf(from).until <= end) from = windowOf(from).next;
  const window = windowOf(from);
  const counted = countedAt(facts, window.key, Math.max(asOf, end));
  return {
    from: from as Instant,
    by: Math.min(asOf < end ? end : until, window.end) as Instant,
    missing: missingTo(policy.levels[level], counted),
  };
}
