import { type Instant, InvalidInputError } from "@kefu/core";
import { entriesOf, find, put } from "./directory.ts";
import type { Draft } from "./draft.ts";
import { addHold, addTotal, count, prolong } from "./entries.ts";
import { addPoints, stateAt } from "./pass-time.ts";
import type { LedgerRecord, LedgerState, Lot, Totals } from "./state.ts";

/** Names that both ledgers know, so that they cannot become one; but for transfers, which may have gone from one to the other. */
export function sharedName(state: LedgerState, other: LedgerState): string | undefined {
  const ids = new Set(state.holds.map(({ id }) => id));
  const isKnown = ([name, { kind }]: readonly [string, LedgerRecord]) =>
    kind !== "transfer" && find(state.records, name) !== undefined;
  const name = entriesOf(other.records).find(isKnown)?.[0];
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
    state.records = put(draft, state.records, name, movedRecord(state, name, record, moved));
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

function movedRecord(
  { records }: LedgerState,
  name: string,
  record: LedgerRecord,
  moved: (lot: Lot) => Lot,
): LedgerRecord {
  // A transfer of which both ends are here now has nowhere to go back to.
  if (find(records, name) !== undefined) return { kind: "transfer", points: 0 };
  return record.kind === "redemption" ? { ...record, taken: record.taken.map(moved) } : record;
}
