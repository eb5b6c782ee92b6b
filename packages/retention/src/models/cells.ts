/** Columns of which no two rows are alike, and how many rows were like each; or all rows, where hardly two are alike. */
export interface Cells {
  /** A row in each place of all columns. */
  readonly columns: readonly ArrayLike<number>[];
  /** How many rows were like it. */
  readonly counts: ArrayLike<number>;
}

/** So many rows tell whether it pays to look for rows alike. */
const SAMPLE = 2000;

/** Where more rows of the sample are unique than this, nearly all are. */
const MOSTLY_UNIQUE = 0.8;

/**
 * Joins rows that are alike, in ascending order: what is computed of them does not depend on the order of the rows. Rows
 * that are hardly ever alike stay as they are.
 */
export function cellsOf(columns: readonly ArrayLike<number>[], counts?: ArrayLike<number>): Cells {
  if (!isMostlyUnique(columns)) return joinedCells(columns, counts);
  return { columns, counts: counts ?? new Uint8Array(columns[0]?.length ?? 0).fill(1) };
}

/** Joins rows that are alike, in ascending order. */
export function joinedCells(
  columns: readonly ArrayLike<number>[],
  counts?: ArrayLike<number>,
): Cells {
  const { rows, cellOf } = cellFinder(columns);
  const totals: number[] = [];
  const size = columns[0]?.length ?? 0;
  for (let row = 0; row < size; row++) {
    const count = counts === undefined ? 1 : (counts[row] as number);
    if (count === 0) continue;
    const cell = cellOf(row);
    totals[cell] = (totals[cell] ?? 0) + count;
  }
  const order = Uint32Array.from(rows.keys());
  order.sort((one, other) => compareRows(columns, rows[one] as number, rows[other] as number));
  const taken = (column: ArrayLike<number>) =>
    Float64Array.from(order, (cell) => column[rows[cell] as number] as number);
  return {
    columns: columns.map(taken),
    counts: Float64Array.from(order, (cell) => totals[cell] as number),
  };
}

function compareRows(columns: readonly ArrayLike<number>[], one: number, other: number): number {
  for (const column of columns) {
    const difference = (column[one] as number) - (column[other] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * What each row says, computed once for all rows that are alike.
 *
 * @param computed - what a row says, of these columns alone
 */
export function valuesByCell(
  columns: readonly ArrayLike<number>[],
  computed: (row: number) => number,
): Float64Array {
  const size = columns[0]?.length ?? 0;
  const values = new Float64Array(size);
  if (isMostlyUnique(columns)) {
    for (let row = 0; row < size; row++) values[row] = computed(row);
    return values;
  }
  const known: number[] = [];
  const finder = cellFinder(columns);
  for (let row = 0; row < size; row++) {
    const cell = finder.cellOf(row);
    if (cell === known.length) known.push(computed(row));
    values[row] = known[cell] as number;
  }
  return values;
}

function isMostlyUnique(columns: readonly ArrayLike<number>[]): boolean {
  const size = columns[0]?.length ?? 0;
  if (size <= SAMPLE) return false;
  const finder = cellFinder(columns);
  const stride = Math.floor(size / SAMPLE);
  for (let step = 0; step < SAMPLE; step++) finder.cellOf(step * stride);
  return finder.rows.length > MOSTLY_UNIQUE * SAMPLE;
}

interface CellFinder {
  /** The first row of each cell. */
  readonly rows: readonly number[];
  /** The cell of all rows that are alike; a new one, where there was none like it. */
  readonly cellOf: (row: number) => number;
}

/** Finds rows that are alike by open addressing. The table grows with the cells, so that few of them stay in the cache. */
function cellFinder(columns: readonly ArrayLike<number>[]): CellFinder {
  const rows: number[] = [];
  const hash = rowHash(columns);
  let slots = new Int32Array(1024);
  const slotOf = (row: number) => {
    const mask = slots.length - 1;
    let slot = hash(row) & mask;
    for (let cell = slots[slot] as number; cell > 0; cell = slots[slot] as number) {
      if (isAlike(columns, rows[cell - 1] as number, row)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = () => {
    slots = new Int32Array(slots.length * 4);
    for (const [cell, row] of rows.entries()) slots[slotOf(row)] = cell + 1;
  };
  return {
    rows,
    cellOf: (row) => {
      const slot = slotOf(row);
      const cell = slots[slot] as number;
      if (cell > 0) return cell - 1;
      slots[slot] = rows.push(row);
      if (rows.length * 2 > slots.length) grow();
      return rows.length - 1;
    },
  };
}

function isAlike(columns: readonly ArrayLike<number>[], one: number, other: number): boolean {
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] as ArrayLike<number>;
    if (column[one] !== column[other]) return false;
  }
  return true;
}

/** A hash of the bits of a row; both zeros have one. */
function rowHash(columns: readonly ArrayLike<number>[]): (row: number) => number {
  const value = new Float64Array(1);
  const words = new Int32Array(value.buffer);
  return (row) => {
    let hash = 0;
    for (let index = 0; index < columns.length; index++) {
      value[0] = ((columns[index] as ArrayLike<number>)[row] as number) + 0;
      hash = Math.imul(hash ^ (words[0] as number), 0x9e3779b1);
      hash = Math.imul((hash ^ (hash >>> 15)) + (words[1] as number), 0x85ebca6b);
    }
    return hash ^ (hash >>> 13) ^ (hash >>> 7);
  };
}
