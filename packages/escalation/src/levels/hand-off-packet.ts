import type { Locale, ServiceLevel } from "@kefu/core";
import type { CustomerPromise } from "@kefu/promises";

/** All that was learnt on the way up, for whoever takes over. Plain JSON. */
export interface HandOffPacket {
  /** From which level. */
  readonly from: ServiceLevel;
  /** To which. */
  readonly to: ServiceLevel;
  /** The language to speak. */
  readonly locale: Locale | null;
  /** What the customer asked, oldest first. */
  readonly queries: readonly string[];
  /** Which entries were tried, and whether they helped. */
  readonly entriesSeen: readonly { readonly entryId: string; readonly helped: boolean }[];
  /** Where the words are kept: transcripts of attempts and messages, oldest first. */
  readonly transcripts: readonly string[];
  /** How long the need stayed on each level, in milliseconds on the wall. */
  readonly stays: readonly {
    readonly level: ServiceLevel;
    readonly attempts: number;
    readonly elapsedMilliseconds: number;
  }[];
  /** Promises still to be kept, and those whose bad news the customer has not been told. */
  readonly openPromises: readonly CustomerPromise[];
  /** The clocks that run on, with their deadlines: a hand-off never restarts one. */
  readonly clocks: readonly { readonly clock: string; readonly dueAt: number | null }[];
}
