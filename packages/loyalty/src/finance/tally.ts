import { type Accumulator, parseInput } from "@kefu/core";
import { z } from "zod";

/** Counts by key, a sum in plain JSON: sorted by key, exact however large, so each count is a text of digits. */
export interface Tally {
  /** What is counted. */
  readonly of: string;
  /** A key and its counts. */
  readonly rows: readonly (readonly [key: string, ...counts: string[]])[];
}

/** The counts of one key. */
export type TallyRow = readonly [key: string, ...counts: bigint[]];

/** How to tally: what one input is, which counts it adds, and what their sum says. */
interface TallyKind<Schema extends z.ZodType, Result> {
  readonly of: string;
  /** What its keys look like. */
  readonly key?: RegExp;
  readonly input: Schema;
  readonly rowOf: (input: z.output<Schema>) => TallyRow;
  readonly finish: (rows: readonly TallyRow[]) => Result;
}

const Count = z.string().regex(/^-?\d{1,99}$/);

/** An accumulator over batches: joining a list into the sum costs one pass over both. */
export function tallyOf<Schema extends z.ZodType, Result>(
  kind: TallyKind<Schema, Result>,
): Accumulator<readonly z.input<Schema>[], Tally, Result> {
  const { of, key = /^/, input, rowOf, finish } = kind;
  const rows = z.array(z.tuple([z.string().regex(key)], Count));
  const Sum = z.strictObject({ of: z.literal(of), rows });
  const rowsOf = (sum: Tally) =>
    parseInput(Sum, `${of} sum`, sum).rows.map(
      ([name, ...counts]): TallyRow => [name, ...counts.map(BigInt)],
    );
  return {
    create: () => ({ of, rows: [] }),
    add: (sum, inputs) => {
      const added = parseInput(z.array(input), of, inputs).map(rowOf);
      return { of, rows: joined([...rowsOf(sum), ...added]) };
    },
    merge: (one, other) => ({ of, rows: joined([...rowsOf(one), ...rowsOf(other)]) }),
    finish: (sum) => finish(rowsOf(sum)),
  };
}

function joined(rows: readonly TallyRow[]): Tally["rows"] {
  const sums = new Map<string, readonly bigint[]>();
  for (const [key, ...counts] of rows) {
    const known = sums.get(key) ?? [];
    sums.set(
      key,
      counts.map((count, at) => count + (known[at] ?? 0n)),
    );
  }
  const sorted = [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([key, counts]) => [key, ...counts.map(String)]);
}
