import type { Instant, Locale, ServiceLevel } from "@kefu/core";
import { type CustomerPromise, isOpenPromise } from "@kefu/promises";
import type { Fact } from "../facts/command.ts";
import type { PromiseEntry } from "../tickets/course.ts";
import type { Run } from "../tickets/run.ts";

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

/** What is known of a climb at its moment; {@link withFacts} adds what was said. */
export function packetOf(
  { course }: Pick<Run, "course">,
  from: ServiceLevel,
  to: ServiceLevel,
  at: Instant,
): HandOffPacket {
  const owed = ({ promise }: PromiseEntry) =>
    isOpenPromise(promise) || promise.badNews?.told === null;
  return {
    from,
    to,
    locale: course.locale,
    queries: [],
    entriesSeen: [],
    transcripts: [],
    stays: course.levels
      .filter(({ leftAt }) => leftAt !== null)
      .map(({ level, attempts, enteredAt, leftAt }) => ({
        level,
        attempts,
        elapsedMilliseconds: (leftAt ?? at) - enteredAt,
      })),
    openPromises: Object.values(course.promises)
      .filter(owed)
      .map(({ promise }) => promise),
    clocks: Object.values(course.clocks)
      .filter(({ phase }) => phase !== "ended")
      .map(({ clock, dueAt }) => ({ clock, dueAt })),
  };
}

/** The packet with what customer and staff said and tried until then. */
export function withFacts(
  packet: HandOffPacket,
  pages: readonly (readonly Fact[])[],
  until: Instant,
): HandOffPacket {
  const facts = pages.flat().filter(({ at }) => at <= until);
  const attempts = facts.filter((fact) => fact.type === "levelOutcome");
  return {
    ...packet,
    queries: attempts.flatMap(({ query }) => query ?? []),
    entriesSeen: attempts.flatMap(({ entryId, outcome }) =>
      entryId === undefined ? [] : { entryId, helped: outcome === "solved" },
    ),
    transcripts: facts.flatMap((fact) => {
      if ("transcript" in fact) return fact.transcript ?? [];
      return "messageId" in fact ? (fact.messageId ?? []) : [];
    }),
  };
}
