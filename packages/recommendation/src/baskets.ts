import { InvalidInputError, type KefuIssue } from "@kefu/core";

/** What was bought together in one go, or by one customer: ids of items. One that stands twice counts once. */
export type Basket = readonly string[];

/** Pairs grow with the square of a basket: two million of them are enough. */
export const MOST_ITEMS = 2000;
const LONGEST_ID = 256;
const MENTIONED = 20;

/** The different items of each basket, as numbers; numbers follow the order of ids. */
export interface NumberedBaskets {
  readonly items: readonly string[];
  /** Where each basket begins in `rows`, and the last one ends. Empty baskets are left out. */
  readonly starts: Int32Array;
  /** The items of all baskets. */
  readonly rows: Int32Array;
}

/**
 * Reads baskets, and numbers their items.
 *
 * @throws {@link InvalidInputError} with the path of what is no basket, no id or too large
 */
export function numberBaskets(baskets: readonly Basket[]): NumberedBaskets {
  const issues: KefuIssue[] = [];
  const refuse = (message: string, ...path: number[]) => {
    if (issues.length < MENTIONED) issues.push({ path, message });
  };
  const numbers = new Map<string, number>();
  const starts = [0];
  const rows: number[] = [];
  if (Array.isArray(baskets)) {
    for (let at = 0; at < baskets.length; at++) {
      const basket: unknown = baskets[at];
      if (!Array.isArray(basket)) refuse("must be a list of item ids", at);
      else readBasket(basket, at, { numbers, rows, refuse });
      const size = rows.length - (starts.at(-1) as number);
      if (size > MOST_ITEMS) {
        refuse(`has more than ${MOST_ITEMS} different items: split it, or leave it out`, at);
      }
      if (size > 0) starts.push(rows.length);
    }
  } else refuse("must be a list of baskets");
  if (issues.length > 0) throw new InvalidInputError("baskets", issues);
  return inOrderOfIds(numbers, starts, rows);
}

interface Reading {
  readonly numbers: Map<string, number>;
  readonly rows: number[];
  readonly refuse: (message: string, ...path: number[]) => void;
}

function readBasket(basket: readonly unknown[], at: number, reading: Reading): void {
  const { numbers, rows, refuse } = reading;
  const from = rows.length;
  // Small baskets are looked through faster than a set is made.
  const seen = basket.length > 16 ? new Set<number>() : undefined;
  for (let place = 0; place < basket.length; place++) {
    const id = basket[place];
    if (!isItemId(id)) {
      refuse("must be an item id: a text of 1 to 256 characters", at, place);
      if (rows.length - from > MOST_ITEMS) return;
      continue;
    }
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = numbers.size));
    if (seen === undefined ? rows.includes(number, from) : seen.has(number)) continue;
    seen?.add(number);
    rows.push(number);
    if (rows.length - from > MOST_ITEMS) return;
  }
}

/** Whether something can name an item. */
export function isItemId(id: unknown): id is string {
  return typeof id === "string" && id.length > 0 && id.length <= LONGEST_ID;
}

function inOrderOfIds(
  numbers: ReadonlyMap<string, number>,
  starts: readonly number[],
  rows: readonly number[],
): NumberedBaskets {
  const items = [...numbers.keys()].sort();
  const places = new Int32Array(items.length);
  for (let place = 0; place < items.length; place++) {
    places[numbers.get(items[place] as string) as number] = place;
  }
  return {
    items,
    starts: Int32Array.from(starts),
    rows: Int32Array.from(rows, (number) => places[number] as number),
  };
}
