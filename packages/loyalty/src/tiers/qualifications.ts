import { parseInput } from "@kefu/core";
import { z } from "zod";
import {
  type Counted,
  levelOf,
  NOTHING,
  plus,
  TierMoment,
  type TierPolicy,
} from "./tier-policy.ts";
import type { WindowOf } from "./tier-window.ts";

const amount = z.int().min(-1e12).max(1e12).default(0);

/** Something that counts towards a tier, or, where an amount is negative, is taken back. */
export const Qualification = z
  .strictObject({
    /** When it was known; a refund when it was made. */
    at: TierMoment,
    /** When it was earned, for a refund when the order was; it counts in that window. Without, the same as `at`. */
    earnedAt: TierMoment.optional(),
    /** Points earned. */
    points: amount,
    /** Money spent, in the smallest unit of the programme's currency. */
    spendMinor: amount,
    /** Visits. */
    visits: amount,
  })
  .refine(({ at, earnedAt = at }) => earnedAt <= at, {
    path: ["earnedAt"],
    message: "must not lie after at",
  });
/** Something that counts towards a tier, with defaults left out. */
export type QualificationInput = Readonly<z.input<typeof Qualification>>;

/** A qualification and when it counts. */
export interface Fact {
  readonly knownAt: number;
  readonly from: number;
  readonly until: number;
  readonly key: number;
  readonly counted: Counted;
  readonly isTakenBack: boolean;
}

const Qualifications = z.array(Qualification).max(3000);

/**
 * What is known by a moment, in a fixed order. What is taken back never was: it counts from when it was earned, and where that is
 * not said, from the beginning of the window.
 */
export function factsOf(
  qualifications: readonly QualificationInput[],
  windowOf: WindowOf,
  asOf: number,
): readonly Fact[] {
  const read = parseInput(Qualifications, "qualifications", qualifications);
  const known = read.filter(({ at }) => at <= asOf).sort((one, other) => one.at - other.at);
  return known.map(({ at, earnedAt, ...counted }) => {
    const { from, until, key } = windowOf(earnedAt ?? at);
    const isTakenBack = Object.values(counted).some((count) => count < 0);
    const start = isTakenBack ? (earnedAt ?? from) : at;
    return { knownAt: at, from: start, until, key, counted, isTakenBack };
  });
}

/** What counts at a moment in the window of a key. */
export function countedAt(facts: readonly Fact[], key: number, at: number): Counted {
  return facts
    .filter((fact) => fact.key === key && fact.from <= at && at < fact.until)
    .reduce((sum, { counted }) => plus(sum, counted), NOTHING);
}

/** A stretch of time in which qualifications bear a level above the lowest. */
export interface Borne {
  readonly level: number;
  readonly from: number;
  readonly until: number;
}

/** One qualification coming into force or going out of it. */
export interface Edge {
  readonly at: number;
  readonly knownAt: number;
  readonly key: number;
  readonly counted: Counted;
}

/** All comings and goings in the order of time. */
export function edgesOf(facts: readonly Fact[]): readonly Edge[] {
  const edges = facts.flatMap(({ knownAt, from, until, key, counted }): Edge[] => {
    const { points, spendMinor, visits } = counted;
    const less = { points: -points, spendMinor: -spendMinor, visits: -visits };
    return [
      { at: from, knownAt, key, counted },
      { at: until, knownAt, key, counted: less },
    ];
  });
  return edges.sort((one, other) => one.at - other.at);
}

/** What level is borne when, by what was known before a moment. */
export function borneBy(
  { levels }: TierPolicy,
  edges: readonly Edge[],
  knownBefore: number,
): Borne[] {
  const sums = new Map<number, Counted>();
  const borne: Borne[] = [];
  let [level, from] = [0, 0];
  const add = (key: number, counted: Counted) => {
    const sum = plus(sums.get(key) ?? NOTHING, counted);
    if (sum.points || sum.spendMinor || sum.visits) sums.set(key, sum);
    else sums.delete(key);
  };
  const settle = (at: number) => {
    const next = Math.max(0, ...[...sums.values()].map((sum) => levelOf(levels, sum)));
    if (next === level) return;
    if (level > 0) borne.push({ level, from, until: at });
    [level, from] = [next, at];
  };
  for (const [index, { at, knownAt, key, counted }] of edges.entries()) {
    if (knownAt < knownBefore) add(key, counted);
    if (edges[index + 1]?.at !== at) settle(at);
  }
  return borne;
}
