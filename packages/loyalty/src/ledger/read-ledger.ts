import { parseInput } from "@kefu/core";
import { LedgerState } from "./state.ts";

/** States that were made here need no look, those that were read here no second one. */
const read = new WeakMap<LedgerState, LedgerState>();

/** Remembers that a state is one. */
export function trust(state: LedgerState): LedgerState {
  read.set(state, state);
  return state;
}

/** A ledger state; one that comes from outside is read once. @throws InvalidInputError when it is none */
export function ledgerOf(state: LedgerState): LedgerState {
  const known = read.get(state);
  if (known !== undefined) return known;
  const checked = trust(parseInput(LedgerState, "ledger state", state));
  read.set(state, checked);
  return checked;
}
