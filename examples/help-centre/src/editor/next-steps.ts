import type { Instant } from "@kefu/core";
import { type EntryCommand, type EntryLife, entryStatus } from "@kefu/faq";

/** What an editor can do with an entry beside writing. */
export type LifeCommand = Exclude<EntryCommand["type"], "create" | "revise" | "setReviewBy">;

const OF_STAGE: Readonly<Record<EntryLife["stage"], readonly LifeCommand[]>> = {
  draft: ["submitForReview"],
  inReview: ["approve", "reject"],
  approved: ["publish", "schedule"],
};

/** What can be done with an entry now, the most likely first. */
export function nextSteps(life: EntryLife, at: Instant): readonly LifeCommand[] {
  const { status, liveRevision, latestRevision } = entryStatus(life, at);
  if (status === "notCreated") return [];
  if (status === "archived") return ["unarchive"];
  const isPlanned = life.publications.some(({ revision, from }) => {
    return revision === latestRevision && from > at;
  });
  const isDone = latestRevision === liveRevision || isPlanned;
  return [
    ...(isDone ? [] : OF_STAGE[life.stage]),
    ...(status === "dueForReview" ? (["confirmReview"] as const) : []),
    ...(liveRevision !== null || isPlanned ? (["unpublish"] as const) : []),
    "archive",
  ];
}
