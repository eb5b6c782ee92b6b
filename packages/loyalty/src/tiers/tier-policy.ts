import { z } from "zod";
import { isTimeZone } from "../programme/wall-time.ts";

/** Late in 2198: what lies beyond is not in sight. */
export const LAST_MOMENT = 7.2e12;
/** Moments of a programme. */
export const TierMoment = z.int().nonnegative().max(LAST_MOMENT);

/** What a tier is reached by. */
export type Measure = "points" | "spendMinor" | "visits";
/** All that a tier is reached by. */
export const MEASURES: readonly Measure[] = ["points", "spendMinor", "visits"];

const needed = z.int().nonnegative().max(1e15).optional();

/** How much it takes. With several measures, any one of them does. */
const Threshold = z.strictObject({
  /** Points earned, whatever became of them: spending them never lowers a tier. */
  points: needed,
  /** Money spent, in the smallest unit of the programme's currency. */
  spendMinor: needed,
  /** Visits, orders, or what else is counted one by one. */
  visits: needed,
});

/** One tier. */
export const TierLevel = z.strictObject({
  /** What it is called. */
  tier: z.string().min(1).max(128),
  /** How much it takes within the window; nothing for the lowest. */
  from: Threshold.default({}),
});

/** One tier, see the schema of the same name. */
export interface TierLevel extends Readonly<z.output<typeof TierLevel>> {}

/** Which qualifications count. A day is one of the programme's zone. */
const Window = z.discriminatedUnion("kind", [
  /** Those of a year. What is reached in one year holds through the next. */
  z.strictObject({ kind: z.literal("calendar-year") }),
  /** The same by years that begin on the day of joining; for 29 February, else on the 28th. */
  z.strictObject({ kind: z.literal("anniversary") }),
  /** Those of the last months: one leaves at the beginning of the same day so many months later. */
  z.strictObject({ kind: z.literal("rolling"), months: z.int().min(1).max(1200) }),
  /** All. */
  z.strictObject({ kind: z.literal("lifetime") }),
]);

/** How customers rise and fall, as data. */
export const TierPolicy = z
  .strictObject({
    /** IANA name of the zone in which days and years are reckoned. */
    timeZone: z.string().refine(isTimeZone, "must be an IANA time zone"),
    /** The tiers, lowest first. */
    levels: z.array(TierLevel).min(1).max(50).readonly(),
    /** Which qualifications count. */
    window: Window,
    /** `"re-evaluate"`: down to what is earned at that time. `"one-down"`: one level at a time, the next a window later. */
    downgrade: z.enum(["re-evaluate", "one-down"]).default("re-evaluate"),
    /** How many days a tier is kept after it is no longer earned. */
    graceDays: z.int().nonnegative().max(3660).default(0),
    /**
     * What happens when a qualification is taken back. `"strict"`: the tier is, at once, what it were had it never been. `"sticky"`: a
     * tier once reached is kept as long as it would have been, but does not count for more.
     */
    clawback: z.enum(["strict", "sticky"]).default("strict"),
    /** Which rate an earning has that reaches the next tier: the old one, the new one, or each for its part. */
    atThreshold: z.enum(["old-rate", "new-rate", "split"]).default("old-rate"),
  })
  .check(({ value, issues }) => {
    for (const [at, message] of faultsIn(value.levels)) {
      issues.push({ code: "custom", input: value, path: ["levels", at], message });
    }
  });
/** How customers rise and fall, see the schema of the same name. */
export interface TierPolicy extends Readonly<z.output<typeof TierPolicy>> {}
/** How customers rise and fall, with defaults left out. */
export interface TierPolicyInput extends Readonly<z.input<typeof TierPolicy>> {}

/** What counted: points, money in the smallest unit, visits. */
export type Counted = Readonly<Record<Measure, number>>;

function faultsIn(levels: readonly TierLevel[]): [number, string][] {
  return levels.flatMap(({ tier, from }, at): [number, string][] => {
    const asked = MEASURES.filter((measure) => from[measure]);
    const before = levels.slice(0, at);
    const ascends = (measure: Measure) =>
      before.every((lower) => (lower.from[measure] ?? 0) < (from[measure] ?? 0));
    if (before.some((lower) => lower.tier === tier)) return [[at, "must have a name of its own"]];
    if ((at === 0) !== (asked.length === 0)) return [[at, "only the lowest may take nothing"]];
    return asked.every(ascends) ? [] : [[at, "must take more than those before"]];
  });
}

/** The highest level that an amount reaches; 0 is the lowest. */
export function levelOf(levels: readonly TierLevel[], counted: Counted): number {
  const reached = (level: TierLevel) =>
    MEASURES.some(
      (measure) => counted[measure] >= (level.from[measure] ?? Number.POSITIVE_INFINITY),
    );
  return Math.max(0, levels.findLastIndex(reached));
}

/** What is missing to a level, by measure; any one of them does. */
export function missingTo(level: TierLevel | undefined, counted: Counted): Partial<Counted> {
  const asked = MEASURES.filter((measure) => level?.from[measure] !== undefined);
  return Object.fromEntries(
    asked.map((measure) => [measure, Math.max(0, (level?.from[measure] ?? 0) - counted[measure])]),
  );
}

/** Adds up amounts. */
export function plus(one: Counted, other: Counted): Counted {
  return {
    points: one.points + other.points,
    spendMinor: one.spendMinor + other.spendMinor,
    visits: one.visits + other.visits,
  };
}

/** Nothing. */
export const NOTHING: Counted = { points: 0, spendMinor: 0, visits: 0 };
