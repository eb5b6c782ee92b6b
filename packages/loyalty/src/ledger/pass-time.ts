import type { Instant } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import { find } from "./directory.ts";
import { type Draft, draftOf } from "./draft.ts";
import { addTotal, remember } from "./entries.ts";
import { addLot, firstOf, firstUsable, partOf, pointsOf, removePart } from "./lots.ts";
import type { LedgerState, Lot } from "./state.ts";

/** The state at a later moment; the same one when nothing has become usable, ended or been let go since. */
export function stateAt(state: LedgerState, moment: Instant): LedgerState {
  const at = Math.min(moment, NEVER - 1) as Instant;
  if (at <= state.at) return state;
  if (nextMomentOf(state) > at) return { ...state, at };
  const draft = draftOf(state);
  passTime(draft, at);
  return draft.state;
}

/** The next moment at which something ends, becomes usable or is let go by itself. */
function nextMomentOf(state: LedgerState): number {
  const ending = firstOf(state.active)?.expiresAt ?? NEVER;
  return Math.min(ending, state.stretch.endsAt, nextArrivalOf(state));
}

/** The next moment at which points become usable by themselves. */
export function nextArrivalOf({ holds, pending }: LedgerState): number {
  return Math.min(holds[0]?.expiresAt ?? NEVER, firstOf(pending)?.availableAt ?? NEVER);
}

/** Lets time pass: in the order in which it happens, points become usable and end. */
export function passTime(draft: Draft, moment: Instant): void {
  const { state } = draft;
  const to = Math.min(moment, NEVER - 1) as Instant;
  for (let next = nextArrivalOf(state); next <= to; next = nextArrivalOf(state)) {
    expireUntil(draft, next as Instant);
    arriveAt(draft, next as Instant);
  }
  expireUntil(draft, to);
  if (to > state.at) state.at = to;
}

function arriveAt(draft: Draft, at: Instant): void {
  const { state } = draft;
  const hold = state.holds[0];
  if (hold !== undefined && hold.expiresAt <= at) {
    state.holds = state.holds.slice(1);
    for (const lot of hold.taken) addPoints(draft, lot, at);
    return;
  }
  const lot = firstOf(state.pending);
  if (lot === undefined) return;
  removePart(draft, "pending", lot);
  addPoints(draft, lot, at);
}

/** Puts points where they belong at a moment. What is usable fills up a negative balance first. */
export function addPoints(draft: Draft, lot: Lot, at: Instant): void {
  const { state } = draft;
  const isOver = lot.stretch !== undefined && lot.stretch !== state.stretch.id;
  if (lot.availableAt > at) addLot(draft, "pending", lot);
  else if (isOver || lot.expiresAt <= at) expire(draft, lot);
  else {
    const absorbed = Math.min(state.debt, lot.points);
    state.debt -= absorbed;
    const rest = partOf(lot, lot.points - absorbed);
    if (rest.points > 0) addLot(draft, lot.stretch === undefined ? "active" : "lasting", rest);
  }
}

/** Fills up a negative balance with what is usable. */
export function absorbDebt(draft: Draft): void {
  const { state } = draft;
  if (state.debt === 0) return;
  const parts = firstUsable(state, state.debt);
  for (const part of parts)
    removePart(draft, part.stretch === undefined ? "active" : "lasting", part);
  state.debt -= pointsOf(parts);
}

function expireUntil(draft: Draft, at: number): void {
  const { state } = draft;
  for (let lot = firstOf(state.active); lot && lot.expiresAt <= at; lot = firstOf(state.active)) {
    removePart(draft, "active", lot);
    expire(draft, lot);
  }
  if (state.stretch.endsAt > at) return;
  for (const lot of state.lasting.flat()) expire(draft, lot);
  state.lasting = [];
  state.stretch = { id: state.stretch.id + 1, endsAt: NEVER };
}

function expire(draft: Draft, lot: Lot): void {
  const { state } = draft;
  addTotal(draft, "expired", lot.points);
  const record = find(state.records, lot.source);
  if (record?.kind !== "earning") return;
  const expired = record.expired + lot.points;
  remember(draft, lot.source, { ...record, expired });
}
