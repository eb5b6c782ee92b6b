import { Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { EntryLife } from "./entry-life.ts";

/** Where an entry stands at a moment. */
export interface EntryStanding {
  /**
   * In order of precedence: `"notCreated"`, `"archived"`; for what customers can read `"dueForReview"` (its day has
   * come, it is still read) or `"published"`; `"scheduled"` for what they will read; `"expired"` for what they could
   * read; else what is being done with the latest revision.
   */
  readonly status:
    | "notCreated"
    | "archived"
    | "dueForReview"
    | "published"
    | "scheduled"
    | "expired"
    | "draft"
    | "inReview"
    | "approved";
  /** The number of the revision that customers read; `null` for none. */
  readonly liveRevision: number | null;
  /** The number of the newest revision; `null` before there is one. */
  readonly latestRevision: number | null;
}

/** The parts of a life that decide its standing; revisions are not read again, so that a long life costs no more. */
export const LifeHead = EntryLife.extend({ revisions: z.array(z.unknown()).readonly() });
type LifeHead = z.output<typeof LifeHead>;

/**
 * Where an entry stands at a moment. No job has to run for it: what is scheduled is published at its moment, what
 * ends has ended (`from` inclusive, `until` exclusive), what is due for review is due from its moment on.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant, replay } from "@kefu/core";
 * import { entryDecider, entryStatus } from "@kefu/faq";
 *
 * const { state } = replay(entryDecider, []);
 * entryStatus(state, instant("2026-11-24T09:00:00Z")).status; // => "notCreated"
 * ```
 */
export function entryStatus(life: EntryLife, at: Instant): EntryStanding {
  return standingOf(parseInput(LifeHead, "entry life", life), parseInput(Instant, "moment", at));
}

/**
 * The next moment at which an entry's standing changes by itself: a host sets one timer to it, or none.
 *
 * @returns a moment after `at`; `null` when nothing changes any more
 * @throws `InvalidInputError` when an argument has not its shape
 */
export function entryWakeAt(life: EntryLife, at: Instant): Instant | null {
  const head = parseInput(LifeHead, "entry life", life);
  const now = standingOf(head, parseInput(Instant, "moment", at));
  const edges = head.publications.flatMap(({ from, until }) => [from, until]);
  return (
    [...edges, head.reviewBy]
      .filter((edge) => edge !== null)
      .filter((edge) => edge > at)
      .sort((a, b) => a - b)
      .find((edge) => !isSame(standingOf(head, edge), now)) ?? null
  );
}

/** What customers read at a moment, or read last. */
export function publicationAt({ publications }: Pick<LifeHead, "publications">, at: Instant) {
  return publications.findLast(({ from }) => from <= at);
}

function standingOf(life: LifeHead, at: Instant): EntryStanding {
  const latestRevision = life.revisions.length === 0 ? null : life.revisions.length;
  if (latestRevision === null) return { status: "notCreated", liveRevision: null, latestRevision };
  const current = publicationAt(life, at);
  const isLive = current !== undefined && (current.until === null || at < current.until);
  const liveRevision = isLive && !life.isArchived ? current.revision : null;
  return { status: statusOf(life, at, liveRevision), liveRevision, latestRevision };
}

function statusOf(life: LifeHead, at: Instant, live: number | null): EntryStanding["status"] {
  if (life.isArchived) return "archived";
  if (live !== null) {
    return life.reviewBy !== null && life.reviewBy <= at ? "dueForReview" : "published";
  }
  if (life.publications.some(({ from }) => from > at)) return "scheduled";
  return publicationAt(life, at)?.revision === life.revisions.length ? "expired" : life.stage;
}

function isSame(one: EntryStanding, other: EntryStanding): boolean {
  return one.status === other.status && one.liveRevision === other.liveRevision;
}
