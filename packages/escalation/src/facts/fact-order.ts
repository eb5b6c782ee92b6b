import type { Fact } from "./command.ts";

/**
 * What comes first within a millisecond. A word fulfils before a change of state pauses, so that "answer and set to
 * pending" in one go is an answer in time, never a clock that stands still. What makes a promise comes before what becomes
 * of it, so that a word given and kept in one go is kept.
 */
const RANK: Readonly<Record<Fact["type"], number>> = {
  open: 0,
  applyPolicy: 1,
  calendarChanged: 2,
  classify: 3,
  customerMessage: 4,
  agentMessage: 5,
  levelOutcome: 6,
  wishForPerson: 7,
  raiseLevel: 8,
  complain: 9,
  assign: 10,
  accept: 11,
  diagnose: 12,
  repair: 13,
  makePromise: 14,
  renegotiate: 15,
  forecast: 16,
  tellBadNews: 17,
  keepPromise: 18,
  withdrawPromise: 19,
  offerRemedy: 20,
  answerRemedy: 21,
  confirmSettlement: 22,
  setState: 23,
  resolve: 24,
  reopen: 25,
};

/** The one order of facts, whatever order they arrive in; below zero when `one` comes first. */
export function compareFacts(one: Fact, other: Fact): number {
  return (
    one.at - other.at ||
    (one.sequence ?? 0) - (other.sequence ?? 0) ||
    RANK[one.type] - RANK[other.type] ||
    (one.id < other.id ? -1 : 1)
  );
}
