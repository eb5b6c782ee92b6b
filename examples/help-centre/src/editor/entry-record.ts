import { localDateOf, localToInstant } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import {
  EntryContent,
  type EntryEvent,
  type EntryLife,
  entryStatus,
  type FaqEntry,
} from "@kefu/faq";
import { DESK_ZONE } from "../desk/desk-hours.ts";

/** Who wrote what comes with the help centre. */
export const FILES = "knowledge files";

/** Who writes here: the desk's sign-in does not tell one colleague from another. */
export const EDITORS = "editors";

/** The life of an entry of the files as if it had been written here: what an editor's first change goes on from. */
export function eventsOfFile(entry: FaqEntry, at: Instant): EntryEvent[] {
  const { id: _, status, reviewBy, learnt: __, ...content } = entry;
  const by = FILES;
  const head = { number: 1, author: by, at, why: "", restoredFrom: null, checked: [] };
  const revised = { type: "revised", revision: { ...head, content } } as const;
  if (status === "draft") return [revised];
  if (status === "archived") return [revised, { type: "archived", by, at, why: "" }];
  const publication = { revision: 1, from: at, until: null };
  const published = { type: "published", by, at, publication } as const;
  if (reviewBy === undefined) return [revised, published];
  // The day itself is still in time.
  const overdueFrom = localToInstant(DESK_ZONE, reviewBy, "24:00");
  return [revised, published, { type: "reviewPlanned", by, at, reviewBy: overdueFrom }];
}

/** The entry as customers have it at a moment; while they have none, its latest text as a draft. */
export function entryOf(id: string, life: EntryLife, at: Instant): FaqEntry {
  const { liveRevision, status } = entryStatus(life, at);
  const number = liveRevision ?? life.revisions.length;
  const content = EntryContent.parse(life.revisions[number - 1]?.content);
  const day = life.reviewBy === null ? {} : { reviewBy: dayBefore(life.reviewBy) };
  const shown = liveRevision !== null ? "published" : status === "archived" ? status : "draft";
  return { ...content, ...day, id, learnt: {}, status: shown };
}

function dayBefore(overdueFrom: Instant) {
  return localDateOf(DESK_ZONE, (overdueFrom - 1) as Instant);
}
