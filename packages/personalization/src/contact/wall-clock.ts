import { zoneRulesOf } from "@kefu/calendar";
import type { Instant } from "@kefu/core";

/** Milliseconds in a day of 24 hours. */
export const DAY = 86_400_000;

/**
 * How the wall clocks of a zone stand around a moment, as one flat list `[from, offset, from, offset, …]`, all in
 * milliseconds. It reaches two weeks further than anything that is asked of it.
 */
export type Offsets = readonly number[];

/** Offsets are kept in pieces of about 13 months: one division finds the piece of a moment. */
const PIECE = 2 ** 35;
const MARGIN = 16 * DAY;
/** The years for which the calendar knows zones: 1800 to 2199. */
const [FIRST, LAST] = [Date.UTC(1800, 0), Date.UTC(2200, 0)];

/** Answers stay the same whether or not a piece is found here: reading the runtime's own data is what costs. */
const known = new Map<string, Map<number, Offsets>>();

/**
 * The offsets of a zone around a moment.
 *
 * @throws `InvalidInputError` when the zone is unknown, `OutOfRangeError` outside the years 1800 to 2199
 */
export function offsetsAround(timeZone: string, at: number): Offsets {
  const piece = Math.floor(at / PIECE);
  return known.get(timeZone)?.get(piece) ?? readOffsets(timeZone, piece, at);
}

function readOffsets(timeZone: string, piece: number, at: number): Offsets {
  // Asked first, for it says what is wrong with a zone or a moment.
  zoneRulesOf(timeZone, at as Instant, (at + 1) as Instant);
  const from = Math.max(piece * PIECE - MARGIN, FIRST) as Instant;
  const to = Math.min((piece + 1) * PIECE + MARGIN, LAST) as Instant;
  const rules = zoneRulesOf(timeZone, from, to);
  const offsets = rules.offsets.flatMap((one) => [one.from, one.seconds * 1000]);
  // Names may be written in any case; only the one in use everywhere is kept, so that the map stays small.
  if (!/^(?:[A-Z][\w+-]*\/)*[A-Z][\w+-]*$/.test(timeZone)) return offsets;
  const pieces = known.get(timeZone) ?? new Map<number, Offsets>();
  known.set(timeZone, pieces.set(piece, offsets));
  return offsets;
}

/** Whether the runtime knows a zone of that name, and how its clocks stand around a moment. */
export function isKnownZone(timeZone: unknown, at = 0): boolean {
  try {
    offsetsAround(timeZone as string, at);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock shows at a moment, as if it were UTC. */
export function wallAt(offsets: Offsets, at: number): number {
  let i = offsets.length - 2;
  while (i > 0 && (offsets[i] as number) > at) i -= 2;
  return at + (offsets[i + 1] as number);
}

/** What the wall clock shows, for people to read: `"2026-03-02 08:00"`; in UTC where zones are not known. */
export function localTime(timeZone: string, at: number): string {
  const wall = at >= FIRST && at < LAST ? wallAt(offsetsAround(timeZone, at), at) : at;
  return new Date(wall).toISOString().slice(0, 16).replace("T", " ");
}

/** The first moment at which the clock shows a reading; of one that is skipped, the moment after the gap. */
export function firstShown(offsets: Offsets, wall: number): number {
  return shown(offsets, wall, "first");
}

/** The last moment at which the clock shows a reading; of one that is skipped, the moment after the gap. */
export function lastShown(offsets: Offsets, wall: number): number {
  return shown(offsets, wall, "last");
}

function shown(offsets: Offsets, wall: number, pass: "first" | "last"): number {
  let found = wall - (offsets[1] as number);
  let isSkipped = false;
  for (let i = 0; i < offsets.length; i += 2) {
    const from = offsets[i] as number;
    const at = wall - (offsets[i + 1] as number);
    // Before the offset begins the reading is past, unless the clock has just leapt over it.
    const isPast = at < from && !isSkipped;
    isSkipped = at >= (offsets[i + 2] ?? Number.POSITIVE_INFINITY);
    if (isPast || isSkipped) continue;
    found = Math.max(at, from);
    if (pass === "first") return found;
  }
  return found;
}
