import { Channel, Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { MessagePurpose } from "../rules/rule-set.ts";
import { FrequencyCap } from "./contact-policy.ts";
import { type Gate, passGates } from "./gate.ts";
import { SentMessage, type SentMessageInput } from "./sent-message.ts";
import { DAY, firstShown, lastShown, type Offsets, offsetsAround, wallAt } from "./wall-clock.ts";

const HOUR = 3_600_000;
const LONGEST = { day: DAY, week: 7 * DAY, month: 31 * DAY };

type Opener = Gate<FrequencyCap>["open"];
type Period = keyof typeof LONGEST;

/** The message that room is sought for. */
export const CapQuestion = z.strictObject({
  /** IANA name of the zone whose days, weeks and months count. */
  timeZone: z.string(),
  /** What it is for; for a transactional one there is always room. */
  purpose: MessagePurpose,
  /** What it counts as. */
  category: z.string().min(1).max(128),
  /** By which way it goes. */
  channel: Channel,
});
/** The message that room is sought for, see the schema of the same name. */
export interface CapQuestion extends Readonly<z.output<typeof CapQuestion>> {}

/** When there is room for a message, if ever. */
export type Room =
  /** `at` is the first such moment, and `heldBy` are the caps that kept it from being earlier. */
  | { readonly outcome: "room"; readonly at: Instant; readonly heldBy: readonly FrequencyCap[] }
  /** A cap of 0 forbids it. */
  | { readonly outcome: "never"; readonly heldBy: readonly FrequencyCap[] };

const Arguments = z.lazy(() =>
  z.strictObject({
    caps: z.array(FrequencyCap),
    history: z.array(SentMessage),
    question: CapQuestion,
    at: Instant,
  }),
);

/**
 * The first moment from `at` on at which a message breaks no cap, counting what went before and what is planned for
 * later. Messages may come in any order.
 *
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape, and for an unknown zone;
 *   `OutOfRangeError` (`out-of-range`) outside the years 1800 to 2199
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { roomUnderCaps } from "@kefu/personalization";
 *
 * const question = { timeZone: "UTC", purpose: "marketing", category: "news", channel: "email" } as const;
 * const sent = ["2026-03-02T12:00:00Z", "2026-03-03T09:00:00Z"].map((at) => ({
 *   at: instant(at),
 *   channel: "email" as const,
 *   category: "news",
 * }));
 * const room = roomUnderCaps([{ rollingHours: 24, max: 2 }], sent, question, instant("2026-03-03T10:00:00Z"));
 * room.outcome === "room" && isoOf(room.at); // => "2026-03-03T12:00:00.000Z"
 * ```
 */
export function roomUnderCaps(
  caps: readonly FrequencyCap[],
  history: readonly SentMessageInput[],
  question: CapQuestion,
  at: Instant,
): Room {
  const given = parseInput(Arguments, "question about caps", { caps, history, question, at });
  offsetsAround(given.question.timeZone, given.at);
  const passage = passGates(
    capGates(given.caps, given.history, given.question, given.at),
    given.at,
  );
  return passage.at === Number.POSITIVE_INFINITY
    ? { outcome: "never", heldBy: passage.heldBy }
    : { outcome: "room", at: passage.at as Instant, heldBy: passage.heldBy };
}

/** A gate for each cap that may hold a message back from `at` on. */
export function capGates(
  caps: readonly FrequencyCap[],
  history: readonly SentMessage[],
  question: CapQuestion,
  at: number,
): Gate<FrequencyCap>[] {
  if (question.purpose === "transactional") return [];
  const gates: Gate<FrequencyCap>[] = [];
  for (const cap of caps) {
    if (!covers(cap, question)) continue;
    const counted = momentsCounted(cap, history, at - reachOf(cap));
    if (counted.length < cap.max) continue;
    gates.push({ kind: cap, open: openerOf(cap, counted, question.timeZone) });
  }
  return gates;
}

/** Whether a message counts towards a cap. */
function covers(cap: FrequencyCap, message: CapQuestion | SentMessage): boolean {
  return (
    message.purpose !== "transactional" &&
    (cap.category === undefined || cap.category === message.category) &&
    (cap.channel === undefined || cap.channel === message.channel)
  );
}

/** How far back a message can lie and still count; of a period a day more, for clocks that are set. */
function reachOf(cap: FrequencyCap): number {
  return "rollingHours" in cap ? cap.rollingHours * HOUR : LONGEST[cap.per] + DAY;
}

/** When the messages were sent that count, in order. */
function momentsCounted(
  cap: FrequencyCap,
  history: readonly SentMessage[],
  since: number,
): number[] {
  const moments: number[] = [];
  let isSorted = true;
  for (const sent of history) {
    if (sent.at < since || !covers(cap, sent)) continue;
    isSorted &&= sent.at >= (moments.at(-1) ?? since);
    moments.push(sent.at);
  }
  return isSorted ? moments : moments.sort((one, other) => one - other);
}

function openerOf(cap: FrequencyCap, counted: number[], timeZone: string): Opener {
  if (cap.max === 0) return () => Number.POSITIVE_INFINITY;
  if ("rollingHours" in cap) return rollingGate(counted, cap.max, cap.rollingHours * HOUR);
  return calendarGate(counted, cap, timeZone);
}

/**
 * Any `max` neighbours leave no room for one more that would lie less than the window's length from both ends:
 *
 *        last − length          first ····· last          first + length
 *              ├────────────── no room ───────────────────────┤
 */
function rollingGate(counted: readonly number[], max: number, length: number): Opener {
  let i = 0;
  return (at) => {
    let found = at;
    for (; i + max <= counted.length; i++) {
      const first = counted[i] as number;
      const last = counted[i + max - 1] as number;
      if (last - length >= found) break;
      if (last - first < length) found = Math.max(found, first + length);
    }
    return found;
  };
}

function calendarGate(
  counted: readonly number[],
  cap: FrequencyCap & { readonly per: Period },
  timeZone: string,
): Opener {
  const sums = new Map<number, number>();
  for (const moment of counted) {
    const period = periodOf(wallAt(offsetsAround(timeZone, moment), moment), cap.per);
    sums.set(period, (sums.get(period) ?? 0) + 1);
  }
  return (at) => {
    let found = at;
    for (;;) {
      const offsets = offsetsAround(timeZone, found);
      const period = periodOf(wallAt(offsets, found), cap.per);
      if ((sums.get(period) ?? 0) < cap.max) return found;
      found = startOfPeriod(timeZone, period + 1, cap.per, found);
    }
  };
}

/** Numbers the periods of the wall calendar, one after the other. 1970-01-01 was a Thursday. */
function periodOf(wall: number, per: Period): number {
  const day = Math.floor(wall / DAY);
  if (per === "day") return day;
  if (per === "week") return Math.floor((day + 3) / 7);
  const date = new Date(wall);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** When a period begins that is not yet there at `after`. */
function startOfPeriod(timeZone: string, period: number, per: Period, after: number): number {
  const wall = firstReadingOf(period, per);
  const offsets: Offsets = offsetsAround(timeZone, wall);
  const first = firstShown(offsets, wall);
  // A clock that is put back over midnight begins a day twice.
  return first > after ? first : lastShown(offsets, wall);
}

function firstReadingOf(period: number, per: Period): number {
  if (per === "day") return period * DAY;
  if (per === "week") return (period * 7 - 3) * DAY;
  return Date.UTC(Math.floor(period / 12), period % 12);
}
