import { type Accumulator, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { TimeFactors } from "./psychological-time.ts";
import { readSession } from "./read-session.ts";
import { SearchEvent, type SearchEventInput } from "./search-event.ts";
import { reportOf, type SearchReport } from "./search-report.ts";
import { addRow, mergeRuns, type RowKind, rowsOf } from "./sorted-runs.ts";

/** What counts as what. */
export const SearchAnalyticsPolicy = z.strictObject({
  /** A search within so many seconds of the one before, nothing having been opened, says the same in other words. */
  reformulationSeconds: z.number().min(0).max(86_400).default(120),
  /** Searches of less confidence than this were not answered. */
  answeredFrom: z.number().min(0).max(1).default(0.5),
  /** How much longer time feels than it is. */
  factors: TimeFactors.prefault({}),
});
/** What counts as what, with defaults left out. */
export interface SearchAnalyticsPolicy extends Readonly<z.input<typeof SearchAnalyticsPolicy>> {}

/** Events of searching, each once. Plain JSON; as large as the events are. */
export interface SearchSum {
  /** For this accumulator alone. */
  readonly events: readonly (readonly string[])[];
}

/** Later events of a visit are not read: nobody does so much, but a script may. */
const LONGEST_SESSION = 1000;

const kind: RowKind<string> = {
  subject: "search sum",
  isRow: (row) => typeof row === "string",
  keyOf: (row) => row,
  join: (row) => row,
};

/**
 * What customers look for and whether they find it, from the events of their visits. Events may come in any order,
 * twice, and split in any way, a visit too: within a visit only their moments count. The first 1,000 events of a visit
 * are read.
 *
 * The sum keeps each event once, since a visit makes sense only as a whole: sum up a day or a month, keep its report.
 *
 * @returns an accumulator of events, whose `finish` gives a {@link SearchReport}
 * @throws `InvalidInputError` when an argument, an event or a sum has not its shape
 *
 * @example
 * ```ts
 * import { accumulate, instant } from "@kefu/core";
 * import { searchAnalytics } from "@kefu/faq";
 *
 * const analytics = searchAnalytics();
 * const sum = accumulate(analytics, [
 *   { type: "searched", sessionId: "s1", at: instant(0), query: "refund", hits: 0 },
 *   { type: "searched", sessionId: "s1", at: instant(9_000), query: "退款", hits: 3, confidence: 0.8 },
 *   { type: "opened", sessionId: "s1", at: instant(12_000), entryId: "refunds", position: 1 },
 * ]);
 * const report = analytics.finish(sum);
 * report.zeroResults.share; // => 0.5
 * report.chains; // => [{ queries: ["refund", "退款"], count: 1 }]
 * report.outcomes; // => { selfServed: 1, contacted: 0, abandoned: 0 }
 * report.effort?.mean; // => 4
 * ```
 */
export function searchAnalytics(
  policy: SearchAnalyticsPolicy = {},
): Accumulator<SearchEventInput, SearchSum, SearchReport> {
  const read = parseInput(SearchAnalyticsPolicy, "search analytics policy", policy);
  return {
    create: () => ({ events: [] }),
    add: (sum, event) => {
      const row = JSON.stringify(parseInput(SearchEvent, "search event", event));
      return { events: addRow(kind, sum?.events, row) };
    },
    merge: (one, other) => ({ events: mergeRuns(kind, one?.events, other?.events) }),
    finish: (sum) => {
      const sessions = sessionsOf(rowsOf(kind, sum?.events));
      return reportOf(
        sessions.map((events) => readSession(events, read)),
        read.answeredFrom,
      );
    },
  };
}

/** Events of the same moment stand in the order of their rows, which is the same on every machine. */
function sessionsOf(rows: readonly string[]): SearchEvent[][] {
  const sessions = new Map<string, SearchEvent[]>();
  for (const row of rows) {
    const event = parseInput(SearchEvent, "search sum", fromJson(row));
    const events = sessions.get(event.sessionId);
    if (events === undefined) sessions.set(event.sessionId, [event]);
    else events.push(event);
  }
  return [...sessions.values()].map((events) =>
    events.sort((a, b) => a.at - b.at).slice(0, LONGEST_SESSION),
  );
}

function fromJson(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    throw new InvalidInputError("search sum", [{ path: [], message: "must hold events" }]);
  }
}
