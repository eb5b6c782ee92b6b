import type { Instant } from "@kefu/core";
import {
  type FaqEntry,
  type HelpfulnessVote,
  type SearchEventInput,
  searchFaq,
} from "@kefu/faq";
import type { EventDetail } from "../database/search-events.ts";
import { isPublic, type Knowledge } from "../knowledge/knowledge.ts";
import type { Locale } from "../locales.ts";
import { DEMO_STRAY, DEMO_UNHELPFUL, DEMO_UNMET } from "./demo-queries.ts";
import { pseudoRandom } from "./pseudo-random.ts";

const DAY = 86_400_000;
const SECOND = 1000;
/** How far back the demo goes: two periods of twelve weeks would be too thin, so the second is half empty. */
const DAYS = 120;
const SEED = 20_261_124;

/** What made-up visits and voters are called, so that they can be told from real ones, and deleted. */
export const DEMO_PREFIX = "demo-";

export interface DemoEvent {
  readonly event: SearchEventInput;
  readonly detail: EventDetail;
}

export interface DemoHistory {
  readonly events: readonly DemoEvent[];
  readonly votes: readonly HelpfulnessVote[];
}

type Dice = () => number;

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
function visitOf(stage: Stage, sessionId: string, began: number): DemoEvent[] {
  const { dice, knowledge } = stage;
  const locale = pick(dice, ["en", "en", "zh-Hans", "zh-Hans", "zh-Hant"] as const);
  const events: DemoEvent[] = [];
  let clock = began;
  const at = (seconds: number) => {
    clock += Math.round(seconds * SECOND);
    return clock as Instant;
  };
  const keep = (event: SearchEventInput, detail: EventDetail = {}) =>
    events.push({ event, detail: { locale, ...detail } });
  const { queries, wants } = wishOf(stage, locale);
  for (const query of queries) {
    const result = searchFaq(knowledge.index, query, { locale, limit: 10 });
    const { outcome, total, confidence, hits } = result;
    const moment = at(5 + dice() * 30);
    const searched = { type: "searched", sessionId, at: moment, query, hits: total, confidence } as const;
    keep(searched, { outcome });
    const place = hits.findIndex(({ id }) => id === wants);
    if (place === -1) continue;
    const reading = at(4 + dice() * 25);
    const position = place + 1;
    keep({ type: "opened", sessionId, at: reading, entryId: wants ?? "", position }, { via: "list" });
    if (dice() < (wants === badEntry(stage) ? 0.6 : 0.12)) {
      keep({ type: "contacted", sessionId, at: at(40 + dice() * 200) });
    } else if (dice() < 0.2) keep({ type: "left", sessionId, at: at(30 + dice() * 60) });
    return events;
  }
  const seconds = Math.round(10 + dice() * 40);
  const waited = { type: "waited", feeling: "uncertain", seconds } as const;
  keep({ ...waited, sessionId, at: at(seconds) });
  if (dice() < 0.45) keep({ type: "contacted", sessionId, at: at(20 + dice() * 60) });
  return events;
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

function badEntry({ entries }: Stage): string | undefined {
  return entries[DEMO_UNHELPFUL[0]?.place ?? 0]?.id;
}

function votesOn({ dice, entries }: Stage, now: Instant): HelpfulnessVote[] {
  return entries.flatMap((entry, place) => {
    const bad = DEMO_UNHELPFUL.find((one) => one.place === place);
    const count = bad === undefined ? Math.floor(dice() * 6) : 18;
    return Array.from({ length: count }, (_, number): HelpfulnessVote => {
      const isYes = dice() < (bad === undefined ? 0.85 : 0.15);
      const fallback = dice() < 0.5 ? "" : "incomplete";
      return {
        entryId: entry.id,
        voter: `${DEMO_PREFIX}${place}-${number}`,
        vote: isYes ? "yes" : "no",
        reason: isYes ? "" : dice() < 0.7 ? (bad?.reason ?? fallback) : fallback,
        at: Math.round(now - dice() * 60 * DAY) as Instant,
      };
    });
  });
}

function pick<T>(dice: Dice, from: readonly T[]): T {
  return from[Math.floor(dice() * from.length)] as T;
}
