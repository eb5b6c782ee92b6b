import { type Instant, InvalidInputError } from "@kefu/core";
import { entriesOf, find, put } from "./directory.ts";
import type { Draft } from "./draft.ts";
import { addHold, addTotal, count, prolong } from "./entries.ts";
import { addPoints, stateAt } from "./pass-time.ts";
import type { LedgerState, Lot, Totals } from "./state.ts";

/** Names that both ledgers know; they cannot become one. */
export function sharedName(state: LedgerState, other: LedgerState): string | undefined {
  const isKnown = (name: string) => find(state.records, name) !== undefined;
  const ids = new Set(state.holds.map(({ id }) => id));
  const name = entriesOf(other.records).find(([each]) => isKnown(each))?.[0];
  return name ?? other.holds.find(({ id }) => ids.has(id))?.id;
}

/** Moves all of another ledger into a draft. */
export function mergeInto(
  draft: Draft,
  event: { readonly at: Instant; readonly state: LedgerState },
): void {
  const { state } = draft;
  const other = stateAt(event.state, state.at);
  const firstId = state.lotCount;
  if (sharedName(state, other) !== undefined) {
    const message = "has names that the ledger knows";
    throw new InvalidInputError("ledger event", [{ path: ["state"], message }]);
  }
  const ownStretch = state.stretch.id;
  // What ended with a stretch of the other ledger ends here too: with the one before.
  const stretchOf = (stretch: number) => ownStretch - (stretch === other.stretch.id ? 0 : 1);
  const moved = (lot: Lot): Lot => {
    const id = lot.id + firstId;
    const { stretch } = lot;
    return stretch === undefined ? { ...lot, id } : { ...lot, id, stretch: stretchOf(stretch) };
  };
  state.lotCount += other.lotCount;
  state.debt += other.debt;
  prolong(draft, other.stretch.endsAt);
  for (const [name, points] of Object.entries(other.totals)) {
    addTotal(draft, name as keyof Totals, points);
  }
  for (const hold of other.holds) addHold(draft, { ...hold, taken: hold.taken.map(moved) });
  for (const [name, record] of entriesOf(other.records)) {
    const own =
      record.kind === "redemption" ? { ...record, taken: record.taken.map(moved) } : record;
    state.records = put(draft, state.records, name, own);
  }
  for (const [name, hash] of entriesOf(other.commands)) {
    if (find(state.commands, name) === undefined)
      state.commands = put(draft, state.commands, name, hash);
  }
  count(draft, entriesOf(other.counters));
  for (const lot of [...other.active, ...other.lasting, ...other.pending].flat()) {
    addPoints(draft, moved(lot), state.at);
  }
}
