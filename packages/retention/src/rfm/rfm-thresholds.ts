import { type Accumulator, parseInput } from "@kefu/core";
import { z } from "zod";
import { addRun, mergeRuns, type RowKind, type Runs, requireRuns, rowsOf } from "../sorted-runs.ts";
import { quantileOf, type ValueCount } from "./quantile.ts";
import {
  type RfmPolicyInput,
  type RfmThresholds,
  RfmValues,
  type RfmValuesInput,
} from "./rfm-policy.ts";

/** How often each value was seen. */
interface Histograms<List> {
  readonly recency: List;
  readonly frequency: List;
  readonly monetary: List;
}

/** How often each recency, frequency and monetary value was seen, a sum in plain JSON. */
export interface RfmHistogram extends Histograms<Runs<ValueCount>> {}

const VALUE_COUNTS: RowKind<ValueCount> = {
  subject: "RFM histogram",
  isRow: (row): row is ValueCount =>
    Array.isArray(row) && row.length === 2 && row.every(Number.isSafeInteger) && row[1] > 0,
  compare: (one, other) => one[0] - other[0],
  join: (one, other) => [one[0], one[1] + other[1]],
};

const Bins = z.strictObject({ bins: z.int().min(2).max(10).default(5) });

/**
 * Where to cut bins of equal size, out of parts in any order: the quantiles (type 7) of each value. Hand the result to
 * {@link rfmTable} as `thresholds`, on every machine the same.
 *
 * @returns an accumulator; `finish` gives `null` where nobody was counted
 * @throws `InvalidInputError` when the policy, a customer or a sum has not its shape
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { rfmThresholds } from "@kefu/retention";
 *
 * const halves = rfmThresholds({ bins: 2 });
 * const customers = [10, 20, 40].map((recencyDays) => ({
 *   customerId: `c${recencyDays}`,
 *   recencyDays,
 *   frequency: 1,
 *   monetaryMinor: 100,
 * }));
 * halves.finish(accumulate(halves, customers)); // => { recency: [20], frequency: [1], monetary: [100] }
 * ```
 */
export function rfmThresholds(
  policy: Pick<RfmPolicyInput, "bins"> = {},
): Accumulator<RfmValuesInput, RfmHistogram, RfmThresholds | null> {
  const { bins } = parseInput(Bins, "RFM bins", policy);
  return {
    create: () => ({ recency: [], frequency: [], monetary: [] }),
    add: (sum, input) => {
      const values = parseInput(RfmValues, "customer", input);
      const given = requireHistograms(sum);
      const plus = (runs: Runs<ValueCount>, value: number) =>
        addRun(VALUE_COUNTS, runs, [[value, 1]]);
      return {
        recency: plus(given.recency, values.recencyDays),
        frequency: plus(given.frequency, values.frequency),
        monetary: plus(given.monetary, values.monetaryMinor),
      };
    },
    merge: (one, other) => {
      const [a, b] = [requireHistograms(one), requireHistograms(other)];
      return mapped((name) => mergeRuns(VALUE_COUNTS, a[name], b[name]));
    },
    finish: (sum) => {
      const given = requireHistograms(sum);
      return thresholdsOf(
        bins,
        mapped((name) => rowsOf(VALUE_COUNTS, given[name])),
      );
    },
  };
}

/** The cuts between bins of equal size. */
export function thresholdsOf(
  bins: number,
  histograms: Histograms<readonly ValueCount[]>,
): RfmThresholds | null {
  if (histograms.recency.length === 0) return null;
  const shares = Array.from({ length: bins - 1 }, (_, at) => (at + 1) / bins);
  return mapped((name) => shares.map((share) => quantileOf(histograms[name], share) ?? 0));
}

const mapped = <List>(of: (name: keyof RfmHistogram) => List): Histograms<List> => ({
  recency: of("recency"),
  frequency: of("frequency"),
  monetary: of("monetary"),
});

function requireHistograms(sum: RfmHistogram): RfmHistogram {
  const given: Partial<RfmHistogram> = sum ?? {};
  return mapped((name) => requireRuns(VALUE_COUNTS, given[name]));
}
