import { later, NEVER } from "../programme/wall-time.ts";
import { type Borne, borneBy, type Edge } from "./qualifications.ts";
import type { TierPolicy } from "./tier-policy.ts";
import { windowMonths } from "./tier-window.ts";

/** A level borne, and until when it is kept with grace. */
export interface Kept extends Borne {
  readonly graceUntil: number;
}

/** Which tier is held when: index of the level, first moment, first moment after. */
export interface TierSpan {
  readonly level: number;
  readonly from: number;
  readonly until: number;
}

/** The levels borne by what was known before each of some moments; together they keep the highest. */
export function keptBy(
  policy: TierPolicy,
  edges: readonly Edge[],
  knownBefore: readonly number[],
): readonly Kept[] {
  const borne = knownBefore.flatMap((known) => borneBy(policy, edges, known));
  return borne.map((one) => ({ ...one, graceUntil: withGrace(policy, one.until) }));
}

function withGrace({ graceDays, timeZone }: TierPolicy, until: number): number {
  return until >= NEVER ? NEVER : later(until, { days: graceDays }, timeZone);
}

/**
 * The tier over all time, as if nothing more were earned: up at once to whatever is kept, down when nothing keeps it, by one level
 * at a time where the policy says so.
 */
export function spansOf(policy: TierPolicy, kept: readonly Kept[]): readonly TierSpan[] {
  const spans: { level: number; from: number; until: number }[] = [];
  let [held, highest] = [0, 0];
  let heldUntil: number = -NEVER;
  const move = (level: number, at: number) => {
    const last = spans.at(-1);
    if (last) last.until = at;
    spans.push({ level, from: at, until: NEVER });
    held = level;
  };
  const fall = (at: number) => {
    if (policy.downgrade === "re-evaluate") return move(highest, at);
    heldUntil = later(at, { months: windowMonths(policy) }, policy.timeZone);
    move(Math.max(highest, held - 1), at);
  };
  move(0, -NEVER);
  for (const step of highestOf(kept)) {
    while (highest < held && heldUntil < step.at) fall(heldUntil);
    highest = step.level;
    if (highest > held) move(highest, step.at);
    else if (highest < held && step.at >= heldUntil) fall(step.at);
  }
  while (highest < held) fall(heldUntil);
  return spans;
}

/** The highest level kept from each moment on at which something changes. */
function highestOf(kept: readonly Kept[]): { at: number; level: number }[] {
  const edges = kept.flatMap(({ level, from, graceUntil }) => [
    { at: from, level, change: 1 },
    { at: graceUntil, level, change: -1 },
  ]);
  edges.sort((one, other) => one.at - other.at);
  const counts: number[] = [];
  return edges.flatMap(({ at, level, change }, index) => {
    counts[level] = (counts[level] ?? 0) + change;
    if (at >= NEVER || edges[index + 1]?.at === at) return [];
    return [
      {
        at,
        level: Math.max(
          0,
          counts.findLastIndex((count) => count > 0),
        ),
      },
    ];
  });
}
