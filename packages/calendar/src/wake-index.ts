import { Instant, instant, parseInput } from "@kefu/core";
import { z } from "zod";

/** Which of many things, tickets or promises, is to be looked at next: an index that the host holds in memory, not data. */
export interface WakeIndex {
  /** Says when one is to be looked at, in place of what was said before; `null` takes it out. */
  readonly set: (id: string, wakeAt: Instant | null) => void;
  /** Takes out those that are to be looked at by a moment, itself included, earliest first. Costs only what is due. */
  readonly takeDue: (at: Instant) => readonly string[];
  /** The earliest moment; `null` when there is none. */
  readonly nextWakeAt: () => Instant | null;
  /** How many are in it. */
  readonly size: () => number;
}

const Wakes = z.array(z.tuple([z.string(), Instant.nullable()]));
const Id = z.string();

/**
 * An index of when to look at which of many things that come due by themselves. Setting one costs the logarithm of their number, a look when
 * nothing is due costs one comparison.
 *
 * @param wakes - names with their moments, as `nextWakeAt` of `@kefu/escalation` and `nextPromiseWake` of `@kefu/promises` tell them
 * @returns an index whose functions throw `InvalidInputError` (`invalid-input`) for what is no name or no moment
 * @throws `InvalidInputError` (`invalid-input`) when the wakes are malformed
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { buildWakeIndex } from "@kefu/calendar";
 *
 * const [nine, ten] = [instant("2026-11-24T09:00:00Z"), instant("2026-11-24T10:00:00Z")];
 * const index = buildWakeIndex([["t1", ten], ["t2", nine], ["t3", null]]);
 * index.takeDue(nine); // => ["t2"]
 * index.nextWakeAt(); // => 1_795_514_400_000
 * ```
 */
export function buildWakeIndex(wakes: Iterable<readonly [string, Instant | null]> = []): WakeIndex {
  const queue: Queue = { times: [], ids: [] };
  const wakeOf = new Map<string, Instant>();
  const index: WakeIndex = {
    set(id, wakeAt) {
      if (typeof id !== "string") parseInput(Id, "id", id);
      if (wakeAt === null) wakeOf.delete(id);
      else {
        const at = instant(wakeAt);
        wakeOf.set(id, at);
        rise(queue, at, id);
      }
      if (queue.ids.length > 2 * wakeOf.size + SPARE) refill(queue, wakeOf);
    },
    takeDue(at) {
      const until = instant(at);
      const due: string[] = [];
      while ((nextOf(queue, wakeOf) ?? Number.POSITIVE_INFINITY) <= until) {
        const id = queue.ids[0] as string;
        due.push(id);
        wakeOf.delete(id);
      }
      return due;
    },
    nextWakeAt: () => nextOf(queue, wakeOf),
    size: () => wakeOf.size,
  };
  for (const [id, at] of parseInput(Wakes, "wakes", asList(wakes))) index.set(id, at);
  return index;
}

/**
 * A binary heap in two lists, earliest first. What was said before stays in it until it comes up: to take it
 * out at once would mean to know the place of each, and to write it down with each step of each.
 */
interface Queue {
  readonly times: Instant[];
  readonly ids: string[];
}

/** So many wakes out of date do no harm. */
const SPARE = 64;

function asList(wakes: unknown): unknown {
  const iterable = typeof wakes === "object" && wakes !== null && Symbol.iterator in wakes;
  return iterable && !Array.isArray(wakes) ? [...(wakes as Iterable<unknown>)] : wakes;
}

/** The earliest wake that still holds; those before it are taken out. */
function nextOf(queue: Queue, wakeOf: ReadonlyMap<string, Instant>): Instant | null {
  for (;;) {
    const [at] = queue.times;
    if (at === undefined || wakeOf.get(queue.ids[0] as string) === at) return at ?? null;
    sink(queue, queue.times.pop() as Instant, queue.ids.pop() as string);
  }
}

/** Begins anew with what still holds. */
function refill(queue: Queue, wakeOf: ReadonlyMap<string, Instant>): void {
  queue.times.length = queue.ids.length = 0;
  for (const [id, at] of wakeOf) rise(queue, at, id);
}

/** Puts a wake in at the end and lets it rise to where it belongs. */
function rise({ times, ids }: Queue, at: Instant, id: string): void {
  let place = times.length;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!comesBefore(at, id, times[parent] as Instant, ids[parent] as string)) break;
    times[place] = times[parent] as Instant;
    ids[place] = ids[parent] as string;
    place = parent;
  }
  times[place] = at;
  ids[place] = id;
}

/** Puts the last wake in place of the first and lets it sink to where it belongs. */
function sink({ times, ids }: Queue, at: Instant, id: string): void {
  const size = times.length;
  if (size === 0) return;
  let place = 0;
  for (let child = 1; child < size; child = 2 * place + 1) {
    const [left, right] = [times[child] as Instant, times[child + 1] as Instant];
    if (
      child + 1 < size &&
      comesBefore(right, ids[child + 1] as string, left, ids[child] as string)
    )
      child++;
    if (!comesBefore(times[child] as Instant, ids[child] as string, at, id)) break;
    times[place] = times[child] as Instant;
    ids[place] = ids[child] as string;
    place = child;
  }
  times[place] = at;
  ids[place] = id;
}

/** Ties go by name, so that the order never depends on the history of the heap. */
function comesBefore(at: Instant, id: string, other: Instant, otherId: string): boolean {
  return at < other || (at === other && id < otherId);
}
