import { type Instant, instant } from "@kefu/core";
import { pointsOf, usableLots } from "./lots.ts";
import { nextArrivalOf, stateAt } from "./pass-time.ts";
import { ledgerOf } from "./read-ledger.ts";
import type { LedgerState, Lot } from "./state.ts";

/** How many points a ledger has at a moment. */
export interface Balance {
  /** Can be used or are held; no longer pending and not ended. */
  readonly active: number;
  /** Wait for their day or for an action. */
  readonly pending: number;
  /** Are set aside for checkouts. */
  readonly held: number;
  /** Can be used: `active` less `held`. */
  readonly available: number;
  /** Have ended unused, since the beginning. */
  readonly expired: number;
  /** Were used, since the beginning, less what was reversed. */
  readonly spent: number;
  /** How far below zero it is; credits fill it up first. */
  readonly negative: number;
}

/**
 * How many points there are at a moment, by the events so far and by the dates that points carry. No job has to run for it:
 * what has ended by then has ended, what has become usable is usable, a hold that is over is free.
 *
 * Points are usable from `availableAt` on, that moment included, and until `expiresAt`, not included. Moments before the
 * latest event are answered as of that event; for a balance in the past replay the events until then.
 *
 * Takes the logarithm of the number of lots, and some time for each lot and hold that becomes usable until then.
 *
 * @param state - where the ledger stands
 * @param asOf - the moment; that of the latest event by default
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { balanceOf, loyalty } from "@kefu/loyalty";
 *
 * const points = loyalty({
 *   version: 1,
 *   timeZone: "Europe/Berlin",
 *   currency: "EUR",
 *   rules: [{ id: "base", give: { points: 1, per: 100 } }],
 *   expiry: { kind: "fixed", after: { months: 12 } },
 * });
 * const order = { id: "o1", currency: "EUR", lines: [{ id: "l1", amountMinor: 5997 }] };
 * const at = instant("2026-01-10T12:00:00+01:00");
 * const decision = points.decide(undefined, points.initial, { type: "earn", commandId: "c1", at, order });
 * const ledger = decision.outcome === "accepted" ? decision.events.reduce(points.evolve, points.initial) : points.initial;
 * balanceOf(ledger, instant("2027-01-10T11:59:59+01:00")).available; // => 59
 * balanceOf(ledger, instant("2027-01-10T12:00:00+01:00")).expired; // => 59
 * ```
 */
export function balanceOf(state: LedgerState, asOf?: Instant): Balance {
  const known = ledgerOf(state);
  const at = asOf === undefined ? known.at : instant(asOf);
  const then = nextArrivalOf(known) > at ? known : stateAt(known, at);
  const lasting = then.stretch.endsAt > at ? allOf(then.lasting) : 0;
  const available = usableAt(then.active, at) + lasting;
  const ended = allOf(then.active) + allOf(then.lasting) - available;
  let held = 0;
  for (const hold of then.holds) held += pointsOf(hold.taken);
  return {
    active: available + held,
    pending: allOf(then.pending),
    held,
    available,
    expired: then.totals.expired + ended,
    spent: then.totals.spent,
    negative: then.debt,
  };
}

/**
 * The points that can be used at a moment, lot by lot, in the order in which they are: the first to expire first, ties older
 * first. Where they end by inactivity, `expiresAt` is when they do without further activity.
 *
 * @param state - where the ledger stands
 * @param asOf - the moment; that of the latest event by default, and where it is earlier
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 */
export function lotsAt(state: LedgerState, asOf?: Instant): readonly Lot[] {
  const known = ledgerOf(state);
  const then = stateAt(known, asOf === undefined ? known.at : instant(asOf));
  const { endsAt } = then.stretch;
  return Array.from(usableLots(then), (lot) =>
    lot.stretch === undefined ? lot : { ...lot, expiresAt: endsAt },
  );
}

type Pages = readonly (readonly Lot[])[];

/** Sums of lists that never change: of a page, and of all pages from each one on. */
const sums = new WeakMap<readonly Lot[], number>();
const sumsFrom = new WeakMap<Pages, readonly number[]>();

function sumOf(page: readonly Lot[]): number {
  const sum = sums.get(page) ?? pointsOf(page);
  sums.set(page, sum);
  return sum;
}

function sumsOf(pages: Pages): readonly number[] {
  const known = sumsFrom.get(pages);
  if (known !== undefined) return known;
  const from = [0];
  for (const page of pages.toReversed()) from.push((from.at(-1) as number) + sumOf(page));
  from.reverse();
  sumsFrom.set(pages, from);
  return from;
}

function allOf(pages: Pages): number {
  return sumsOf(pages)[0] as number;
}

/** The points of lots that end after a moment; they stand at the end. */
function usableAt(pages: Pages, at: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.at(-1)?.expiresAt ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const page = pages[low] ?? [];
  const ended = page.filter(({ expiresAt }) => expiresAt <= at);
  return (sumsOf(pages)[low] as number) - pointsOf(ended);
}
