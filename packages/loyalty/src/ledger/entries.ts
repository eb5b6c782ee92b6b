import { type Instant, InvalidInputError } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import { find, put } from "./directory.ts";
import { type Draft, own } from "./draft.ts";
import type { Counts } from "./order-facts.ts";
import type { Hold, LedgerRecord, Totals } from "./state.ts";

/** Keeps what is known of something. */
export function remember(draft: Draft, name: string, record: LedgerRecord): void {
  draft.state.records = put(draft, draft.state.records, name, record);
}

/** Adds to a sum. @throws InvalidInputError beyond what is exact */
export function addTotal(draft: Draft, name: keyof Totals, points: number): void {
  const totals = own(draft, draft.state.totals) as { -readonly [Key in keyof Totals]: number };
  totals[name] += points;
  if (!Number.isSafeInteger(totals[name])) throw unfitting("points");
  draft.state.totals = totals;
}

/** Adds to counters. */
export function count(draft: Draft, counts: Counts): void {
  for (const [name, by] of counts) {
    const sum = (find(draft.state.counters, name) ?? 0) + by;
    draft.state.counters = put(draft, draft.state.counters, name, sum);
  }
}

/** Opens a hold; those that are over earlier stand before it. */
export function addHold({ state }: Draft, hold: Hold): void {
  const at = state.holds.findIndex(({ expiresAt }) => expiresAt > hold.expiresAt);
  state.holds = state.holds.toSpliced(at < 0 ? state.holds.length : at, 0, hold);
}

/** Lets points that end by inactivity live until a moment, or longer. */
export function prolong({ state }: Draft, until: Instant): void {
  const { id, endsAt } = state.stretch;
  if (endsAt === NEVER || (until > endsAt && until !== NEVER))
    state.stretch = { id, endsAt: until };
}

/** What is said of an event that cannot follow. */
export function unfitting(key: string): InvalidInputError {
  const message = "does not follow on the ledger";
  return new InvalidInputError("ledger event", [{ path: [key], message }]);
}
