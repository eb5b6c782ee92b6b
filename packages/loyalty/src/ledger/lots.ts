import { InvalidInputError } from "@kefu/core";
import { type Draft, own } from "./draft.ts";
import type { LedgerState, Lot } from "./state.ts";

/** The lists in which lots stand. */
export type LotList = "active" | "lasting" | "pending";

type Pages = readonly (readonly Lot[])[];

const PAGE = 64;

const older = (one: Lot, other: Lot) => one.earnedAt - other.earnedAt || one.id - other.id;

const ORDERS: Readonly<Record<LotList, (one: Lot, other: Lot) => number>> = {
  active: (one, other) => one.expiresAt - other.expiresAt || older(one, other),
  lasting: older,
  pending: (one, other) =>
    one.availableAt - other.availableAt || one.expiresAt - other.expiresAt || older(one, other),
};

/** The part of a lot that has so many points. */
export function partOf(lot: Lot, points: number): Lot {
  return lot.points === points ? lot : { ...lot, points };
}

/** What can be used, in the order in which it is: the first to expire first, ties older first. */
export function* usableLots({ active, lasting, stretch }: LedgerState): Generator<Lot> {
  const fixed = lotsIn(active);
  let next = fixed.next().value;
  for (const lot of lotsIn(lasting)) {
    for (; next && isBefore(next, lot, stretch.endsAt); next = fixed.next().value) yield next;
    yield lot;
  }
  for (; next; next = fixed.next().value) yield next;
}

/** The first so many usable points, or all: as `firstPoints` of `usableLots`, in a fifth of the time. */
export function firstUsable(state: LedgerState, points: number): Lot[] {
  if (state.lasting.length > 0) return firstPoints(usableLots(state), points);
  const first: Lot[] = [];
  let left = points;
  for (const page of state.active) {
    for (const lot of page) {
      if (left === 0) return first;
      const part = Math.min(left, lot.points);
      if (part > 0) first.push(partOf(lot, part));
      left -= part;
    }
  }
  return first;
}

/** All lots of a list, in its order. */
export function* lotsIn(pages: Pages): Generator<Lot, undefined> {
  for (const page of pages) yield* page;
  return undefined;
}

function isBefore(fixed: Lot, lasting: Lot, endsAt: number): boolean {
  return (fixed.expiresAt - endsAt || older(fixed, lasting)) <= 0;
}

/** How many points lots have. */
export function pointsOf(lots: readonly Lot[]): number {
  let sum = 0;
  for (const lot of lots) sum += lot.points;
  return sum;
}

/** The first so many points of lots, or all. Does not look at lots that it does not need. */
export function firstPoints(lots: Iterable<Lot>, points: number): Lot[] {
  const first: Lot[] = [];
  let left = points;
  if (left === 0) return first;
  for (const lot of lots) {
    const part = Math.min(left, lot.points);
    if (part > 0) first.push(partOf(lot, part));
    left -= part;
    if (left === 0) break;
  }
  return first;
}

/** What is left of lots after their first so many points. */
export function afterPoints(lots: readonly Lot[], points: number): Lot[] {
  const rest: Lot[] = [];
  let passed = points;
  for (const lot of lots) {
    const part = Math.min(passed, lot.points);
    passed -= part;
    if (part < lot.points) rest.push(partOf(lot, lot.points - part));
  }
  return rest;
}

/** Puts a lot in its place; what is left of the same lot there takes it up. */
export function addLot(draft: Draft, list: LotList, lot: Lot): void {
  const pages = ownPages(draft, list);
  const { page: at, row, isThere } = placeOf(pages, lot, ORDERS[list]);
  const page = pages[at];
  if (page === undefined || (page.length >= PAGE && row === page.length)) {
    pages.splice(at + 1, 0, newPage(draft, [lot]));
    return;
  }
  const rows = own(draft, page as Lot[]);
  pages[at] = rows;
  const there = rows[row];
  if (isThere && there) rows[row] = partOf(lot, there.points + lot.points);
  else if (row === rows.length) rows.push(lot);
  else rows.splice(row, 0, lot);
  if (rows.length > PAGE) pages.splice(at + 1, 0, newPage(draft, rows.splice(PAGE / 2)));
}

/** Takes whole lots from the front of a list, as long as they are the first that are asked for. @returns how many */
export function removeFront(draft: Draft, list: LotList, parts: readonly Lot[]): number {
  const pages = draft.state[list];
  let taken = 0;
  let whole = 0;
  let row = 0;
  for (let page = pages[0]; page !== undefined && taken < parts.length; page = pages[whole]) {
    if (!isSameLot(page[row] as Lot, parts[taken] as Lot, ORDERS[list])) break;
    taken++;
    row++;
    if (row < page.length) continue;
    whole++;
    row = 0;
  }
  if (taken === 0) return 0;
  const rest = pages.slice(whole);
  if (row > 0) rest[0] = (rest[0] as readonly Lot[]).slice(row);
  draft.state[list] = rest;
  draft.owned?.add(rest);
  if (row > 0) draft.owned?.add(rest[0] as readonly Lot[]);
  return taken;
}

function isSameLot(lot: Lot, part: Lot, order: (one: Lot, other: Lot) => number): boolean {
  return lot.points === part.points && lot.id === part.id && order(lot, part) === 0;
}

/** Takes points out of a lot. @throws InvalidInputError when they are not there */
export function removePart(draft: Draft, list: LotList, part: Lot): void {
  const pages = ownPages(draft, list);
  const { page: at, row, isThere } = placeOf(pages, part, ORDERS[list]);
  const lot = pages[at]?.[row];
  if (!isThere || lot === undefined || lot.points < part.points) {
    const message = `lot ${part.id} has not so many points`;
    throw new InvalidInputError("ledger event", [{ path: ["taken"], message }]);
  }
  const rows = own(draft, pages[at] as Lot[]);
  pages[at] = rows;
  if (lot.points > part.points) rows[row] = partOf(lot, lot.points - part.points);
  else if (row === 0) rows.shift();
  else rows.splice(row, 1);
  if (rows.length === 0) pages.splice(at, 1);
}

/** The first lot of a list. */
export function firstOf(pages: Pages): Lot | undefined {
  return pages[0]?.[0];
}

function ownPages(draft: Draft, list: LotList): (readonly Lot[])[] {
  const pages = own(draft, draft.state[list] as (readonly Lot[])[]);
  draft.state[list] = pages;
  return pages;
}

function newPage(draft: Draft, rows: Lot[]): Lot[] {
  draft.owned?.add(rows);
  return rows;
}

interface Place {
  readonly page: number;
  readonly row: number;
  readonly isThere: boolean;
}

const FRONT: Place = { page: 0, row: 0, isThere: true };

/** Where a lot stands, or is to stand. */
function placeOf(pages: Pages, lot: Lot, order: (one: Lot, other: Lot) => number): Place {
  const first = pages[0]?.[0];
  // Most of what goes out stands at the front, most of what comes in goes to the end.
  if (first !== undefined && first.id === lot.id && order(first, lot) === 0) return FRONT;
  const last = pages.at(-1)?.at(-1);
  if (last !== undefined && order(last, lot) < 0) {
    const page = pages.length - 1;
    return { page, row: (pages[page] as readonly Lot[]).length, isThere: false };
  }
  return placeBetween(pages, lot, order);
}

function placeBetween(pages: Pages, lot: Lot, order: (one: Lot, other: Lot) => number): Place {
  const page = Math.max(0, firstAfter(pages, (rows) => order(rows[0] as Lot, lot)) - 1);
  const rows = pages[page] ?? [];
  const after = firstAfter(rows, (row) => order(row, lot));
  const before = rows[after - 1];
  const isThere = before !== undefined && order(before, lot) === 0;
  return { page, row: isThere ? after - 1 : after, isThere };
}

/** The first position of what comes after. */
function firstAfter<T>(list: readonly T[], order: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as T) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
