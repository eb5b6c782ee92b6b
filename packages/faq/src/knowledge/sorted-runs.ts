import { InvalidInputError } from "@kefu/core";

/**
 * Rows with a key, each key once in a run, the run in the order of the keys. A sum holds several runs, the longest
 * first, each at least twice as long as the next: a row is added without changing anything, and without copying it all.
 */
type Runs<Row> = readonly (readonly Row[])[];

/** What the rows of a sum are. */
export interface RowKind<Row> {
  /** What the sum is called in errors. */
  readonly subject: string;
  /** Whether something is such a row. */
  readonly isRow: (value: unknown) => value is Row;
  /** What a row is found by. */
  readonly keyOf: (row: Row) => string;
  /** The row that two rows of the same key make; the order of the two must not matter. */
  readonly join: (one: Row, other: Row) => Row;
}

/** The runs with one more row. */
export function addRow<Row>(kind: RowKind<Row>, runs: Runs<Row>, row: Row): Runs<Row> {
  return addRun(kind, requireRuns(kind, runs), [row]);
}

/** The runs of two sums together. */
export function mergeRuns<Row>(kind: RowKind<Row>, one: Runs<Row>, other: Runs<Row>): Runs<Row> {
  const run = joinRuns(kind, rowsOf(kind, one), rowsOf(kind, other));
  return run.length === 0 ? [] : [run];
}

/** All rows, each key once, in the order of the keys. */
export function rowsOf<Row>(kind: RowKind<Row>, runs: Runs<Row>): readonly Row[] {
  return requireRuns(kind, runs).reduceRight<readonly Row[]>(
    (rows, run) => joinRuns(kind, run, rows),
    [],
  );
}

function addRun<Row>(kind: RowKind<Row>, runs: Runs<Row>, run: readonly Row[]): Runs<Row> {
  const last = runs.at(-1);
  if (last === undefined || last.length >= 2 * run.length) return [...runs, run];
  return addRun(kind, runs.slice(0, -1), joinRuns(kind, last, run));
}

function joinRuns<Row>(kind: RowKind<Row>, one: readonly Row[], other: readonly Row[]): Row[] {
  const [keys, others] = [keysOf(kind, one), keysOf(kind, other)];
  const joined: Row[] = [];
  let [left, right] = [0, 0];
  while (left + right < one.length + other.length) {
    const order = compare(keys[left], others[right]);
    const [a, b] = [one[left] as Row, other[right] as Row];
    joined.push(order === 0 ? kind.join(a, b) : order < 0 ? a : b);
    if (order <= 0) left++;
    if (order >= 0) right++;
  }
  return joined;
}

/** Past its end, a run comes last. */
function compare(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  return other === undefined || (one !== undefined && one < other) ? -1 : 1;
}

/** Rows are checked when they are touched: sums come from stores. */
function keysOf<Row>(kind: RowKind<Row>, run: readonly Row[]): string[] {
  return Array.from(run, (row: unknown) => {
    if (kind.isRow(row)) return kind.keyOf(row);
    throw notOurs(kind);
  });
}

/** The runs of a sum, once it is sure that they are runs. */
export function requireRuns<Row>(kind: RowKind<Row>, runs: Runs<Row>): Runs<Row> {
  if (Array.isArray(runs) && runs.every((run) => Array.isArray(run))) return runs;
  throw notOurs(kind);
}

function notOurs<Row>({ subject }: RowKind<Row>): InvalidInputError {
  return new InvalidInputError(subject, [{ path: [], message: "must come from this accumulator" }]);
}
