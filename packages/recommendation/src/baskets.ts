import { InvalidInputError, type KefuIssue } from "@kefu/core";
import { reading } from "./reading.ts";

/** What was bought together in one go, or by one customer: ids of items. One that stands twice counts once. */
export type Basket = readonly string[];

/** Pairs grow with the square of a basket: two million of them are enough. */
const MOST_ITEMS = 2000;
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
export const numberBaskets = (baskets: readonly Basket[]): NumberedBaskets =>
  reading("baskets", () => readBaskets(baskets));

function readBaskets(baskets: readonly Basket[]): NumberedBaskets {
  if (!Array.isArray(baskets)) throw new InvalidInputError("baskets", [NO_LIST]);
  const issues: KefuIssue[] = [];
  const reading: Reading = { numbers: new Map(), seen: [], rows: new Int32Array(1024), end: 0 };
  const starts = [0];
  for (let at = 0; at < baskets.length && issues.length < MENTIONED; at++) {
    const start = reading.end;
    const issue = readBasket(baskets[at], at, reading);
    if (issue !== undefined) issues.push(issue);
    if (reading.end > start) starts.push(reading.end);
  }
  if (issues.length > 0) throw new InvalidInputError("baskets", issues);
  return inOrderOfIds(reading, starts);
}

const NO_LIST = { path: [], message: "must be a list of baskets" };

interface Reading {
  readonly numbers: Map<string, number>;
  /** The basket in which each item was seen last. */
  readonly seen: number[];
  rows: Int32Array;
  end: number;
}

/** Adds the items of a basket to the rows; or tells why not. */
function readBasket(basket: unknown, at: number, reading: Reading): KefuIssue | undefined {
  if (!Array.isArray(basket)) return { path: [at], message: "must be a list of item ids" };
  const { numbers, seen } = reading;
  const most = reading.end + MOST_ITEMS;
  for (let place = 0; place < basket.length; place++) {
    const id: unknown = basket[place];
    if (!isItemId(id)) return { path: [at, place], message: NO_ID };
    let number = numbers.get(id);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(id, number);
    } else if (seen[number] === at) continue;
    seen[number] = at;
    if (reading.end === most) return { path: [at], message: TOO_LARGE };
    addRow(reading, number);
  }
  return undefined;
}

function addRow(reading: Reading, number: number): void {
  if (reading.end === reading.rows.length) {
    const { rows } = reading;
    reading.rows = new Int32Array(2 * rows.length);
    reading.rows.set(rows);
  }
  reading.rows[reading.end++] = number;
}

const NO_ID = "must be an item id: a text of 1 to 256 characters";
const TOO_LARGE = `has more than ${MOST_ITEMS} different items: split it, or leave it out`;

/** Whether something can name an item. */
export function isItemId(id: unknown): id is string {
  return typeof id === "string" && id.length > 0 && id.length <= LONGEST_ID;
}

function inOrderOfIds({ numbers, rows, end }: Reading, starts: number[]): NumberedBaskets {
  const items = [...numbers.keys()].sort();
  const places = new Int32Array(items.length);
  for (let place = 0; place < items.length; place++) {
    places[numbers.get(items[place] as string) as number] = place;
  }
  for (let at = 0; at < end; at++) rows[at] = places[rows[at] as number] as number;
  return { items, starts: new Int32Array(starts), rows: rows.subarray(0, end) };
}
