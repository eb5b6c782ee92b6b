import type { Instant, Snapshot } from "@kefu/core";
import {
  type EntryHelpfulness,
  type EntryLife,
  entryStatus,
  type StaleTranslation,
  staleTranslations,
} from "@kefu/faq";

/** The language that entries are written in first. */
export const SOURCE_LOCALE = "en";

/** An entry that someone should look after, and all reasons for it. */
export interface EntryWork {
  readonly entryId: string;
  /** Since when readers have had its text. */
  readonly since: Instant;
  /** How often it was opened in the period. */
  readonly views: number;
  /** What readers say of the text that they have, when surely too few are helped. */
  readonly unhelpful: EntryHelpfulness | undefined;
  readonly stale: readonly StaleTranslation[];
  /** The moment from which a review is due, when it has come. */
  readonly dueSince: Instant | undefined;
}

interface Known {
  readonly lives: ReadonlyMap<string, Snapshot<EntryLife>>;
  readonly said: ReadonlyMap<string, EntryHelpfulness>;
  readonly views: ReadonlyMap<string, number>;
  readonly sinceOf: (entryId: string) => Instant;
}

/** The entries that need work: those first that most readers are let down by, then the most read ones. */
export function workList({ lives, said, views, sinceOf }: Known, at: Instant): EntryWork[] {
  const letDown = ({ unhelpful }: EntryWork) => unhelpful?.no ?? 0;
  return [...lives]
    .map(([entryId, { state }]): EntryWork => {
      const helpfulness = said.get(entryId);
      const { status } = entryStatus(state, at);
      const isRead = status === "published" || status === "dueForReview";
      return {
        entryId,
        since: sinceOf(entryId),
        views: views.get(entryId) ?? 0,
        unhelpful: isRead && helpfulness?.needsWork ? helpfulness : undefined,
        stale: status === "archived" ? [] : staleTranslations(state.revisions, SOURCE_LOCALE),
        dueSince: status === "dueForReview" ? (state.reviewBy ?? undefined) : undefined,
      };
    })
    .filter(
      ({ unhelpful, stale, dueSince }) =>
        unhelpful !== undefined || stale.length > 0 || dueSince !== undefined,
    )
    .sort(
      (a, b) => letDown(b) - letDown(a) || b.views - a.views || (a.entryId < b.entryId ? -1 : 1),
    );
}
