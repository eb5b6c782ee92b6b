import { type Accumulator, Instant, type Interval, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import { addRow, mergeRuns, type RowKind, rowsOf } from "./sorted-runs.ts";

const DAY = 86_400_000;

/** What a reader says of an answer. */
export const HelpfulnessVote = z.strictObject({
  /** The entry that was read. */
  entryId: z.string().min(1).max(200),
  /** The revision that was read; a better one starts anew. */
  revision: z.int().min(1).default(1),
  /** Who votes: a pseudonym of a customer or a device. Of several votes on one revision the latest counts. */
  voter: z.string().min(1).max(200),
  /** Whether it helped. */
  vote: z.enum(["yes", "no"]),
  /** Why, as a code of the host's own: `"outdated"`, `"unclear"`, `"dislikes-the-rule"`. */
  reason: z.string().max(100).default(""),
  /** When. */
  at: Instant,
});
/** What a reader says of an answer, with defaults left out. */
export interface HelpfulnessVote extends Readonly<z.input<typeof HelpfulnessVote>> {}

/** How to weigh votes. */
export const HelpfulnessPolicy = z.strictObject({
  /** The moment from which votes are looked at. */
  at: Instant,
  /** After so many days a vote weighs half; the age is counted in whole days of UTC. Votes weigh the same without it. */
  halfLifeDays: z.number().positive().max(1e6).optional(),
  /** An answer needs work when surely less than this share of readers is helped. */
  needsWorkBelow: z.number().min(0).max(1).default(0.5),
});
/** How to weigh votes, with defaults left out. */
export interface HelpfulnessPolicy extends Readonly<z.input<typeof HelpfulnessPolicy>> {}

/** A vote as a sum keeps it. */
export type StoredVote = readonly [
  entry: string,
  revision: number,
  voter: string,
  at: number,
  vote: string,
  reason: string,
];

/** Votes, as far as they count. Plain JSON; grows with the number of voters, not of votes. */
export interface HelpfulnessSum {
  /** For this accumulator alone. */
  readonly votes: readonly (readonly StoredVote[])[];
}

/** What readers say of a revision. */
export interface EntryHelpfulness {
  /** The entry. */
  readonly entryId: string;
  /** The revision. */
  readonly revision: number;
  /** How many it helped, one a voter, whatever the age. */
  readonly yes: number;
  /** How many it did not help. */
  readonly no: number;
  /** The share that it helped, by weight, 0 to 1. */
  readonly share: number;
  /** The 95 % interval of the share; `lower` ranks answers fairly whatever their number of votes. */
  readonly interval: Interval;
  /** Whether surely too few are helped: the upper end of the interval is below the policy's share. */
  readonly needsWork: boolean;
  /** The reasons against it, most frequent first; ties by code. */
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
}

const kind: RowKind<StoredVote> = {
  subject: "helpfulness sum",
  isRow: (row): row is StoredVote =>
    Array.isArray(row) &&
    row.length === 6 &&
    row.every((cell, at) => typeof cell === (at === 1 || at === 3 ? "number" : "string")),
  keyOf: ([entry, revision, voter]) => JSON.stringify([entry, revision, voter]),
  join: (one, other) => (later(one, other) ? one : other),
};

/** At the same moment the no counts, then the greater reason, so that the order of arrival cannot matter. */
function later(one: StoredVote, other: StoredVote): boolean {
  if (one[3] !== other[3]) return one[3] > other[3];
  return one[4] === other[4] ? one[5] > other[5] : one[4] === "no";
}

/**
 * How helpful answers are, from readers' votes, revision by revision. Of a voter's votes on a revision the latest
 * counts, also over sums that are merged; the result does not depend on order or splits.
 *
 * The interval is Wilson's at 95 % (1927); with a half-life it goes by the effective number of votes, (Σw)²/Σw².
 *
 * @returns an accumulator; `finish` gives the rows by the lower end of their interval, best first, ties by entry id
 *   and newer revision. Votes after `at` weigh as if cast at `at`.
 * @throws `InvalidInputError` when an argument, a vote or a sum has not its shape
 * @see Kish (1965), Survey Sampling, on the effective sample size of weighted data
 *
 * @example
 * ```ts
 * import { accumulate, instant } from "@kefu/core";
 * import { helpfulness } from "@kefu/faq";
 *
 * const at = instant("2026-11-24T09:00:00Z");
 * const votes = helpfulness({ at });
 * const sum = accumulate(votes, [
 *   { entryId: "returns", voter: "c1", vote: "no", reason: "unclear", at: instant("2026-11-20T09:00:00Z") },
 *   { entryId: "returns", voter: "c1", vote: "yes", at },
 * ]);
 * votes.finish(sum)[0]?.yes; // => 1
 * votes.finish(sum)[0]?.no; // => 0
 * ```
 */
export function helpfulness(
  policy: HelpfulnessPolicy,
): Accumulator<HelpfulnessVote, HelpfulnessSum, readonly EntryHelpfulness[]> {
  const read = parseInput(HelpfulnessPolicy, "helpfulness policy", policy);
  return {
    create: () => ({ votes: [] }),
    add: (sum, input) => {
      const given = parseInput(HelpfulnessVote, "vote", input);
      const { entryId, revision, voter, at, vote, reason } = given;
      return { votes: addRow(kind, sum?.votes, [entryId, revision, voter, at, vote, reason]) };
    },
    merge: (one, other) => ({ votes: mergeRuns(kind, one?.votes, other?.votes) }),
    finish: (sum) => {
      const groups = new Map<string, StoredVote[]>();
      for (const vote of rowsOf(kind, sum?.votes)) {
        const key = JSON.stringify([vote[0], vote[1]]);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [vote]);
        else group.push(vote);
      }
      return [...groups.values()].map((votes) => summary(votes, read)).sort(byRank);
    },
  };
}

function summary(
  votes: readonly StoredVote[],
  policy: z.output<typeof HelpfulnessPolicy>,
): EntryHelpfulness {
  const [entryId, revision] = votes[0] as StoredVote;
  let [yes, helped, total, squares] = [0, 0, 0, 0];
  for (const [, , , at, vote] of votes) {
    const weight = weightOf(at, policy);
    total += weight;
    squares += weight * weight;
    if (vote !== "yes") continue;
    yes++;
    helped += weight;
  }
  // What is so old that it weighs nothing at all says nothing.
  const share = total > 0 ? Math.min(1, helped / total) : yes / votes.length;
  const effective = squares > 0 ? (total * total) / squares : 0;
  const interval = wilsonInterval(Math.min(effective, share * effective), effective);
  const needsWork = interval.upper < policy.needsWorkBelow;
  return {
    entryId,
    revision,
    yes,
    no: votes.length - yes,
    share,
    interval,
    needsWork,
    reasons: reasonsOf(votes),
  };
}

function weightOf(
  at: number,
  { at: now, halfLifeDays }: z.output<typeof HelpfulnessPolicy>,
): number {
  if (halfLifeDays === undefined) return 1;
  const days = Math.max(0, Math.floor(now / DAY) - Math.floor(at / DAY));
  return 2 ** (-days / halfLifeDays);
}

function reasonsOf(votes: readonly StoredVote[]): EntryHelpfulness["reasons"] {
  const counts = new Map<string, number>();
  for (const [, , , , vote, code] of votes) {
    if (vote === "no" && code !== "") counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function byRank(a: EntryHelpfulness, b: EntryHelpfulness): number {
  const order = b.interval.lower - a.interval.lower;
  if (order !== 0) return order;
  return a.entryId === b.entryId ? b.revision - a.revision : a.entryId < b.entryId ? -1 : 1;
}
