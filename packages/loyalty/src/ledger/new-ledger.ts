import type { Instant } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import type { LedgerState } from "./state.ts";

/** A ledger in which nothing has happened. */
export const EMPTY_LEDGER: LedgerState = {
  schemaVersion: 1,
  version: 0,
  at: -NEVER as Instant,
  lotCount: 0,
  active: [],
  lasting: [],
  pending: [],
  stretch: { id: 1, endsAt: NEVER },
  holds: [],
  debt: 0,
  totals: { earned: 0, spent: 0, expired: 0, clawedBack: 0, adjusted: 0, received: 0, sent: 0 },
  records: { entries: [] },
  commands: { entries: [] },
  counters: { entries: [] },
  members: [],
  closedInto: null,
};

/** A ledger of its own in which nothing has happened: what is written to it shows nowhere else. */
export function newLedger(): LedgerState {
  return {
    ...EMPTY_LEDGER,
    ...{ active: [], lasting: [], pending: [], totals: { ...EMPTY_LEDGER.totals } },
    ...{ records: { entries: [] }, commands: { entries: [] }, counters: { entries: [] } },
  };
}
