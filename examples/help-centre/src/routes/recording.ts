import { instant } from "@kefu/core";
import {
  type FaqEntry,
  type FaqSearchResult,
  handOffPacket,
  type SearchFaqOptions,
  searchFaq,
} from "@kefu/faq";
import type { Context } from "hono";
import { lastEvents, recordEvent, type VisitEvent } from "../database/search-events.ts";
import { recordStep } from "../database/visits.ts";
import type { HelpCentre } from "../help-centre.ts";
import { maskPersonal } from "../web/mask-personal.ts";
import { readerOf } from "../web/reader.ts";
import { beginVisit } from "../web/visit-cookie.ts";
import type { WayHere } from "../web/way-here.ts";

/** After a longer pause nobody was waiting any more. */
const LONGEST_WAIT_SECONDS = 600;

/** What anyone may find, in the reader's language; counted by topic. */
export function searchOptions(locale: string, topic?: string): SearchFaqOptions {
  const filter = topic === undefined ? {} : { category: topic };
  return { locale, audience: "public", limit: 10, facets: ["category"], ...filter };
}

/** Keeps what was searched for: in full, so that a ticket can hand it over, and for the statistics. */
export async function recordSearch(
  c: Context,
  centre: HelpCentre,
  { query, result, via }: { query: string; result: FaqSearchResult; via: "list" | "suggestion" },
): Promise<void> {
  if (c.req.method === "HEAD") return;
  const { outcome, because, total, confidence } = result;
  const packet = handOffPacket(result, query, searchOptions(readerOf(c).locale));
  const choices = outcome === "clarify" ? { choices: result.choices.map(({ id }) => id) } : {};
  const detail = { packet, ...choices };
  const at = centre.now();
  const visit = beginVisit(c);
  const step = { at, kind: "searched", query, entryId: "", outcome, detail } as const;
  await recordStep(centre.database, visit, step);
  const { last, lastSearch } = await lastEvents(centre.database, visit);
  const isSame = lastSearch?.event.query === maskPersonal(query);
  if (isSame && last?.event.type !== "opened") return;
  if (isSame) return keep(c, centre, { type: "wentBack", at }, {});
  const searched = { type: "searched", at, query, hits: total, confidence } as const;
  await keep(c, centre, searched, { outcome, because: because.code, via });
}

/** Keeps that an entry was opened, with the search that led to it where that ran in the browser. */
export async function recordOpening(
  c: Context,
  centre: HelpCentre,
  { entry, query, way }: { entry: FaqEntry; query: string; way: WayHere | undefined },
): Promise<void> {
  if (c.req.method === "HEAD") return;
  const visit = beginVisit(c);
  const { last, lastSearch } = await lastEvents(centre.database, visit);
  // Loaded again, told whether it helped, or a step further in its decision tree.
  if (last?.event.type === "opened" && last.event.entryId === entry.id) return;
  const wasInBrowser = query !== "" && lastSearch?.event.query !== maskPersonal(query);
  if (wasInBrowser) {
    const result = searchFaq(centre.knowledge.index, query, searchOptions(readerOf(c).locale));
    await recordSearch(c, centre, { query, result, via: "suggestion" });
  }
  // Within a visit only moments tell what came first.
  const at = wasInBrowser ? instant(centre.now() + 1) : centre.now();
  const entryId = entry.id;
  await recordStep(centre.database, visit, {
    ...{ at, kind: "read", query, entryId, outcome: "", detail: {} },
  });
  const position = way === undefined ? {} : { position: way.position };
  await keep(c, centre, { type: "opened", at, entryId, ...position }, { via: way?.via });
}

/** Keeps that a person was asked. */
export async function recordContact(c: Context, centre: HelpCentre): Promise<void> {
  await keep(c, centre, { type: "contacted", at: centre.now() }, {});
}

/** Keeps an event, and before it the wait that it ends: not knowing how to go on feels long. */
async function keep(
  c: Context,
  centre: HelpCentre,
  event: VisitEvent,
  detail: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { locale } = readerOf(c);
  const visit = beginVisit(c);
  const { last } = await lastEvents(centre.database, visit);
  const wasLost = last?.event.type === "searched" && last.detail.outcome !== "answer";
  const seconds = wasLost ? (event.at - last.event.at) / 1000 : 0;
  if (seconds >= 1 && seconds <= LONGEST_WAIT_SECONDS) {
    const waited = { type: "waited", at: event.at, feeling: "uncertain", seconds } as const;
    await recordEvent(centre.database, visit, waited, { locale });
  }
  await recordEvent(centre.database, visit, event, { locale, ...detail });
}
