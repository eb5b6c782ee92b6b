import {
  type Accumulator,
  type Because,
  type Interval,
  parseInput,
  wilsonInterval,
} from "@kefu/core";
import { z } from "zod";

const count = z.int().nonnegative();

/** The sum of a share: plain counts. */
export interface ShareSum<Reason extends string> {
  /** Rows that count, and are as hoped. */
  readonly hits: number;
  /** Rows that count, and are not. */
  readonly misses: number;
  /** Rows that do not count, by the reason why. */
  readonly excluded: Readonly<Record<Reason, number>>;
}

/** A share and how sure it is. */
export interface ShareResult<Reason extends string> {
  /** The share, 0 to 1; `null` when no row counts. */
  readonly value: number | null;
  /** Where the true share lies with 95 % confidence (Wilson's score interval); `null` when no row counts. */
  readonly interval: Interval | null;
  /** How many rows count. */
  readonly n: number;
  /** How many rows do not count, by the reason why. */
  readonly excluded: Readonly<Record<Reason, number>>;
  /** What is measured here, with its counts; `reportMessages` has the sentences. */
  readonly definition: Because;
}

interface ShareReport<Row extends z.ZodType, Reason extends string> {
  /** Names what is measured. */
  readonly code: string;
  readonly row: Row;
  readonly reasons: readonly Reason[];
  /** What a row is: as hoped, not as hoped, or left out. */
  readonly read: (row: z.output<Row>) => "hit" | "miss" | Reason;
}

/** Makes an accumulator that counts rows which are as hoped among those that count. */
export function shareReport<Row extends z.ZodType, Reason extends string>({
  code,
  row,
  reasons,
  read,
}: ShareReport<Row, Reason>): Accumulator<z.input<Row>, ShareSum<Reason>, ShareResult<Reason>> {
  type Sum = ShareSum<Reason>;
  const Sum = z.strictObject({
    hits: count,
    misses: count,
    excluded: z.strictObject(Object.fromEntries(reasons.map((reason) => [reason, count]))),
  });
  const checked = (sum: Sum) => parseInput(Sum, "sum", sum) as Sum;
  const excludedOf = (countOf: (reason: Reason) => number) =>
    Object.fromEntries(reasons.map((reason) => [reason, countOf(reason)])) as Sum["excluded"];
  return {
    create: () => ({ hits: 0, misses: 0, excluded: excludedOf(() => 0) }),
    add: (sum, input) => {
      const { hits, misses, excluded } = checked(sum);
      const is = read(parseInput(row, "row", input));
      if (is === "hit") return { hits: hits + 1, misses, excluded };
      if (is === "miss") return { hits, misses: misses + 1, excluded };
      return { hits, misses, excluded: { ...excluded, [is]: excluded[is] + 1 } };
    },
    merge: (one, other) => {
      const [a, b] = [checked(one), checked(other)];
      return {
        hits: a.hits + b.hits,
        misses: a.misses + b.misses,
        excluded: excludedOf((reason) => a.excluded[reason] + b.excluded[reason]),
      };
    },
    finish: (sum) => {
      const { hits, misses, excluded } = checked(sum);
      const n = hits + misses;
      return {
        value: n === 0 ? null : hits / n,
        interval: n === 0 ? null : wilsonInterval(hits, n),
        n,
        excluded,
        definition: { code, facts: { hits, n } },
      };
    },
  };
}
