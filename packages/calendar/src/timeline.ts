import { lengthOf, type Spans } from "./spans.ts";
import { DAY, PER_DAY, startOfYear, YEARS, yearOf } from "./supported-years.ts";
import type { Layer } from "./wall-windows.ts";
import type { Zone } from "./zone.ts";

/** What a timeline is made of: the rule that lists the open spans of a table year. */
export interface TimelineSource {
  /** The first moment for which it can answer. */
  readonly from: number;
  /** The last moment for which it can answer. */
  readonly to: number;
  /** The zone in which its dates are counted. */
  readonly zone: Zone;
  /** The open spans within a table year, clipped to it. */
  readonly spansIn: (year: number, layer: Layer) => Spans;
}

/** Spans that lie no further ahead, measured in shares, are sooner walked to than looked up. */
const NEAR = 4;

/** So many years are passed over at once. */
const STRIDE = 4;

/** Open time laid out for reckoning: a table a year, and how much was open before each year. */
export interface Timeline extends TimelineSource {
  /** Tables of the years that were asked about. */
  readonly tables: (YearTable | undefined)[];
  /**
   * Open milliseconds from the first year that was asked about to the start of each year, see {@link reach}; infinite
   * for later years of which it is not known yet, and beyond the last for as many as are passed over at once.
   */
  readonly before: Float64Array;
  /** The first year whose start is known to `before`; `-1` when none is. */
  low: number;
  /** The last year whose start is known to `before`. */
  high: number;
}

/** The open spans of a table year. Position `size` stands for "no further span". */
export interface YearTable {
  /** The first moment of the year. */
  readonly from: number;
  readonly size: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds of the timeline before each span. */
  readonly openBefore: Float64Array;
  /** All other time before each span: within a span, open time is the moment less this. */
  readonly closedBefore: Float64Array;
  /** For each day from the start of the year: the first span that ends after it begins. */
  readonly firstOfDay: Uint32Array;
  /** Shares in a millisecond; a share is what a span is open on average, rounded up. */
  readonly perShare: number;
  /** For each whole number of shares: the last span with less open time of the year before it. */
  readonly lastOfShare: Uint32Array;
}

/** Each part is named, as V8 gives what a literal spreads a shape of its own each time: questions would look up by name. */
export function createTimeline({ from, to, zone, spansIn }: TimelineSource): Timeline {
  return {
    from,
    to,
    zone,
    spansIn,
    tables: new Array(YEARS),
    before: new Float64Array(YEARS + 1 + STRIDE).fill(Number.POSITIVE_INFINITY),
    low: -1,
    high: -1,
  };
}

/** The table of a year, made when it is first asked for. */
export function tableOf(timeline: Timeline, year: number): YearTable {
  return timeline.tables[year] ?? layOut(timeline, year);
}

function layOut(timeline: Timeline, year: number): YearTable {
  reach(timeline, year);
  const spans = timeline.spansIn(year, "open");
  const table = createTable(spans, startOfYear(year), timeline.before[year] as number);
  timeline.tables[year] = table;
  return table;
}

function createTable(spans: Spans, from: number, openUntil: number): YearTable {
  const size = spans.length / 2;
  const starts = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const ends = starts.slice();
  const openBefore = new Float64Array(size + 1).fill(openUntil);
  const closedBefore = starts.slice();
  for (let i = 0; i < size; i++) {
    const [start, end] = [spans[2 * i] as number, spans[2 * i + 1] as number];
    const open = openBefore[i] as number;
    starts[i] = start;
    ends[i] = end;
    openBefore[i + 1] = open + end - start;
    closedBefore[i] = start - open;
  }
  const firstOfDay = new Uint32Array(367);
  for (let day = 0, i = 0; day < 367; day++) {
    while ((ends[i] as number) <= from + day * DAY) i++;
    firstOfDay[day] = i;
  }
  const share = Math.ceil(((openBefore[size] as number) - openUntil) / size) || 1;
  const lastOfShare = new Uint32Array(size + 1);
  for (let count = 0, i = 0; count <= size; count++) {
    while (i + 1 < size && (openBefore[i + 1] as number) < openUntil + count * share) i++;
    lastOfShare[count] = i;
  }
  const perShare = 1 / share;
  return { from, size, starts, ends, openBefore, closedBefore, firstOfDay, perShare, lastOfShare };
}

/** The first span of the year that ends after `at`. */
export function positionAt({ from, firstOfDay, ends }: YearTable, at: number): number {
  let i = firstOfDay[((at - from) * PER_DAY) | 0] as number;
  while ((ends[i] as number) <= at) i++;
  return i;
}

/**
 * Makes `before` known for the start of a year. Only lengths are summed up on the way, so that asking about
 * a far year leaves no tables of the years between.
 */
export function reach(timeline: Timeline, year: number): void {
  const { before } = timeline;
  if (timeline.low < 0) {
    timeline.low = timeline.high = year;
    before[year] = 0;
  }
  while (timeline.high < year) {
    const next = (before[timeline.high] as number) + openIn(timeline, timeline.high);
    before[++timeline.high] = next;
  }
  while (timeline.low > year) {
    const previous = (before[timeline.low] as number) - openIn(timeline, timeline.low - 1);
    before[--timeline.low] = previous;
  }
}

function openIn(timeline: Timeline, year: number): number {
  const table = timeline.tables[year];
  if (table === undefined) return lengthOf(timeline.spansIn(year, "open"));
  return (table.openBefore[table.size] as number) - (table.openBefore[0] as number);
}

/** Open milliseconds before `at`, counted from a start that is the timeline's own affair. */
export function openBefore(timeline: Timeline, at: number): number {
  const table = tableOf(timeline, yearOf(at));
  return openAt(table, positionAt(table, at), at);
}

function openAt({ openBefore, closedBefore }: YearTable, i: number, at: number): number {
  return Math.max(openBefore[i] as number, at - (closedBefore[i] as number));
}

/** The earliest moment with so much more open time before it than before `at`, or nothing when there never is. */
export function earliestAfter(timeline: Timeline, at: number, more: number): number | null {
  const year = yearOf(at);
  const table = tableOf(timeline, year);
  const { openBefore, closedBefore, size, perShare } = table;
  let i = positionAt(table, at);
  const amount = openAt(table, i, at) + more;
  if (amount > (openBefore[size] as number)) return earliestWith(timeline, amount, year + 1);
  if (more * perShare > NEAR) return momentWith(table, amount, 0);
  while ((openBefore[i + 1] as number) < amount) i++;
  return amount + (closedBefore[i] as number);
}

/** The earliest moment of a year, or later, with that much open time before it, or nothing when there never is. */
export function earliestWith(timeline: Timeline, amount: number, from: number): number | null {
  const year = yearReaching(timeline, amount, from);
  return year === YEARS ? null : momentWith(tableOf(timeline, year), amount, 0);
}

/** The latest moment with that much open time before it, or nothing when there always is more. */
export function latestWith(timeline: Timeline, amount: number, from: number): number | null {
  let year = yearOf(from);
  for (; (timeline.before[year] as number) > amount; year--) {
    if (year === 0) return null;
    reach(timeline, year - 1);
  }
  // One unit more turns "below" into "not above": amounts are whole milliseconds.
  return momentWith(tableOf(timeline, year), amount, 1);
}

/** The moment with that much open time before it, in the last span of the year with less than `more` above it. */
function momentWith(table: YearTable, amount: number, more: 0 | 1): number {
  const { openBefore, closedBefore, lastOfShare, perShare } = table;
  let i = lastOfShare[((amount - (openBefore[0] as number)) * perShare) | 0] as number;
  while ((openBefore[i + 1] as number) < amount + more) i++;
  return amount + (closedBefore[i] as number);
}

/** The first year at whose end at least `amount` has been open; `YEARS` when there is none. */
function yearReaching(timeline: Timeline, amount: number, from: number): number {
  const { before } = timeline;
  let year = from;
  while ((before[year + STRIDE] as number) < amount) year += STRIDE;
  for (; year < YEARS; year++) {
    if ((before[year + 1] as number) < amount) continue;
    if (timeline.high > year) return year;
    reach(timeline, year + 1);
    if ((before[year + 1] as number) >= amount) return year;
  }
  return YEARS;
}
