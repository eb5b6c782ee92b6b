import { type Because, type Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { NEVER } from "../programme/wall-time.ts";
import {
  countedAt,
  edgesOf,
  type Fact,
  factsOf,
  type QualificationInput,
} from "./qualifications.ts";
import {
  type Counted,
  levelOf,
  missingTo,
  TierMoment,
  TierPolicy,
  type TierPolicyInput,
} from "./tier-policy.ts";
import { type Kept, keptBy, spansOf, type TierSpan } from "./tier-spans.ts";
import { type TierWindow, type WindowOf, windowsOf } from "./tier-window.ts";

const TierQuestion = z.strictObject({
  asOf: TierMoment,
  joinedAt: TierMoment.optional(),
});

/** When, and of whom. */
export interface TierQuestion {
  /** The moment asked about; what is known later does not count. */
  readonly asOf: Instant;
  /** When the customer joined; needed where windows begin on that day. */
  readonly joinedAt?: Instant;
}

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
  const { asOf } = view;
  const taken = view.policy.clawback === "sticky" ? takenBackAt(view.facts) : [];
  const kept = keptBy(view.policy, edgesOf(view.facts), [...taken, asOf + 1]);
  const spans = spansOf(view.policy, kept);
  const held = spans.findLast(({ from }) => from <= asOf) ?? { level: 0, from: 0, until: NEVER };
  return standingOf(view, kept, held);
}

/** A tier over a stretch of time. */
export interface TierPeriod {
  /** The tier. */
  readonly tier: string;
  /** The first moment; `null` from the beginning of time. */
  readonly from: Instant | null;
  /** The first moment after; `null` for ever. */
  readonly until: Instant | null;
}

/**
 * Which tier was held when, oldest first and without gaps, as it was known at the time: where a qualification was taken back, the
 * tier it had brought stays on record until then. The last one goes on as if nothing more were earned.
 *
 * @throws `InvalidInputError` when an argument has not its shape, or `joinedAt` is missing where windows begin on that day
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { tierHistory } from "@kefu/loyalty";
 *
 * const policy = {
 *   timeZone: "UTC",
 *   levels: [{ tier: "Base" }, { tier: "Silver", from: { points: 1_000 } }, { tier: "Gold", from: { points: 5_000 } }],
 *   window: { kind: "calendar-year" },
 *   downgrade: "one-down",
 * } as const;
 * const earned = [
 *   { at: instant("2025-03-01T09:00:00Z"), points: 5_200 },
 *   { at: instant("2026-05-01T09:00:00Z"), points: 900 },
 * ];
 * const history = tierHistory(policy, earned, { asOf: instant("2026-06-01T00:00:00Z") });
 * history.map(({ tier, from }) => [tier, from && isoOf(from).slice(0, 10)]);
 * // => [["Base", null], ["Gold", "2025-03-01"], ["Silver", "2027-01-01"], ["Base", "2028-01-01"]]
 * ```
 */
export function tierHistory(
  policy: TierPolicyInput,
  qualifications: readonly QualificationInput[],
  question: TierQuestion,
): readonly TierPeriod[] {
  const { policy: parsed, facts, asOf } = viewOf(policy, qualifications, question);
  const [edges, taken] = [edgesOf(facts), takenBackAt(facts)];
  const kept = (known: readonly number[]) => spansOf(parsed, keptBy(parsed, edges, known));
  const views = [...taken, asOf + 1];
  const told =
    parsed.clawback === "sticky"
      ? kept(views)
      : views.flatMap((known, index) => {
          const until = index < taken.length ? known : NEVER;
          return within(kept([known]), taken[index - 1] ?? -NEVER, until);
        });
  const changes = told.filter(({ level }, index) => told[index - 1]?.level !== level);
  return changes.map(({ level, from }, index) => ({
    tier: parsed.levels[level]?.tier ?? "",
    from: momentOrNull(from),
    until: momentOrNull(changes[index + 1]?.from ?? NEVER),
  }));
}

function takenBackAt(facts: readonly Fact[]): readonly number[] {
  const taken = facts.filter(({ isTakenBack }) => isTakenBack);
  return [...new Set(taken.map(({ knownAt }) => knownAt))];
}

function within(spans: readonly TierSpan[], from: number, until: number): TierSpan[] {
  const cut = spans.map((span) => ({
    level: span.level,
    from: Math.max(span.from, from),
    until: Math.min(span.until, until),
  }));
  return cut.filter((span) => span.from < span.until);
}

interface View {
  readonly policy: TierPolicy;
  readonly facts: readonly Fact[];
  readonly asOf: number;
  readonly windowOf: WindowOf;
}

function viewOf(
  policy: unknown,
  qualifications: readonly QualificationInput[],
  question: unknown,
): View {
  const parsed = parseInput(TierPolicy, "tier policy", policy);
  const { asOf, joinedAt } = parseInput(TierQuestion, "question", question);
  const windowOf = windowsOf(parsed, joinedAt);
  return { policy: parsed, facts: factsOf(qualifications, windowOf, asOf), asOf, windowOf };
}

function standingOf(view: View, kept: readonly Kept[], { level, until }: TierSpan): TierStanding {
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
  { policy, facts, asOf, windowOf }: View,
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

/** The tier ends with the window that bears it, or with grace after it: what is missing in the last window that can save it? */
function keepOf({ policy, facts, asOf, windowOf }: View, kept: readonly Kept[], held: TierSpan) {
  const { level, until } = held;
  const bearing = kept.filter((one) => one.level >= level && one.graceUntil === until);
  const end = Math.max(0, ...bearing.map((one) => one.until)) || until;
  const isInGrace = asOf >= end;
  const window: TierWindow = windowOf(isInGrace ? asOf : end - 1);
  const counted = countedAt(facts, window.key, isInGrace ? asOf : end);
  return {
    from: Math.max(asOf, window.end >= NEVER ? asOf : window.from) as Instant,
    by: (isInGrace ? until : end) as Instant,
    missing: missingTo(policy.levels[level], counted),
  };
}

function momentOrNull(at: number): Instant | null {
  return Math.abs(at) >= NEVER ? null : (at as Instant);
}
