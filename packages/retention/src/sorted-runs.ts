import { InvalidInputError } from "@kefu/core";

/**
 * Rows in order, no two of them equal in it. A sum holds several such runs, the longest first, each at least twice as
 * long as the next: a row is added without changing anything, and without copying it all.
 */
export type Runs<Row> = readonly (readonly Row[])[];

/** What the rows of a sum are. */
export interface RowKind<Row> {
  /** What the sum is called in errors. */
  readonly subject: string;
  /** Whether something is such a row. */
  readonly isRow: (value: unknown) => value is Row;
  /** Below 0 when the first row comes first, 0 when both are to be joined. */
  readonly compare: (one: Row, other: Row) => number;
  /** The row that two rows of the same place make; the order of the two must not matter. */
  readonly join: (one: Row, other: Row) => Row;
}

/** The runs with one more run, of a row or of many in order. */
export function addRun<Row>(
  kind: RowKind<Row>,
  runs: Runs<Row>,
  run: readonly Row[],
): readonly (readonly Row[])[] {
  const last = requireRuns(kind, runs).at(-1);
  if (run.length === 0) return runs;
  if (last === undefined || last.length >= 2 * run.length) return [...runs, run];
  return addRun(kind, runs.slice(0, -1), joinRuns(kind, last, run));
}

/** The runs of two sums together. */
export function mergeRuns<Row>(kind: RowKind<Row>, one: Runs<Row>, other: Runs<Row>): Runs<Row> {
  return addRun(kind, [], joinRuns(kind, rowsOf(kind, one), rowsOf(kind, other)));
}

/** All rows, joined and in order. */
export function rowsOf<Row>(kind: RowKind<Row>, runs: Runs<Row>): readonly Row[] {
  return requireRuns(kind, runs).reduceRight<readonly Row[]>(
    (rows, run) => joinRuns(kind, run, rows),
    [],
  );
}

function joinRuns<Row>(
  kind: RowKind<Row>,
  one: readonly Row[],
  other: readonly Row[],
): readonly Row[] {
  requireRows(kind, one);
  requireRows(kind, other);
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const joined: Row[] = [];
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    const order = orderOf(kind, one[left], other[right]);
    joined.push(chosen(kind, order, one[left], other[right]));
    left += order <= 0 ? 1 : 0;
    right += order >= 0 ? 1 : 0;
  }
  checked.set(joined, kind);
  return joined;
}

/** Past its end, a run comes last. */
function orderOf<Row>(kind: RowKind<Row>, one: Row | undefined, other: Row | undefined): number {
  if (one === undefined) return 1;
  return other === undefined ? -1 : kind.compare(one, other);
}

function chosen<Row>(kind: RowKind<Row>, order: number, one?: Row, other?: Row): Row {
  if (order === 0) return kind.join(one as Row, other as Row);
  return (order < 0 ? one : other) as Row;
}

/** Runs of which it is known that they are in order: those made here need no second look. */
const checked = new WeakMap<object, object>();

/** Rows are checked when they are touched first: sums come from stores. */
function requireRows<Row>(kind: RowKind<Row>, run: readonly unknown[]): void {
  if (checked.get(run) === kind) return;
  let before: Row | undefined;
  for (let at = 0; at < run.length; at++) {
    const row = run[at];
    if (!kind.isRow(row)) throw notOurs(kind);
    if (before !== undefined && !(kind.compare(before, row) < 0)) throw notOurs(kind);
    before = row;
  }
  checked.set(run, kind);
}

/** The runs, once it is sure that they are runs; their rows are checked when they are touched. */
export function requireRuns<Row>(kind: RowKind<Row>, runs: Runs<Row> | undefined): Runs<Row> {
  if (Array.isArray(runs) && runs.every((run) => Array.isArray(run))) return runs;
  throw notOurs(kind);
}

function notOurs<Row>({ subject }: RowKind<Row>): InvalidInputError {
  return new InvalidInputError(subject, [{ path: [], message: "must come from this accumulator" }]);
}
