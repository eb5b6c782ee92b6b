/** Columns of which no two rows are alike, and how many rows were like each; or all rows, where hardly two are alike. */
export interface Cells {
  /** A row in each place of all columns. */
  readonly columns: readonly Float64Array[];
  /** How many rows were like it. */
  readonly counts: Float64Array;
}

/** So many rows tell whether it pays to look for rows alike. */
const SAMPLE = 2000;

/** Where more rows of the sample are unique than this, nearly all are. */
const MOSTLY_UNIQUE = 0.8;

/**
 * Joins rows that are alike, in ascending order: what is computed of them does not depend on the order of the rows. Rows
 * that are hardly ever alike stay as they are.
 */
export function cellsOf(given: readonly ArrayLike<number>[], counts?: ArrayLike<number>): Cells {
  const columns = given.map(asNumbers);
  if (!isMostlyUnique(columns)) return joinedCells(columns, counts);
  const ones = () => new Float64Array(columns[0]?.length ?? 0).fill(1);
  return { columns, counts: counts === undefined ? ones() : asNumbers(counts) };
}

/** Joins rows that are alike, in ascending order. */
export function joinedCells(
  given: readonly ArrayLike<number>[],
  counts?: ArrayLike<number>,
): Cells {
  const columns = given.map(asNumbers);
  const { order, starts } = groupRows(columns);
  const rows = taken(order, starts.subarray(0, -1));
  const totals = new Float64Array(rows.length);
  for (let cell = 0; cell < totals.length; cell++) {
    const [from, to] = [starts[cell] as number, starts[cell + 1] as number];
    totals[cell] = counts === undefined ? to - from : countOf(counts, order, from, to);
  }
  const isSeen = (_: number, cell: number) => (totals[cell] as number) > 0;
  const seen = counts === undefined ? rows : rows.filter(isSeen);
  return {
    columns: columns.map((column) => taken(column, seen)),
    counts: counts === undefined ? totals : totals.filter(isSeen),
  };
}

function countOf(counts: ArrayLike<number>, order: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += counts[order[index] as number] as number;
  return sum;
}

/**
 * What each row says, computed once for all rows that are alike.
 *
 * @param computed - what a row says, of these columns alone
 */
export function valuesByCell(
  given: readonly ArrayLike<number>[],
  computed: (row: number) => number,
): Float64Array {
  const columns = given.map(asNumbers);
  const size = columns[0]?.length ?? 0;
  const values = new Float64Array(size);
  if (isMostlyUnique(columns)) {
    for (let row = 0; row < size; row++) values[row] = computed(row);
    return values;
  }
  const { order, starts } = groupRows(columns);
  for (let cell = 0; cell < starts.length - 1; cell++) {
    const from = starts[cell] as number;
    const value = computed(order[from] as number);
    const to = starts[cell + 1] as number;
    for (let index = from; index < to; index++) values[order[index] as number] = value;
  }
  return values;
}

/** A table of all pairs may be this large. */
const MOST_PAIRS = 2 ** 22;

/** What each pair of numbers says, computed once for pairs that are alike, where many are. */
export function valuesByPair(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  computed: (row: number) => number,
): Float64Array {
  const columns = [asNumbers(one), asNumbers(other)] as const;
  if (isMostlyUnique(columns)) return valuesByCell(columns, computed);
  const [first, second] = [rankNumbers(columns[0]), rankNumbers(columns[1])];
  if (first.size * second.size > MOST_PAIRS) return valuesByCell(columns, computed);
  const known = new Float64Array(first.size * second.size).fill(Number.NaN);
  const values = new Float64Array(one.length);
  for (let row = 0; row < values.length; row++) {
    const pair = (first.ranks[row] as number) * second.size + (second.ranks[row] as number);
    let value = known[pair] as number;
    if (Number.isNaN(value)) {
      value = computed(row);
      known[pair] = value;
    }
    values[row] = value;
  }
  return values;
}

/** One kind of array in all hot loops: several kinds would cost more than the copy. */
function asNumbers(column: ArrayLike<number>): Float64Array {
  return column instanceof Float64Array ? column : new Float64Array(column);
}

function taken<Column extends Float64Array | Int32Array>(column: Column, rows: Int32Array): Column {
  const values = column.slice(0, rows.length) as Column;
  for (let index = 0; index < rows.length; index++) {
    values[index] = column[rows[index] as number] as number;
  }
  return values;
}

function isMostlyUnique(columns: readonly Float64Array[]): boolean {
  const size = columns[0]?.length ?? 0;
  if (size <= SAMPLE) return false;
  const stride = Math.floor(size / SAMPLE);
  const sample = Int32Array.from({ length: SAMPLE }, (_, step) => step * stride);
  const { starts } = groupRows(columns.map((column) => taken(column, sample)));
  return starts.length > MOSTLY_UNIQUE * SAMPLE;
}

interface Groups {
  /** Rows in ascending order, those that are alike side by side. */
  readonly order: Int32Array;
  /** Where in the order each group begins, and the end. */
  readonly starts: Int32Array;
}

/** Sorted by the last column first, and stably by each before it. */
function groupRows(columns: readonly Float64Array[]): Groups {
  const size = columns[0]?.length ?? 0;
  const rankings = columns.map(rankNumbers);
  let order = new Int32Array(size);
  for (let row = 0; row < size; row++) order[row] = row;
  for (const ranking of rankings.toReversed()) order = sortedBy(ranking, order);
  const isNew = new Uint8Array(size);
  for (const { ranks } of rankings) markChanges(ranks, order, isNew);
  let groups = 0;
  for (let index = 0; index < size; index++) groups += isNew[index] as number;
  const starts = new Int32Array(groups + 1).fill(size);
  for (let index = size - 1; index >= 0; index--) if (isNew[index] === 1) starts[--groups] = index;
  return { order, starts };
}

function markChanges(ranks: Int32Array, order: Int32Array, isNew: Uint8Array): void {
  let before = -1;
  for (let index = 0; index < order.length; index++) {
    const rank = ranks[order[index] as number] as number;
    if (rank !== before) isNew[index] = 1;
    before = rank;
  }
}

interface Ranking {
  /** The place of each number among those that differ, in ascending order. */
  readonly ranks: Int32Array;
  /** How many differ. */
  readonly size: number;
}

/** A stable counting sort. */
function sortedBy({ ranks, size }: Ranking, order: Int32Array): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(size + 1);
  for (let row = 0; row < ranks.length; row++) {
    const next = (ranks[row] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let rank = 1; rank < starts.length; rank++) {
    starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
  }
  const sorted = new Int32Array(order.length);
  for (let index = 0; index < order.length; index++) {
    const row = order[index] as number;
    const rank = ranks[row] as number;
    const at = starts[rank] as number;
    sorted[at] = row;
    starts[rank] = at + 1;
  }
  return sorted;
}

/** By open addressing on the bits of a number. The table grows with the numbers, so that few of them stay in the cache. */
function rankNumbers(numbers: Float64Array): Ranking {
  const ranks = new Int32Array(numbers.length);
  const known: number[] = [];
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  let slots = new Int32Array(1024);
  for (let row = 0; row < ranks.length; row++) {
    // Both zeros are one.
    const number = (numbers[row] as number) + 0;
    bits[0] = number;
    let slot = hashOf(words) & (slots.length - 1);
    let code = slots[slot] as number;
    while (code > 0 && known[code - 1] !== number) {
      slot = (slot + 1) & (slots.length - 1);
      code = slots[slot] as number;
    }
    if (code === 0) {
      code = known.push(number);
      slots[slot] = code;
      if (code * 2 > slots.length) slots = grown(slots, known);
    }
    ranks[row] = code - 1;
  }
  return { ranks: ascending(ranks, known, slots), size: known.length };
}

function hashOf(words: Int32Array): number {
  const mixed = (words[0] as number) ^ Math.imul(words[1] as number, 0x85ebca6b);
  const more = Math.imul(mixed ^ (mixed >>> 16), 0x9e3779b1);
  return more ^ (more >>> 15);
}

function grown(slots: Int32Array, known: readonly number[]): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(slots.length * 4);
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  for (let code = 1; code <= known.length; code++) {
    bits[0] = known[code - 1] as number;
    let slot = hashOf(words) & (larger.length - 1);
    while (larger[slot] !== 0) slot = (slot + 1) & (larger.length - 1);
    larger[slot] = code;
  }
  return larger;
}

/** From ranks in the order of appearance to ranks in ascending order: sorting numbers alone is much faster than by a rule. */
function ascending(ranks: Int32Array, known: readonly number[], slots: Int32Array): Int32Array {
  const sorted = Float64Array.from(known).sort();
  const rankOf = new Int32Array(sorted.length);
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  for (let rank = 0; rank < sorted.length; rank++) {
    const number = sorted[rank] as number;
    bits[0] = number;
    let slot = hashOf(words) & (slots.length - 1);
    while (known[(slots[slot] as number) - 1] !== number) slot = (slot + 1) & (slots.length - 1);
    rankOf[(slots[slot] as number) - 1] = rank;
  }
  for (let row = 0; row < ranks.length; row++) ranks[row] = rankOf[ranks[row] as number] as number;
  return ranks;
}
