import { type Because, type Decision, Instant, millisecondsIn, parseInput } from "@kefu/core";
import {
  EntryCommand,
  type EntryCommandInput,
  type EntryEvent,
  type EntryLife,
  EntryLifePolicy,
  type EntryLifePolicyInput,
} from "./entry-life.ts";
import { type EntryContent, EntryRevision } from "./entry-revision.ts";
import { entryStatus, LifeHead } from "./entry-status.ts";

/** Why a command about an entry is refused; {@link entryMessages} has the sentences. */
export type EntryRefusal = Because<
  | "already-created"
  | "not-created"
  | "entry-archived"
  | "entry-not-archived"
  | "no-such-revision"
  | "nothing-changed"
  | "not-in-draft"
  | "not-in-review"
  | "own-revision"
  | "approved-before"
  | "needs-approval"
  | "not-in-future"
  | "nothing-to-read"
  | "not-published"
>;
type Code = EntryRefusal["code"];
type EntryDecision = Decision<EntryEvent, EntryRefusal>;
type CommandOf<Type> = Extract<EntryCommand, { type: Type }>;

interface Case {
  readonly policy: EntryLifePolicy;
  readonly life: EntryLife;
}

const FARTHEST = 8.64e15;

/** Answers a command about an entry. */
export function decideEntry(
  policy: EntryLifePolicyInput,
  state: EntryLife,
  command: EntryCommandInput,
): EntryDecision {
  const asked = parseInput(EntryCommand, "entry command", command);
  const life = parseInput(LifeHead, "entry life", state) as EntryLife;
  const given = { policy: parseInput(EntryLifePolicy, "entry life policy", policy), life };
  if (asked.type === "create") {
    return life.revisions.length > 0 ? refused("already-created") : revised(given, asked);
  }
  if (life.revisions.length === 0) return refused("not-created");
  if (asked.type === "unarchive")
    return life.isArchived ? done(asked, "unarchived") : refused("entry-not-archived");
  return life.isArchived ? refused("entry-archived") : decideExisting(given, asked);
}

type Existing = Exclude<EntryCommand, CommandOf<"create" | "unarchive">>;

function decideExisting(given: Case, asked: Existing): EntryDecision {
  switch (asked.type) {
    case "revise":
      return revised(given, asked);
    case "restoreRevision":
      return restored(given, asked);
    case "submitForReview":
      return given.life.stage === "draft"
        ? accepted({ ...doneBy(asked), type: "submitted" })
        : refused("not-in-draft");
    case "approve":
    case "reject":
      return given.life.stage === "inReview" ? reviewed(given, asked) : refused("not-in-review");
    case "publish":
    case "schedule":
      return published(given, asked);
    case "unpublish":
      return given.life.publications.length > 0
        ? done(asked, "unpublished")
        : refused("not-published");
    case "setReviewBy":
      return accepted({ ...doneBy(asked), type: "reviewPlanned", reviewBy: asked.reviewBy });
    case "confirmReview":
      return entryStatus(given.life, asked.at).liveRevision === null
        ? refused("not-published")
        : accepted(reviewPlanned(given, asked, asked.at));
    case "archive":
      return done(asked, "archived");
    default:
      return asked satisfies never;
  }
}

function revised(
  { life }: Case,
  asked: CommandOf<"create" | "revise">,
  restoredFrom: number | null = null,
): EntryDecision {
  const checked = asked.type === "revise" ? asked.checked : [];
  const { content, by: author, at, why } = asked;
  const number = life.revisions.length + 1;
  if (number > 1 && checked.length === 0 && isSame(content, latestOf(life).content))
    return refused("nothing-changed");
  const revision = { number, content, author, at, why, restoredFrom, checked };
  return accepted({ type: "revised", revision });
}

function restored(given: Case, asked: CommandOf<"restoreRevision">): EntryDecision {
  const { revision: number, ...rest } = asked;
  const older = given.life.revisions[number - 1];
  if (older === undefined) return refused("no-such-revision", { revision: number });
  const { content } = parseInput(EntryRevision, "revision", older);
  return revised(given, { ...rest, type: "revise", content, checked: [] }, number);
}

function reviewed({ policy, life }: Case, asked: CommandOf<"approve" | "reject">): EntryDecision {
  if (asked.type === "reject") return done(asked, "rejected");
  if (life.approvedBy.includes(asked.by)) return refused("approved-before");
  if (policy.ownApproval === "refused" && latestOf(life).author === asked.by)
    return refused("own-revision");
  const isEnough = life.approvedBy.length + 1 >= policy.approvals;
  return accepted({ ...doneBy(asked), type: "approved", isEnough });
}

function published(given: Case, asked: CommandOf<"publish" | "schedule">): EntryDecision {
  const { policy, life } = given;
  const { at, until = null } = asked;
  const from = asked.type === "schedule" ? asked.from : at;
  if (policy.approvals > 0 && life.stage !== "approved") {
    return refused("needs-approval", {
      approvals: life.approvedBy.length,
      required: policy.approvals,
    });
  }
  if (asked.type === "schedule" && from <= at) return refused("not-in-future");
  if (until !== null && until <= from) return refused("nothing-to-read");
  const publication = { revision: life.revisions.length, from, until };
  const event = { ...doneBy(asked), type: "published", publication } as const;
  const plan = policy.reviewAfter === undefined ? [] : [reviewPlanned(given, asked, from)];
  return accepted(event, ...plan);
}

function reviewPlanned({ policy }: Case, asked: Existing, since: Instant): EntryEvent {
  const after = policy.reviewAfter === undefined ? null : millisecondsIn(policy.reviewAfter);
  const reviewBy = after === null ? null : Instant.parse(Math.min(FARTHEST, since + after));
  return { ...doneBy(asked), type: "reviewPlanned", reviewBy };
}

function latestOf(life: EntryLife): EntryRevision {
  return parseInput(EntryRevision, "revision", life.revisions.at(-1));
}

/** Both have been read through the same schema, so that their keys stand in the same order but for the locales. */
function isSame(one: EntryContent, other: EntryContent): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(content: EntryContent): string {
  return JSON.stringify(content, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  );
}

type Reasoned = Extract<EntryCommand, { why: string }>;

function done(
  asked: Reasoned,
  type: "unarchived" | "unpublished" | "archived" | "rejected",
): EntryDecision {
  return accepted({ ...doneBy(asked), type, why: asked.why });
}

function doneBy({ by, at }: EntryCommand) {
  return { by, at };
}

function accepted(...events: EntryEvent[]): EntryDecision {
  return { outcome: "accepted", events };
}

function refused(code: Code, facts: EntryRefusal["facts"] = {}): EntryDecision {
  return { outcome: "refused", because: { code, facts } };
}
