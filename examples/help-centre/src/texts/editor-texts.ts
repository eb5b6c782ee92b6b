import type { EntryCommand, EntryStanding, KnowledgeFinding } from "@kefu/faq";
import type { Period } from "../editor/search-history.ts";
import type { Lack } from "../editor/unmet-queries.ts";

/** The sentences of the editor's pages. */
export interface EditorTexts {
  readonly title: string;
  readonly navigation: string;
  readonly tabs: Readonly<
    Record<"overview" | "queries" | "suggestions" | "work" | "lint" | "entries", string>
  >;
  /** A link from the desk. */
  readonly fromDesk: string;
  readonly toDesk: string;
  readonly demo: string;
  readonly period: string;
  readonly periods: Readonly<Record<Period, string>>;
  readonly overview: OverviewTexts;
  readonly chart: ChartTexts;
  readonly queries: QueriesTexts;
  readonly suggestions: SuggestionsTexts;
  readonly work: WorkTexts;
  readonly lint: LintTexts;
  readonly entries: EntriesTexts;
  readonly entry: EntryTexts;
}

interface OverviewTexts {
  readonly lead: string;
  readonly visits: string;
  readonly searches: string;
  readonly withoutResult: string;
  readonly withoutClick: string;
  readonly deflection: string;
  readonly deflectionHint: string;
  readonly effort: string;
  readonly effortHint: string;
  readonly elapsed: string;
  readonly felt: string;
  readonly feltHint: string;
  readonly interval: (lower: string, upper: string) => string;
  readonly before: (value: string) => string;
  readonly countOf: (count: string, of: string) => string;
  readonly contactTitle: string;
  readonly contactHint: string;
  readonly entry: string;
  readonly readers: string;
  readonly contacts: string;
  readonly noContacts: string;
  readonly chainsTitle: string;
  readonly chainsHint: string;
  readonly noChains: string;
  readonly times: (count: number) => string;
}

interface ChartTexts {
  readonly asTable: (title: string) => string;
  readonly day: string;
  readonly weekFrom: string;
  readonly nothing: string;
  readonly nothingNote: string;
  readonly searches: string;
  readonly searchesDescription: (total: string, most: string) => string;
  readonly withResult: string;
  readonly withoutResult: string;
  readonly shares: string;
  readonly sharesDescription: string;
  readonly withoutClick: string;
  readonly deflection: string;
  readonly deflectionDescription: string;
  readonly band: string;
  readonly bandFrom: string;
  readonly bandTo: string;
  readonly effort: string;
  readonly effortDescription: string;
  readonly median: string;
  readonly ninth: string;
  readonly time: string;
  readonly timeDescription: string;
  readonly real: string;
  readonly felt: string;
  readonly seconds: (seconds: string) => string;
}

interface QueriesTexts {
  readonly lead: string;
  readonly lacks: Readonly<Record<Lack, { readonly title: string; readonly text: string }>>;
  readonly none: string;
  readonly query: string;
  readonly times: string;
  readonly searches: string;
  readonly lastSeen: string;
  readonly language: string;
  readonly tryIt: string;
}

interface SuggestionsTexts {
  readonly lead: string;
  readonly none: string;
  readonly asked: (count: number) => string;
  readonly sources: string;
  readonly approve: string;
  readonly dismiss: string;
  readonly dismissTitle: string;
  readonly reason: string;
  readonly reasonMissing: string;
  readonly merge: string;
  readonly mergeTitle: string;
  readonly mergeInto: string;
  readonly chooseOne: string;
  readonly gone: string;
  readonly decidedTitle: string;
  readonly undo: string;
  readonly decided: Readonly<Record<"approved" | "dismissed" | "merged", string>>;
}

interface WorkTexts {
  readonly lead: string;
  readonly none: string;
  readonly unhelpful: (no: number, all: number) => string;
  readonly atMost: (share: string) => string;
  readonly stale: (language: string) => string;
  readonly dueSince: (moment: string) => string;
  readonly views: (count: number) => string;
  readonly since: (moment: string) => string;
}

interface LintTexts {
  readonly lead: string;
  readonly none: string;
  readonly kinds: Readonly<Record<KnowledgeFinding["because"]["code"], string>>;
  readonly places: Readonly<Record<string, string>>;
}

interface EntriesTexts {
  readonly lead: string;
  readonly create: string;
  readonly createLabel: string;
  readonly createHint: string;
  readonly questionMissing: string;
  readonly filter: string;
  readonly all: string;
  readonly none: string;
}

interface EntryTexts {
  readonly status: Readonly<Record<EntryStanding["status"], string>>;
  readonly statusHint: Readonly<Record<EntryStanding["status"], string>>;
  readonly scheduledFor: (moment: string) => string;
  readonly reviewBy: (moment: string) => string;
  readonly newerDraft: string;
  readonly lifeTitle: string;
  readonly commands: Readonly<
    Record<Exclude<EntryCommand["type"], "create" | "revise" | "setReviewBy">, string>
  >;
  readonly scheduleAt: string;
  readonly why: string;
  readonly momentWrong: string;
  readonly view: string;
  readonly editTitle: string;
  readonly topic: string;
  readonly noTopic: string;
  readonly audience: string;
  readonly audiences: Readonly<Record<"public" | "customer" | "agent" | "admin", string>>;
  readonly tags: string;
  readonly tagsHint: string;
  readonly question: string;
  readonly alternates: string;
  readonly alternatesHint: string;
  readonly answer: string;
  readonly answerHint: string;
  readonly stepsHint: string;
  readonly dataHint: string;
  readonly checked: string;
  readonly checkedHint: string;
  readonly changeWhy: string;
  readonly save: string;
  readonly preview: string;
  readonly previewTitle: string;
  readonly previewNote: string;
  readonly noAnswer: string;
  readonly questionMissing: string;
  readonly answerWrong: (problem: string) => string;
  readonly conflict: string;
  readonly saidTitle: string;
  readonly nothingSaid: string;
  readonly saidOf: (revision: number) => string;
  readonly helped: (yes: number, all: number) => string;
  readonly shownNow: string;
  readonly revisionsTitle: string;
  readonly revision: (number: number) => string;
  readonly writtenBy: (author: string) => string;
  readonly fromFiles: string;
  readonly editors: string;
  readonly restoredFrom: (number: number) => string;
  readonly live: string;
  readonly compare: string;
  readonly diffTitle: (number: number) => string;
  readonly diffAgainst: (number: number) => string;
  readonly firstRevision: string;
  readonly noDifference: string;
  readonly changes: Readonly<Record<"added" | "removed" | "changed", string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly back: string;
}
