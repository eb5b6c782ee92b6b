import { Instant, instant, parseInput } from "@kefu/core";
import { z } from "zod";

/** Which of many tickets is to be looked at next: an index that the host holds in memory, not data. */
export interface WakeIndex {
  /** Says when a ticket is to be looked at, in place of what was said before; `null` takes it out. */
  readonly set: (ticketId: string, wakeAt: Instant | null) => void;
  /** Takes out the tickets that are to be looked at by a moment, itself included, earliest first. Costs only what is due. */
  readonly takeDue: (at: Instant) => readonly string[];
  /** The earliest moment; `null` when there is none. */
  readonly nextWakeAt: () => Instant | null;
  /** How many tickets are in it. */
  readonly size: () => number;
}

interface Wake {
  readonly ticketId: string;
  at: number;
  place: number;
}

const Wakes = z.array(z.tuple([z.string(), Instant.nullable()]));
const Id = z.string();

/**
 * An index of when to look at which of many tickets. Setting one costs the logarithm of their number, a look when
 * nothing is due costs one comparison.
 *
 * @param wakes - tickets with their moments, as {@link nextWakeAt} tells them
 * @returns an index whose functions throw `InvalidInputError` (`invalid-input`) for what is no name or no moment
 * @throws `InvalidInputError` (`invalid-input`) when the wakes are malformed
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { buildWakeIndex } from "@kefu/escalation";
 *
 * const [nine, ten] = [instant("2026-11-24T09:00:00Z"), instant("2026-11-24T10:00:00Z")];
 * const index = buildWakeIndex([["t1", ten], ["t2", nine], ["t3", null]]);
 * index.takeDue(nine); // => ["t2"]
 * index.nextWakeAt(); // => 1_795_514_400_000
 * ```
 */
export function buildWakeIndex(wakes: Iterable<readonly [string, Instant | null]> = []): WakeIndex {
  const heap: Wake[] = [];
  const byTicket = new Map<string, Wake>();
  const index: WakeIndex = {
    set(ticketId, wakeAt) {
      if (typeof ticketId !== "string") parseInput(Id, "ticket id", ticketId);
      if (wakeAt === null) remove(heap, byTicket, byTicket.get(ticketId));
      else put(heap, byTicket, ticketId, instant(wakeAt));
    },
    takeDue(at) {
      const until = instant(at);
      const due: string[] = [];
      for (let first = heap[0]; first !== undefined && first.at <= until; first = heap[0]) {
        due.push(first.ticketId);
        remove(heap, byTicket, first);
      }
      return due;
    },
    nextWakeAt: () => (heap[0]?.at as Instant | undefined) ?? null,
    size: () => heap.length,
  };
  for (const [ticketId, at] of parseInput(Wakes, "wakes", asList(wakes))) index.set(ticketId, at);
  return index;
}

function asList(wakes: unknown): unknown {
  const iterable = typeof wakes === "object" && wakes !== null && Symbol.iterator in wakes;
  return iterable && !Array.isArray(wakes) ? [...(wakes as Iterable<unknown>)] : wakes;
}

function put(heap: Wake[], byTicket: Map<string, Wake>, ticketId: string, at: Instant): void {
  const known = byTicket.get(ticketId);
  const wake = known ?? { ticketId, at, place: heap.length };
  if (known === undefined) {
    heap.push(wake);
    byTicket.set(ticketId, wake);
  }
  wake.at = at;
  settle(heap, wake);
}

function remove(heap: Wake[], byTicket: Map<string, Wake>, wake: Wake | undefined): void {
  if (wake === undefined) return;
  byTicket.delete(wake.ticketId);
  const last = heap.pop();
  if (last === undefined || last === wake) return;
  last.place = wake.place;
  heap[last.place] = last;
  settle(heap, last);
}

/** Lets a wake rise or sink to where it belongs in the binary heap. */
function settle(heap: Wake[], wake: Wake): void {
  let { place } = wake;
  for (let parent = heap[(place - 1) >> 1]; place > 0 && parent && comesBefore(wake, parent); ) {
    heap[place] = parent;
    [place, parent.place] = [parent.place, place];
    parent = heap[(place - 1) >> 1];
  }
  for (let child = firstChild(heap, place); child && comesBefore(child, wake); ) {
    heap[place] = child;
    [place, child.place] = [child.place, place];
    child = firstChild(heap, place);
  }
  wake.place = place;
  heap[place] = wake;
}

function firstChild(heap: readonly Wake[], place: number): Wake | undefined {
  const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]];
  return left && right && comesBefore(right, left) ? right : left;
}

/** Ties go by name, so that the order never depends on the history of the heap. */
function comesBefore(one: Wake, other: Wake): boolean {
  return one.at < other.at || (one.at === other.at && one.ticketId < other.ticketId);
}
