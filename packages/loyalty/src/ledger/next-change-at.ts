import { type Instant, instant } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import { firstOf } from "./lots.ts";
import { nextArrivalOf, stateAt } from "./pass-time.ts";
import { ledgerOf } from "./read-ledger.ts";
import type { LedgerState } from "./state.ts";

/**
 * When a balance changes next by time alone: points end or become usable, or a hold is over. For a reminder, or for how long an
 * answer may be kept; the balance is right without it.
 *
 * @param state - where the ledger stands
 * @param asOf - the moment after which it is; that of the latest event by default, and where it is earlier
 * @returns the first moment at which `balanceOf` answers otherwise; `null` when only an event can change it
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { loyalty, nextChangeAt } from "@kefu/loyalty";
 *
 * const points = loyalty({
 *   version: 1,
 *   timeZone: "Asia/Taipei",
 *   currency: "TWD",
 *   rules: [{ id: "base", give: { points: 1, per: 3000 } }],
 *   vesting: { days: 7 },
 *   expiry: { kind: "fixed", after: { months: 12 }, through: "month" },
 * });
 * const order = { id: "o1", currency: "TWD", lines: [{ id: "tea", amountMinor: 45_000 }] };
 * const at = instant("2026-11-24T12:00:00+08:00");
 * const decision = points.decide(undefined, points.initial, { type: "earn", commandId: "c1", at, order });
 * const ledger = decision.outcome === "accepted" ? decision.events.reduce(points.evolve, points.initial) : points.initial;
 * isoOf(nextChangeAt(ledger)!); // => "2026-12-01T04:00:00.000Z"
 * isoOf(nextChangeAt(ledger, instant("2026-12-01T12:00:00+08:00"))!); // => "2027-11-30T16:00:00.000Z"
 * nextChangeAt(points.initial); // => null
 * ```
 */
export function nextChangeAt(state: LedgerState, asOf?: Instant): Instant | null {
  const known = ledgerOf(state);
  const then = stateAt(known, asOf === undefined ? known.at : instant(asOf));
  const ending = firstOf(then.active)?.expiresAt ?? NEVER;
  const lapsing = then.lasting.length > 0 ? then.stretch.endsAt : NEVER;
  const next = Math.min(ending, lapsing, nextArrivalOf(then));
  return next >= NEVER ? null : (next as Instant);
}
