import { type Accumulator, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";

const Value = z.union([z.string(), z.number()]).nullable();
const Groups = z.record(
  z.string(),
  z.strictObject({ values: z.array(Value).readonly(), sum: z.unknown() }),
);
const Keys = z.array(z.string().min(1).max(128)).min(1).max(8);

/** The sums of {@link groupedBy}, each with the values that its rows share. */
export type GroupedSum<Sum> = Readonly<
  Record<string, { readonly values: readonly (string | number | null)[]; readonly sum: Sum }>
>;

/** The result of one group. */
export interface GroupResult<Key extends string, Result> {
  /** What the rows of this group share; `null` where they do not say. */
  readonly group: Readonly<Record<Key, string | number | null>>;
  /** What the accumulator says of them. */
  readonly result: Result;
}

/**
 * The same statistic for every group of rows that share some keys: attainment by team and tier, time to resolve by
 * target, and any other accumulator.
 *
 * @param keys - the names of one to eight fields of a row; a row that lacks one falls into the group of `null`
 * @param accumulator - the statistic
 * @returns an accumulator of which `finish` lists the groups, in the order of their values
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { groupedBy, reopenRate } from "@kefu/escalation";
 *
 * const byTeam = groupedBy(["team"], reopenRate);
 * const tickets = [
 *   { ticketId: "t1", team: "repairs", openedAt: 0, solvedAt: 900, reopened: 1 },
 *   { ticketId: "t2", team: "orders", openedAt: 0, solvedAt: 900 },
 * ];
 * const results = byTeam.finish(accumulate(byTeam, tickets));
 * results.map(({ group, result }) => [group.team, result.value]); // => [["orders", 0], ["repairs", 1]]
 * ```
 */
export function groupedBy<Row extends object, Sum, Result, Key extends keyof Row & string>(
  keys: readonly Key[],
  accumulator: Accumulator<Row, Sum, Result>,
): Accumulator<Row, GroupedSum<Sum>, readonly GroupResult<Key, Result>[]> {
  const names = parseInput(Keys, "keys", keys) as Key[];
  requireAccumulator(accumulator);
  type Sums = GroupedSum<Sum>;
  const checked = (sums: Sums) => parseInput(Groups, "sum", sums) as Sums;
  return {
    create: () => ({}),
    add: (sums, row) => {
      const values = names.map((name) => shownIn(row, name));
      const group = JSON.stringify(values);
      const sum = sumIn(sums, group) ?? accumulator.create();
      return { ...sums, [group]: { values, sum: accumulator.add(sum, row) } };
    },
    merge: (one, other) => {
      const merged: Record<string, Sums[string]> = { ...checked(one) };
      for (const [group, { values, sum }] of Object.entries(checked(other))) {
        const has = merged[group];
        merged[group] = { values, sum: has ? accumulator.merge(has.sum, sum) : sum };
      }
      return merged;
    },
    finish: (sums) =>
      Object.entries(checked(sums))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { values, sum }]) => ({
          group: Object.fromEntries(names.map((name, i) => [name, values[i] ?? null])) as Record<
            Key,
            string | number | null
          >,
          result: accumulator.finish(sum),
        })),
  };
}

/** What a row says under a name; anything but texts and numbers cannot name a group. */
function shownIn(row: object, name: string): string | number | null {
  const value: unknown = (row as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === "string" || Number.isFinite(value) ? (value as string | number) : null;
}

/** One group is looked at, not all: this is asked for every row. */
function sumIn<Sum>(sums: GroupedSum<Sum>, group: string): Sum | undefined {
  if (typeof sums !== "object" || sums === null) throw refusal("sum", "must be a sum of groups");
  return Object.hasOwn(sums, group) ? sums[group]?.sum : undefined;
}

function requireAccumulator(given: object): void {
  const part = (name: string) => (given as Record<string, unknown> | null | undefined)?.[name];
  const names = ["create", "add", "merge", "finish"];
  if (names.every((name) => typeof part(name) === "function")) return;
  throw refusal("accumulator", `must have ${names.join(", ")}`);
}

function refusal(subject: string, message: string): InvalidInputError {
  return new InvalidInputError(subject, [{ path: [], message }]);
}
