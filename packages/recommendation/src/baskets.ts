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
  if (!Array.isArray(baskets)) throw new InvalidInputError("baskets", [NO_LIST]);
  const issues: KefuIssue[] = [];
  const reading: Reading = { numbers: new Map(), seen: [], rows: [] };
  const starts = [0];
  for (let at = 0; at < baskets.length && issues.length < MENTIONED; at++) {
    const issue = readBasket(baskets[at], at, reading);
    if (issue !== undefined) issues.push(issue);
    const end = reading.rows.length;
    if (end > (starts.at(-1) as number)) starts.push(end);
  }
  if (issues.length > 0) throw new InvalidInputError("baskets", issues);
  return inOrderOfIds(reading.numbers, starts, reading.rows);
}

const NO_LIST = { path: [], message: "must be a list of baskets" };

interface Reading {
  readonly numbers: Map<string, number>;
  /** The basket in which each item was seen last. */
  readonly seen: number[];
  readonly rows: number[];
}

/** Adds the items of a basket to the rows; or tells why not. */
function readBasket(basket: unknown, at: number, reading: Reading): KefuIssue | undefined {
  if (!Array.isArray(basket)) return { path: [at], message: "must be a list of item ids" };
  const { rows } = reading;
  const most = rows.length + MOST_ITEMS;
  for (let place = 0; place < basket.length && rows.length <= most; place++) {
    const id: unknown = basket[place];
    if (!isItemId(id)) return { path: [at, place], message: NO_ID };
    addItem(id, at, reading);
  }
  return rows.length > most ? { path: [at], message: TOO_LARGE } : undefined;
}

function addItem(id: string, at: number, { numbers, seen, rows }: Reading): void {
  const number = numbers.get(id) ?? numbers.size;
  if (number === numbers.size) numbers.set(id, number);
  if (seen[number] !== at) rows.push(number);
  seen[number] = at;
}

const NO_ID = "must be an item id: a text of 1 to 256 characters";
const TOO_LARGE = `has more than ${MOST_ITEMS} different items: split it, or leave it out`;

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
