import { type Decider, type Instant, parseInput } from "@kefu/core";
import { decideEntry, type EntryRefusal } from "./decide-entry.ts";
import {
  type EntryCommandInput,
  EntryEvent,
  type EntryLife,
  type EntryLifePolicyInput,
} from "./entry-life.ts";
import type { EntryRevision } from "./entry-revision.ts";
import { LifeHead, publicationAt } from "./entry-status.ts";

/**
 * The life of an entry: written, reviewed, published or scheduled, revised while the older revision is still read,
 * reviewed again, put away. Run it with `handle` and `replay` of `@kefu/core`; {@link entryStatus} says where it
 * stands at a moment.
 *
 * An event about a revision that is already known changes nothing, so that events may be delivered twice.
 *
 * @example
 * ```ts
 * import { handle, instant, replay } from "@kefu/core";
 * import { entryDecider, entryStatus } from "@kefu/faq";
 *
 * const at = instant("2026-11-24T09:00:00Z");
 * const content = { question: { en: "How do I return an item?", "zh-Hans": "怎么退货？", "zh-Hant": "怎麼退貨？" } };
 * const created = handle(entryDecider, { approvals: 0 }, replay(entryDecider, []), {
 *   commandId: "c1", type: "create", by: "ada", at, content,
 * });
 * if (created.outcome !== "accepted") throw new Error(created.outcome);
 * const from = instant("2026-12-01T00:00:00Z");
 * const scheduled = handle(entryDecider, { approvals: 0 }, created.snapshot, {
 *   commandId: "c2", type: "schedule", by: "ada", at, from,
 * });
 * if (scheduled.outcome !== "accepted") throw new Error(scheduled.outcome);
 * entryStatus(scheduled.snapshot.state, at).status; // => "scheduled"
 * entryStatus(scheduled.snapshot.state, from).status; // => "published"
 * ```
 */
export const entryDecider: Decider<
  EntryLifePolicyInput,
  EntryLife,
  EntryCommandInput,
  EntryEvent,
  EntryRefusal
> = {
  initial: {
    revisions: [],
    stage: "draft",
    approvedBy: [],
    publications: [],
    reviewBy: null,
    isArchived: false,
  },
  decide: decideEntry,
  evolve: (state, event) => {
    const life = parseInput(LifeHead, "entry life", state) as EntryLife;
    return evolveEntry(life, parseInput(EntryEvent, "entry event", event));
  },
};

function evolveEntry(life: EntryLife, event: EntryEvent): EntryLife {
  switch (event.type) {
    case "revised":
      return withRevision(life, event.revision);
    case "submitted":
      return { ...life, stage: "inReview", approvedBy: [] };
    case "approved": {
      const approvedBy = [...life.approvedBy, event.by];
      return { ...life, approvedBy, stage: event.isEnough ? "approved" : life.stage };
    }
    case "rejected":
      return { ...life, stage: "draft", approvedBy: [] };
    case "published":
      return { ...life, publications: withPublication(life, event.publication, event.at) };
    case "unpublished":
      return { ...life, publications: [], reviewBy: null };
    case "reviewPlanned":
      return { ...life, reviewBy: event.reviewBy };
    case "archived":
      return { ...life, isArchived: true, publications: [], reviewBy: null };
    case "unarchived":
      return { ...life, isArchived: false, stage: "draft", approvedBy: [] };
    default:
      return event satisfies never;
  }
}

function withRevision(life: EntryLife, revision: EntryRevision): EntryLife {
  if (revision.number !== life.revisions.length + 1) return life;
  return { ...life, revisions: [...life.revisions, revision], stage: "draft", approvedBy: [] };
}

/** What customers read stays until its successor's moment has come. */
function withPublication(
  life: EntryLife,
  next: EntryLife["publications"][number],
  at: Instant,
): EntryLife["publications"] {
  const current = next.from > at ? publicationAt(life, at) : undefined;
  return current === undefined ? [next] : [current, next];
}
