import { feltSeconds, type TimeFactorsInput } from "./psychological-time.ts";
import type { SearchEvent } from "./search-event.ts";

type Searched = Extract<SearchEvent, { type: "searched" }>;

/** A search and what came of it. */
export interface SearchRun {
  readonly search: Searched;
  /** Whether an entry was opened from it. */
  readonly isOpened: boolean;
  /** Whether the customer asked again in other words, nothing having been opened. */
  readonly isReformulated: boolean;
}

/** A visit, as far as reports need it. */
export interface SessionFacts {
  readonly runs: readonly SearchRun[];
  /** Queries that followed each other without an entry being opened; two or more each. */
  readonly chains: readonly (readonly string[])[];
  readonly positions: readonly number[];
  readonly opened: ReadonlySet<string>;
  /** Entries that were opened before a person was asked. */
  readonly openedBeforeContact: ReadonlySet<string>;
  readonly outcome: "selfServed" | "contacted" | "abandoned";
  readonly effort: number;
  readonly elapsedSeconds: number;
  readonly feltSeconds: number;
}

/** What happened in a visit, from its events in the order of time. */
export function readSession(
  events: readonly SearchEvent[],
  { reformulationSeconds, factors }: { reformulationSeconds: number; factors: TimeFactorsInput },
): SessionFacts {
  const runs = searchRuns(events, reformulationSeconds * 1000);
  const openings = events.filter((event) => event.type === "opened");
  const contact = events.findLastIndex(({ type }) => type === "contacted");
  const wentBack = events.filter(({ type }) => type === "wentBack").length;
  const before = events.slice(0, Math.max(0, contact));
  const isHelped = openings.length > 0 || runs.some(({ search }) => search.shown === "answer");
  return {
    runs,
    chains: chainsOf(runs),
    positions: openings.flatMap(({ position }) => position ?? []),
    opened: new Set(openings.map(({ entryId }) => entryId)),
    openedBeforeContact: new Set(
      before.flatMap((event) => (event.type === "opened" ? [event.entryId] : [])),
    ),
    outcome: contact >= 0 ? "contacted" : isHelped ? "selfServed" : "abandoned",
    effort:
      runs.length +
      runs.filter(({ isReformulated }) => isReformulated).length +
      openings.length +
      wentBack,
    ...timesOf(events, factors),
  };
}

function searchRuns(events: readonly SearchEvent[], within: number): SearchRun[] {
  const starts = events.flatMap(({ type }, at) => (type === "searched" ? [at] : []));
  return starts.map((start, order) => {
    const search = events[start] as Searched;
    const next = starts[order + 1];
    const after = events.slice(start + 1, next);
    const again = next === undefined ? undefined : (events[next] as Searched);
    const isOpened = after.some(({ type }) => type === "opened");
    const isSettled = isOpened || after.some(({ type }) => type === "contacted" || type === "left");
    const isReformulated =
      again !== undefined &&
      !isSettled &&
      again.at - search.at <= within &&
      again.query !== search.query;
    return { search, isOpened, isReformulated };
  });
}

function chainsOf(runs: readonly SearchRun[]): string[][] {
  const chains: string[][] = [];
  let isOpen = false;
  for (const { search, isReformulated } of runs) {
    const chain = chains.at(-1);
    if (isOpen && chain !== undefined) chain.push(search.query);
    else if (isReformulated) chains.push([search.query]);
    isOpen = isReformulated;
  }
  return chains;
}

/** What is in no phase feels as long as it is. */
function timesOf(events: readonly SearchEvent[], factors: TimeFactorsInput) {
  const phases = events.flatMap((event) => {
    if (event.type !== "waited") return [];
    const { feeling, seconds } = event;
    return [{ feeling, seconds }];
  });
  const elapsedSeconds = ((events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0)) / 1000;
  const named = phases.reduce((sum, { seconds }) => sum + seconds, 0);
  const rest = Math.max(0, elapsedSeconds - named);
  const phase = { feeling: "occupied", seconds: rest } as const;
  return { elapsedSeconds, feltSeconds: feltSeconds([...phases, phase], factors) };
}
