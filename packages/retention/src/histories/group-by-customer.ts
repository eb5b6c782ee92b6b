import type { TransactionRows } from "./read-transactions.ts";

/** Rows in the order of customers, those of each in the order of days. */
export interface GroupedRows {
  /** Each customer once, in the order of the first row. */
  readonly customerIds: readonly (string | number)[];
  /** Where the rows of each customer begin; one more at the end. */
  readonly starts: Int32Array;
  readonly days: ArrayLike<number>;
  readonly amounts: ArrayLike<number>;
  /** How many purchases a row stands for; one where it is left out. */
  readonly orders?: ArrayLike<number>;
}

/** Brings rows together by counting, in time that is proportional to their number whatever their order. */
export function groupByCustomer({ customerIds, days, amounts }: TransactionRows): GroupedRows {
  const { ids, index } = numbered(customerIds);
  const starts = startsOf(index, ids.length);
  if (isGrouped(index, days)) return { customerIds: ids, starts, days, amounts };
  const target = {
    starts,
    days: new Int32Array(index.length),
    amounts: amounts instanceof Int32Array ? amounts.slice() : new Float64Array(index.length),
  };
  const isInOrder = place(target, { index, days, amounts });
  if (!isInOrder) place(target, { index, days, amounts }, orderOf(days));
  return { customerIds: ids, ...target };
}

interface Source extends Pick<TransactionRows, "days" | "amounts"> {
  readonly index: Int32Array;
}

interface Target {
  readonly starts: Int32Array;
  readonly days: Int32Array;
  readonly amounts: Int32Array | Float64Array;
}

function isGrouped(index: Int32Array, days: ArrayLike<number>): boolean {
  for (let row = 1; row < index.length; row++) {
    const step = (index[row] as number) - (index[row - 1] as number);
    if (step < 0 || (step === 0 && (days[row] as number) < (days[row - 1] as number))) return false;
  }
  return true;
}

/** Puts each row behind the last one of its customer; tells whether the days of all customers rise. */
function place({ starts, ...target }: Target, source: Source, order?: Int32Array): boolean {
  const next = starts.slice();
  let rises = true;
  for (let at = 0; at < source.index.length; at++) {
    const row = order === undefined ? at : (order[at] as number);
    const customer = source.index[row] as number;
    const to = next[customer] as number;
    const day = source.days[row] as number;
    if (to > (starts[customer] as number) && (target.days[to - 1] as number) > day) rises = false;
    target.days[to] = day;
    target.amounts[to] = source.amounts[row] as number;
    next[customer] = to + 1;
  }
  return rises;
}

/** Which customer each row is of, customers numbered in the order of the first row. */
interface Numbered {
  readonly ids: (string | number)[];
  readonly index: Int32Array;
}

function numbered(customerIds: ArrayLike<string | number>): Numbered {
  // Not from infinity: whole numbers from the beginning stay whole to the compiler.
  let least = (customerIds[0] ?? 0) as number;
  let most = least;
  for (let row = 0; row < customerIds.length; row++) {
    const id = customerIds[row] as string | number;
    if (typeof id === "string") return numberedByMap(customerIds, String);
    if (id < least) least = id;
    if (id > most) most = id;
  }
  return most - least < 4 * customerIds.length
    ? numberedByTable(customerIds as ArrayLike<number>, least, most)
    : numberedByMap(customerIds, (id) => id);
}

/** @param asKey - makes texts of all where some are: 5 and "5" are one customer */
function numberedByMap(
  customerIds: ArrayLike<string | number>,
  asKey: (id: string | number) => string | number,
): Numbered {
  const numbers = new Map<string | number, number>();
  const index = new Int32Array(customerIds.length);
  const ids: (string | number)[] = [];
  let [last, number]: [string | number | undefined, number] = [undefined, 0];
  for (let row = 0; row < customerIds.length; row++) {
    const id = asKey(customerIds[row] as string | number);
    // Many sources write the rows of a customer one after the other.
    if (id !== last) {
      number = numbers.get(id) ?? ids.length;
      if (number === ids.length) {
        ids.push(id);
        numbers.set(id, number);
      }
      last = id;
    }
    index[row] = number;
  }
  return { ids, index };
}

/** Whole numbers that lie close together need no map. */
function numberedByTable(customerIds: ArrayLike<number>, least: number, most: number): Numbered {
  const table = new Int32Array(Math.max(0, most - least + 1));
  const index = new Int32Array(customerIds.length);
  const firstRows = new Int32Array(Math.min(table.length, index.length));
  let size = 0;
  for (let row = 0; row < index.length; row++) {
    const place = (customerIds[row] as number) - least;
    let number = table[place] as number;
    if (number === 0) {
      firstRows[size++] = row;
      number = size;
      table[place] = number;
    }
    index[row] = number - 1;
  }
  // A list of a known size, filled by a loop, costs a third of any other way to make one.
  const ids = new Array<number>(size);
  for (let at = 0; at < size; at++) ids[at] = customerIds[firstRows[at] as number] as number;
  return { ids, index };
}

function startsOf(index: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let row = 0; row < index.length; row++) {
    const after = (index[row] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let at = 1; at <= size; at++) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  return starts;
}

/** The rows in the order of days. */
function orderOf(days: ArrayLike<number>): Int32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < days.length; row++) {
    first = Math.min(first, days[row] as number);
    last = Math.max(last, days[row] as number);
  }
  const offsets = Int32Array.from(days, (day) => day - first);
  const next = startsOf(offsets, last - first + 1);
  const order = new Int32Array(days.length);
  for (let row = 0; row < days.length; row++) {
    const offset = offsets[row] as number;
    const to = next[offset] as number;
    order[to] = row;
    next[offset] = to + 1;
  }
  return order;
}
