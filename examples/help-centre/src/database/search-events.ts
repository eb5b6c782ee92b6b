import { type Instant, parseInput } from "@kefu/core";
import { SearchEvent, type SearchEventInput } from "@kefu/faq";
import { maskPersonal } from "../web/mask-personal.ts";
import type { Database } from "./database.ts";
import { pseudonymOf } from "./votes.ts";

/** What a kind of event says beside its visit and its query, which are filled in here. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event of a visit that is told apart by its cookie. */
export type VisitEvent = Without<SearchEventInput, "sessionId">;

/** What an event has no place for; every part may be missing. */
export interface EventDetail {
  readonly locale?: string | undefined;
  /** How a search ended: `answer`, `clarify` or `handOff`. */
  readonly outcome?: string | undefined;
  /** The code of its reason. */
  readonly because?: string | undefined;
  /** The way to an entry: `list`, `clarify`, `suggestion`, `related`, `tree`. */
  readonly via?: string | undefined;
}

/** An event as it is kept. */
export interface RecordedEvent {
  readonly event: SearchEvent;
  readonly detail: EventDetail;
}

/** More events of one visit say nothing new; keeps what one browser can store within bounds. */
const MAX_EVENTS = 300;

/** Keeps an event of a visit, without what may lead to a person. */
export async function recordEvent(
  database: Database,
  visit: string,
  given: VisitEvent,
  detail: EventDetail = {},
): Promise<void> {
  const sessionId = pseudonymOf(visit);
  const masked = given.type === "searched" ? { ...given, query: maskPersonal(given.query) } : given;
  const event = parseInput(SearchEvent, "search event", { ...masked, sessionId });
  await database.query(
    `insert into search_events (visit, at, event, detail) select $1, $2, $3, $4
     where (select count(*) from search_events where visit = $1) < ${MAX_EVENTS}`,
    [sessionId, new Date(event.at), JSON.stringify(event), JSON.stringify(detail)],
  );
}

/** What a visit did last, and searched for last; waits do not count. */
export async function lastEvents(database: Database, visit: string) {
  const lastOf = async <Event extends SearchEvent>(condition: string) => {
    const [row] = await database.query<{ event: Event; detail: EventDetail }>(
      `select event, detail from search_events where visit = $1 and event ->> 'type' ${condition}
       order by id desc limit 1`,
      [pseudonymOf(visit)],
    );
    return row;
  };
  return {
    last: await lastOf("<> 'waited'"),
    lastSearch: await lastOf<Extract<SearchEvent, { type: "searched" }>>("= 'searched'"),
  };
}

/** What all visits did since a moment, oldest first. */
export function eventsSince(database: Database, since: Instant): Promise<RecordedEvent[]> {
  return database.query<RecordedEvent>(
    "select event, detail from search_events where at >= $1 order by id",
    [new Date(since)],
  );
}
