import type { ServiceLevel } from "@kefu/core";
import type { EditorTexts } from "./editor-texts.ts";
import type { ServiceTexts } from "./service-texts.ts";
import type { ShopTexts } from "./shop-texts.ts";

/**
 * Every sentence of the interface. Each language fills in this one type, so that a missing sentence is
 * a compile error. Functions get what stands in the middle of a sentence.
 */
export interface Texts {
  readonly site: string;
  readonly siteDescription: string;
  readonly skipToContent: string;
  readonly language: string;
  readonly mainNavigation: string;
  readonly footerNote: string;
  readonly languageNote: (language: string) => string;
  readonly home: HomeTexts;
  readonly search: SearchTexts;
  readonly answer: AnswerTexts;
  readonly ask: AskTexts;
  readonly ticket: TicketTexts;
  readonly promise: PromiseTexts;
  readonly desk: DeskTexts;
  readonly editor: EditorTexts;
  readonly service: ServiceTexts;
  readonly shop: ShopTexts;
  readonly form: FormTexts;
  readonly time: TimeTexts;
  readonly problem: Readonly<
    Record<ProblemKind, { readonly title: string; readonly text: string }>
  >;
  readonly backHome: string;
}

export type ProblemKind = "notFound" | "methodNotAllowed" | "wrongType" | "tooLarge" | "broken";

interface HomeTexts {
  readonly title: string;
  readonly lead: string;
  readonly topics: string;
  readonly popular: string;
  readonly answerCount: (count: number) => string;
  readonly personTitle: string;
  readonly personText: string;
}

interface SearchTexts {
  readonly label: string;
  readonly placeholder: string;
  readonly submit: string;
  readonly title: string;
  readonly resultsFor: (query: string) => string;
  readonly resultCount: (count: number) => string;
  readonly empty: string;
  readonly nothing: (query: string) => string;
  readonly nothingHint: string;
  readonly unsure: string;
  readonly clarify: string;
  /** Leads on to a person. */
  readonly noneOfThese: string;
  readonly topicFilter: string;
  readonly anyTopic: string;
  readonly otherResults: string;
  readonly tooLong: (limit: number) => string;
  readonly allTopics: string;
  readonly personTitle: string;
  readonly personText: string;
  readonly personLink: string;
  readonly suggestions: string;
  readonly suggestionCount: (count: number) => string;
  readonly seeAll: (query: string) => string;
  readonly noSuggestion: string;
}

interface AnswerTexts {
  readonly breadcrumbs: string;
  readonly tableLabel: string;
  /** Stands for a picture whose description follows below it. */
  readonly pictureOf: (question: string) => string;
  readonly openMedia: Readonly<Record<"image" | "video" | "audio" | "document", string>>;
  readonly tree: TreeTexts;
  readonly related: string;
  readonly didItHelp: string;
  readonly yes: string;
  readonly no: string;
  readonly thanksYes: string;
  readonly thanksNo: string;
  readonly whatWasMissing: string;
  readonly reasons: Readonly<Record<VerdictReason, string>>;
  readonly sendReason: string;
  readonly reasonSent: string;
  readonly askPerson: string;
  readonly staffOnly: string;
}

export type VerdictReason = "incomplete" | "unclear" | "wrong" | "outdated" | "otherQuestion";

interface TreeTexts {
  readonly label: string;
  readonly question: (number: number) => string;
  readonly taken: string;
  /** Before an answer that was given; leads back to its question. */
  readonly change: string;
  readonly back: string;
  readonly again: string;
  readonly outcomeTitle: string;
  readonly personTitle: string;
  readonly goesAlong: string;
}

interface AskTexts {
  readonly title: string;
  readonly lead: string;
  readonly kind: string;
  readonly kinds: { readonly question: string; readonly complaint: string };
  readonly kindHints: { readonly question: string; readonly complaint: string };
  readonly name: string;
  readonly email: string;
  readonly emailHint: string;
  readonly orderNumber: string;
  readonly orderNumberHint: string;
  readonly message: string;
  readonly messageHint: string;
  readonly submit: string;
  readonly packetTitle: string;
  readonly packetText: string;
  readonly searchedFor: string;
  readonly read: string;
  readonly answeredQuestions: string;
  readonly errors: {
    readonly nameMissing: string;
    readonly nameLong: (limit: number) => string;
    readonly emailMissing: string;
    readonly emailWrong: string;
    readonly orderLong: (limit: number) => string;
    readonly messageMissing: string;
    readonly messageLong: (limit: number, length: number) => string;
    readonly kindMissing: string;
  };
}

interface TicketTexts {
  readonly title: (number: number) => string;
  readonly received: string;
  readonly keepAddress: string;
  readonly status: Readonly<Record<"waiting" | "answered" | "closed", string>>;
  readonly promisedBy: string;
  readonly answeredOn: string;
  readonly lateNotice: string;
  readonly deskZone: string;
  /** `{time}` stands for the day and time in the visitor's zone. */
  readonly yourTime: string;
  readonly conversation: string;
  readonly you: string;
  readonly agent: string;
  readonly reply: string;
  readonly replyHint: string;
  readonly sendReply: string;
  readonly timeline: string;
  readonly searched: (query: string) => string;
  readonly readEntry: (question: string) => string;
  readonly walkedTree: (question: string) => string;
  readonly declinedChoices: (query: string) => string;
  readonly verdictHelpful: string;
  readonly verdictNotHelpful: string;
  readonly asked: string;
  readonly wroteAgain: string;
  readonly answered: string;
  readonly levels: Readonly<Record<ServiceLevel, string>>;
}

interface PromiseTexts {
  readonly openUntil: (time: string) => string;
  readonly closedUntil: (time: string) => string;
  /** Why a promise is what it is: the desk is open and the time fits in before it closes. */
  readonly fitsToday: (workingHours: number, close: string) => string;
  /** The desk closes in between. */
  readonly runsOver: (workingHours: number, close: string, reopen: string) => string;
  /** The desk is closed when the question arrives. */
  readonly startsLater: (workingHours: number, reopen: string) => string;
}

interface DeskTexts {
  readonly title: string;
  readonly signInTitle: string;
  readonly signInLead: string;
  readonly code: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly wrongCode: string;
  readonly tooManyAttempts: string;
  readonly filters: string;
  readonly noTickets: string;
  readonly left: (duration: string) => string;
  readonly late: (duration: string) => string;
  readonly packetTitle: string;
  readonly queries: string;
  readonly entriesSeen: string;
  readonly verdicts: Readonly<Record<"helpful" | "notHelpful" | "none", string>>;
  readonly timeSpent: string;
  /** How long it felt, beside how long it was. */
  readonly timeFelt: (duration: string) => string;
  readonly timeFeltWhy: string;
  readonly why: string;
  readonly whys: Readonly<Record<HandOffReason, string>>;
  /** What a search came to, by the code of its reason. */
  readonly searchReasons: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<"covered" | "partly" | "missed" | "unknown", string>>;
  readonly readAs: (term: string) => string;
  readonly declined: string;
  readonly walked: string;
  readonly customer: string;
  readonly name: string;
  readonly kind: string;
  readonly email: string;
  readonly order: string;
  readonly writesIn: string;
  readonly suggested: string;
  readonly answer: string;
  readonly answerHint: string;
  readonly sendAnswer: string;
  readonly closes: string;
  readonly back: string;
}

/** Why someone turned to a person. */
export type HandOffReason =
  | "came-straight"
  | "tree-ended-here"
  | "choices-declined"
  | "answer-did-not-help"
  | "nothing-fitted"
  | "asked-anyway";

interface FormTexts {
  readonly errorTitle: string;
  readonly optional: string;
  readonly expired: string;
  readonly bodyMissing: string;
  readonly bodyLong: (limit: number, length: number) => string;
}

interface TimeTexts {
  readonly today: (time: string) => string;
  readonly tomorrow: (time: string) => string;
  readonly onDay: (day: string, time: string) => string;
}
