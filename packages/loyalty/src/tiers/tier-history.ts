import type { Instant } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import type { QualificationInput } from "./qualifications.ts";
import type { TierPolicyInput } from "./tier-policy.ts";
import { keptBy, spansOf, type TierSpan } from "./tier-spans.ts";
import { momentOrNull, type TierQuestion, viewOf } from "./tier-view.ts";

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
  const { policy: parsed, asOf, edges, takenBackAt } = viewOf(policy, qualifications, question);
  const held = (known: readonly number[]) => spansOf(parsed, keptBy(parsed, edges, known));
  const views = [...takenBackAt, asOf + 1];
  const told =
    parsed.clawback === "sticky"
      ? held(views)
      : views.flatMap((known, index) =>
          within(held([known]), takenBackAt[index - 1] ?? -NEVER, takenBackAt[index] ?? NEVER),
        );
  const changes = told.filter(({ level }, index) => told[index - 1]?.level !== level);
  return changes.map(({ level, from }, index) => ({
    tier: parsed.levels[level]?.tier ?? "",
    from: momentOrNull(from),
    until: momentOrNull(changes[index + 1]?.from ?? NEVER),
  }));
}

function within(spans: readonly TierSpan[], from: number, until: number): TierSpan[] {
  const cut = spans.map((span) => ({
    level: span.level,
    from: Math.max(span.from, from),
    until: Math.min(span.until, until),
  }));
  return cut.filter((span) => span.from < span.until);
}
