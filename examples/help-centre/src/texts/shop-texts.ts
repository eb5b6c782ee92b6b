import type { RuleOutcome } from "@kefu/personalization";
import type { Activity } from "../shop/programme.ts";
import type { ContactChannel, Topic } from "../shop/topics.ts";

/** Sentences about what the shop knows of its customers: wallet, what is shown to them, what they want of it. */
export interface ShopTexts {
  readonly wallet: WalletTexts;
  readonly forYou: ForYouTexts;
  readonly preferences: PreferenceTexts;
  readonly leave: LeaveTexts;
  readonly agent: CustomerTexts;
}

interface WalletTexts {
  readonly title: string;
  readonly lead: string;
  readonly notOpen: string;
  readonly openMadeUp: string;
  readonly openEmpty: string;
  /** Above a wallet whose orders are made up. */
  readonly madeUp: string;
  readonly on: (day: string) => string;
  readonly day: string;
  readonly dayHint: string;
  readonly dayWrong: string;
  readonly show: string;
  readonly today: string;
  readonly lots: string;
  readonly noLots: string;
  readonly lotPoints: string;
  readonly lotFrom: string;
  readonly lotEarned: string;
  readonly lotEnds: string;
  readonly sources: Readonly<Record<"order" | "activity", string>>;
  readonly history: string;
  readonly noHistory: string;
  readonly points: (change: number) => string;
  readonly ordered: (products: string) => string;
  /** Which earning rule gave how much. */
  readonly rules: Readonly<Record<string, (points: number) => string>>;
  readonly used: string;
  readonly activities: Readonly<Record<Activity, (question: string) => string>>;
  readonly otherwise: string;
  readonly buy: string;
  readonly buyHint: string;
  readonly product: string;
  readonly order: string;
  readonly howElse: string;
}

interface ForYouTexts {
  readonly title: string;
  readonly forAll: string;
  readonly why: string;
  readonly change: string;
  readonly wallet: string;
  readonly nothing: string;
  readonly cards: {
    readonly endingPoints: (points: number) => string;
    readonly together: string;
    readonly goesWith: string;
    readonly guide: string;
    readonly popular: string;
  };
  /** Rules by their ids. */
  readonly rules: Readonly<Record<string, string>>;
  /** What rules look at, by its name. */
  readonly fields: Readonly<Record<string, string>>;
}

interface PreferenceTexts {
  readonly title: string;
  readonly lead: string;
  readonly saved: string;
  readonly profiling: string;
  readonly profilingOn: string;
  readonly profilingOff: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly messages: string;
  readonly topics: string;
  readonly topicsHint: string;
  readonly topicNames: Readonly<Record<Topic, string>>;
  readonly channels: string;
  readonly channelNames: Readonly<Record<ContactChannel, string>>;
  readonly quiet: string;
  readonly quietHint: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly quietWrong: string;
  readonly save: string;
  readonly effect: string;
}

interface LeaveTexts {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly done: string;
  readonly doneText: string;
}

interface CustomerTexts {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly customer: (key: string) => string;
  readonly back: string;
  readonly next: string;
  readonly noContact: string;
  readonly nextContact: (channel: string) => string;
  readonly cards: string;
  readonly messages: string;
  readonly rule: string;
  readonly outcome: string;
  readonly why: string;
  readonly noCondition: string;
  readonly outcomes: Readonly<Record<RuleOutcome, string>>;
  readonly facts: string;
  readonly profiling: string;
  readonly topics: string;
  readonly channels: string;
  readonly quiet: string;
  readonly wallet: string;
  readonly yes: string;
  readonly no: string;
}
