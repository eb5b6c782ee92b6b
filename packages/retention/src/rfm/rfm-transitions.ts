import { CustomerId, type Interval, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import {
  diagnosticsOf,
  EstimateOptions,
  type EstimateOptionsInput,
  type Stated,
} from "../estimate.ts";
import { deviationsFor } from "../numerics/normal.ts";
import { parseRows } from "../parse-rows.ts";

const Segmented = z.object({ customerId: CustomerId, segment: z.string().min(1).max(128) });

/** A customer and his segment. */
export interface SegmentedCustomer {
  /** Who. */
  readonly customerId: string;
  /** The segment. */
  readonly segment: string;
}

/** How many customers went from one segment to another. */
export interface RfmTransition {
  /** The segment at the first date; `null` for customers who were not there yet. */
  readonly from: string | null;
  /** The segment at the second date; `null` for customers who are no longer there. */
  readonly to: string | null;
  /** How many. */
  readonly customers: number;
  /** Which share of those who come from there. */
  readonly share: number;
  /** Where the true share lies (Wilson). */
  readonly interval: Interval;
}

/** Who moved where between two dates. */
export interface RfmTransitions extends Stated {
  /** Sorted by both names, `null` last; what nobody did is left out. */
  readonly transitions: readonly RfmTransition[];
  /** Which share of those there at both dates is in the same segment; `null` where nobody is. */
  readonly stayed: number | null;
}

/**
 * Who moved from which segment to which between two dates: the drift of a customer base.
 *
 * @param before - customers at the first date, as of {@link RfmTable.customers}; of a customer who is there twice, the last counts
 * @param after - customers at the second date
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { rfmTransitions } from "@kefu/retention";
 *
 * const spring = [{ customerId: "mei", segment: "new" }];
 * const autumn = [{ customerId: "mei", segment: "loyal" }, { customerId: "ann", segment: "new" }];
 * rfmTransitions(spring, autumn).transitions.map(({ from, to, customers }) => [from, to, customers]);
 * // => [["new", "loyal", 1], [null, "new", 1]]
 * ```
 */
export function rfmTransitions(
  before: readonly SegmentedCustomer[],
  after: readonly SegmentedCustomer[],
  options: EstimateOptionsInput = {},
): RfmTransitions {
  const { level, asOf = null } = parseInput(EstimateOptions, "transition options", options);
  const [old, now] = [segmentsBy("before", before), segmentsBy("after", after)];
  const counts = new Map<string, number>();
  const sums = new Map<string | null, number>();
  const everybody = new Set([...old.keys(), ...now.keys()]);
  for (const id of everybody) {
    const [from, to] = [old.get(id) ?? null, now.get(id) ?? null];
    const key = JSON.stringify([from, to]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    sums.set(from, (sums.get(from) ?? 0) + 1);
  }
  const deviations = deviationsFor(level);
  const transitions = [...counts].map(([key, customers]): RfmTransition => {
    const [from, to] = JSON.parse(key) as [string | null, string | null];
    const of = sums.get(from) ?? customers;
    return {
      from,
      to,
      customers,
      share: customers / of,
      interval: wilsonInterval(customers, of, deviations),
    };
  });
  const both = sumOf(transitions.filter(({ from, to }) => from !== null && to !== null));
  const same = sumOf(transitions.filter(({ from, to }) => from === to));
  return {
    level,
    n: everybody.size,
    asOf,
    definition: { code: "rfm-transitions", facts: {} },
    diagnostics: diagnosticsOf({ NO_DATA: everybody.size === 0 }),
    transitions: transitions.sort(
      (one, other) => byName(one.from, other.from) || byName(one.to, other.to),
    ),
    stayed: both === 0 ? null : same / both,
  };
}

function segmentsBy(subject: string, customers: readonly SegmentedCustomer[]): Map<string, string> {
  const parsed = parseRows({ schema: Segmented, subject }, customers);
  return new Map(parsed.map(({ customerId, segment }) => [customerId, segment]));
}

const sumOf = (transitions: readonly RfmTransition[]): number =>
  transitions.reduce((sum, { customers }) => sum + customers, 0);

function byName(one: string | null, other: string | null): number {
  if (one === other) return 0;
  return other === null || (one !== null && one < other) ? -1 : 1;
}
