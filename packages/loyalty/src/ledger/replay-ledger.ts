import { InvalidInputError, KefuError } from "@kefu/core";
import { applyEvent } from "./apply-event.ts";
import { type Draft, draftOf } from "./draft.ts";
import type { LedgerEvent } from "./events.ts";
import { EMPTY_LEDGER, newLedger } from "./new-ledger.ts";
import { eventOf } from "./read-event.ts";
import { ledgerOf, trust } from "./read-ledger.ts";
import type { LedgerState } from "./state.ts";

/** The state after one more event. The given state stays as it is; what has not changed is shared with it. */
export function evolveLedger(state: LedgerState, event: LedgerEvent): LedgerState {
  const draft = draftOf(ledgerOf(state));
  applyEvent(draft, eventOf(event));
  return trust(draft.state);
}

/**
 * Where a ledger stands after its events: the same as `evolve` one by one, but quicker, as nothing between is kept.
 *
 * @param events - what has happened, in the order in which it was stored
 * @param since - where to start from, such as a checkpoint; the beginning by default
 * @throws `InvalidInputError` (`invalid-input`) for what is no event, and where an event cannot follow: then the path begins
 *   with its position
 */
export function replayLedger(
  events: readonly LedgerEvent[],
  since: LedgerState = EMPTY_LEDGER,
): LedgerState {
  if (!Array.isArray(events)) {
    throw new InvalidInputError("ledger events", [{ path: [], message: "must be a list" }]);
  }
  const draft: Draft = since === EMPTY_LEDGER ? newDraft() : draftOf(ledgerOf(since));
  let at = 0;
  try {
    for (; at < events.length; at++) applyEvent(draft, eventOf(events[at] as LedgerEvent));
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    const issues = error.issues.map(({ path, message }) => ({ path: [at, ...path], message }));
    throw new InvalidInputError("ledger events", issues);
  }
  return trust(draft.state);
}

/** A draft that may write to all of its own, without asking. */
function newDraft(): Draft {
  return { state: newLedger(), owned: undefined };
}
