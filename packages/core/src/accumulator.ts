import { requireFunctions, requireList } from "./parse-input.ts";

/**
 * A statistic as a mergeable sum. However the inputs are split into groups, and in whatever order these are merged, the
 * result is the same: one loop, many workers and a distributed engine agree. `Sum` is plain JSON, and no part changes
 * its arguments.
 */
export interface Accumulator<Input, Sum, Result> {
  /** The sum of nothing. */
  readonly create: () => Sum;
  /** The sum with one more input. */
  readonly add: (sum: Sum, input: Input) => Sum;
  /** The sum of two sums. */
  readonly merge: (one: Sum, other: Sum) => Sum;
  /** What the sum says. */
  readonly finish: (sum: Sum) => Result;
}

/**
 * The sum of some inputs; `finish` tells what it says, `merge` joins it with others.
 *
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 *
 * const longest = {
 *   create: () => 0,
 *   add: (most: number, minutes: number) => Math.max(most, minutes),
 *   merge: (one: number, other: number) => Math.max(one, other),
 *   finish: (most: number) => `${most} min`,
 * };
 * const [monday, tuesday] = [accumulate(longest, [4, 9]), accumulate(longest, [7])];
 * longest.finish(longest.merge(monday, tuesday)); // => "9 min"
 * ```
 */
export function accumulate<Input, Sum, Result>(
  accumulator: Accumulator<Input, Sum, Result>,
  inputs: readonly Input[],
): Sum {
  requireFunctions("accumulator", accumulator, "create", "add");
  requireList("inputs", inputs);
  let sum = accumulator.create();
  for (const input of inputs) sum = accumulator.add(sum, input);
  return sum;
}
