import type { Instant } from "@kefu/core";
import {
  type FaqEntry,
  type HelpfulnessVote,
  SearchEvent,
  type SearchEventInput,
  searchFaq,
} from "@kefu/faq";
import type { EventDetail, RecordedEvent } from "../database/search-events.ts";
import { isPublic, type Knowledge } from "../knowledge/knowledge.ts";
import type { Locale } from "../locales.ts";
import { DEMO_STRAY, DEMO_UNHELPFUL, DEMO_UNMET } from "./demo-queries.ts";
import { pseudoRandom } from "./pseudo-random.ts";

const DAY = 86_400_000;
const SECOND = 1000;
/** Twelve weeks to look at, and some before them to compare with. */
const DAYS = 120;
const SEED = 20_261_124;

/** What made-up visits and voters are called, so that they can be told from real ones, and deleted. */
export const DEMO_PREFIX = "demo-";

export interface DemoHistory {
  readonly events: readonly RecordedEvent[];
  readonly votes: readonly HelpfulnessVote[];
}

type Dice = () => number;

/** What a kind of event says beside its visit and its moment. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type VisitAct = Without<SearchEventInput, "sessionId" | "at">;

interface Stage {
  readonly knowledge: Knowledge;
  readonly dice: Dice;
  readonly entries: readonly FaqEntry[];
}

/** A made-up history of visits that ends at a moment; the same for the same knowledge base and day. */
export function demoHistory(knowledge: Knowledge, now: Instant): DemoHistory {
  const dice = pseudoRandom(SEED);
  const entries = [...knowledge.entries.values()].filter(isPublic);
  const stage = { knowledge, dice, entries };
  const visits = Array.from({ length: DAYS }, (_, day) => {
    const began = now - (DAYS - day) * DAY;
    const isWeekend = [0, 6].includes(new Date(began).getUTCDay());
    const count = Math.round((isWeekend ? 2 : 5) + dice() * 3 + day / 60);
    return Array.from({ length: count }, (__, number) =>
      visitOf(stage, `${DEMO_PREFIX}${day}-${number}`, Math.round(began + dice() * DAY)),
    );
  }).flat(2);
  return { events: visits, votes: votesOn(stage, now) };
}

/** One visit: it searches, asks again where that found nothing, reads, and at times asks a person. */
function visitOf(stage: Stage, sessionId: string, began: number): RecordedEvent[] {
  const { dice, knowledge } = stage;
  const locale = pick(dice, ["en", "en", "zh-Hans", "zh-Hans", "zh-Hant"] as const);
  const diary = openDiary(sessionId, locale, began);
  const { queries, wants } = wishOf(stage, locale);
  for (const query of queries) {
    const result = searchFaq(knowledge.index, query, { locale, limit: 10 });
    const { outcome, total: found, confidence } = result;
    diary.keep(5 + dice() * 30, { type: "searched", query, hits: found, confidence }, { outcome });
    const position = result.hits.findIndex(({ id }) => id === wants) + 1;
    if (wants === undefined || position === 0) continue;
    diary.keep(4 + dice() * 25, { type: "opened", entryId: wants, position }, { via: "list" });
    afterReading(stage, diary, wants);
    return diary.events;
  }
  const seconds = Math.round(10 + dice() * 40);
  diary.keep(seconds, { type: "waited", feeling: "uncertain", seconds });
  if (dice() < 0.45) diary.keep(20 + dice() * 60, { type: "contacted" });
  return diary.events;
}

/** Most are helped; the worst answer sends most of its readers to a person. */
function afterReading({ dice, entries }: Stage, diary: Diary, entryId: string): void {
  const isWorst = entries[DEMO_UNHELPFUL[0]?.place ?? 0]?.id === entryId;
  if (dice() < (isWorst ? 0.6 : 0.12)) diary.keep(40 + dice() * 200, { type: "contacted" });
  else if (dice() < 0.2) diary.keep(30 + dice() * 60, { type: "left" });
}

type Diary = ReturnType<typeof openDiary>;

/** Writes down what a visit does, each event so many seconds after the one before. */
function openDiary(sessionId: string, locale: Locale, began: number) {
  const events: RecordedEvent[] = [];
  let clock = began;
  return {
    events,
    keep: (seconds: number, event: VisitAct, detail: EventDetail = {}) => {
      clock += Math.round(seconds * SECOND);
      events.push({
        event: SearchEvent.parse({ ...event, sessionId, at: clock }),
        detail: { locale, ...detail },
      });
    },
  };
}

/** What someone types, one after the other, and the entry that they are after, when there is one. */
function wishOf({ dice, entries }: Stage, locale: Locale) {
  const kind = dice();
  if (kind < 0.05) return { queries: [pick(dice, DEMO_STRAY[locale])], wants: undefined };
  if (kind < 0.27) {
    // The first topics come up far more often than the last.
    const topic = DEMO_UNMET[Math.floor(dice() ** 2 * DEMO_UNMET.length)] ?? DEMO_UNMET[0];
    const ways = topic?.[locale] ?? [];
    const first = pick(dice, ways);
    const second = pick(dice, ways);
    return { queries: first === second ? [first] : [first, second], wants: undefined };
  }
  const entry = entries[Math.floor(dice() ** 2 * entries.length)];
  const question = entry?.question[locale] ?? entry?.question["en"] ?? "";
  const ways = [question, ...(entry?.alternates[locale] ?? [])];
  return { queries: [pick(dice, ways)], wants: entry?.id };
}

function votesOn({ dice, entries }: Stage, now: Instant): HelpfulnessVote[] {
  return entries.flatMap((entry, place) => {
    const bad = DEMO_UNHELPFUL.find((one) => one.place === place);
    const count = bad === undefined ? Math.floor(dice() * 6) : 18;
    return Array.from({ length: count }, (_, number): HelpfulnessVote => {
      const isYes = dice() < (bad === undefined ? 0.85 : 0.15);
      const saysWhy = dice() < 0.7;
      const reason = saysWhy ? (bad?.reason ?? "incomplete") : "";
      const vote = isYes ? ({ vote: "yes" } as const) : ({ vote: "no", reason } as const);
      const at = Math.round(now - dice() * 60 * DAY) as Instant;
      return { ...vote, entryId: entry.id, voter: `${DEMO_PREFIX}${place}-${number}`, at };
    });
  });
}

function pick<T>(dice: Dice, from: readonly T[]): T {
  return from[Math.floor(dice() * from.length)] as T;
}
