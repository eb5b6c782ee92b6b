import { type Interval, parseInput, wilsonInterval } from "@kefu/core";
import type { z } from "zod";
import { requireEachOnce } from "../each-once.ts";
import { diagnosticsOf, FEW, type Stated } from "../estimate.ts";
import { exactSum } from "../exact-sum.ts";
import { deviationsFor } from "../numerics/normal.ts";
import { parseRows } from "../parse-rows.ts";
import { histogramOf } from "./quantile.ts";
import {
  RFM_SEGMENTS,
  RfmPolicy,
  type RfmPolicyInput,
  RfmRule,
  type RfmThresholds,
  RfmValues,
  type RfmValuesInput,
} from "./rfm-policy.ts";
import { thresholdsOf } from "./rfm-thresholds.ts";

/** Scores from 1 to the number of bins; the highest is the best, of recency, too. */
export interface RfmScore {
  /** Of those who bought lately. */
  readonly recency: number;
  /** Of those who buy often. */
  readonly frequency: number;
  /** Of those who spend much. */
  readonly monetary: number;
}

/** A customer with his scores. */
export interface RfmCustomer extends RfmValuesInput {
  /** The scores. */
  readonly score: RfmScore;
  /** The first segment whose rule fits. */
  readonly segment: string;
}

/** Customers of the same recency and frequency score. */
export interface RfmCell {
  /** The recency score. */
  readonly recency: number;
  /** The frequency score. */
  readonly frequency: number;
  /** How many. */
  readonly customers: number;
  /** What they spent. */
  readonly monetaryMinor: number;
}

/** Customers of one segment. */
export interface RfmSegmentCount {
  /** The name. */
  readonly segment: string;
  /** How many. */
  readonly customers: number;
  /** Which share of all; `null` without customers. */
  readonly share: number | null;
  /** Where the true share lies (Wilson). */
  readonly interval: Interval | null;
  /** What they spent. */
  readonly monetaryMinor: number;
}

/** Customers by recency, frequency and monetary value. */
export interface RfmTable extends Stated {
  /** How many bins. */
  readonly bins: number;
  /** Where they are cut; `null` without customers and without thresholds of the policy. */
  readonly thresholds: RfmThresholds | null;
  /** Every pair of recency and frequency score, empty ones included; by recency, then by frequency, rising. */
  readonly cells: readonly RfmCell[];
  /** In the order of the rules; what no rule fits comes last. */
  readonly segments: readonly RfmSegmentCount[];
  /** All customers, in the order given. */
  readonly customers: readonly RfmCustomer[];
}

/**
 * Customers scored by how lately, how often and for how much they bought, and the segments that these scores make. Where cuts
 * coincide, as for few customers or many equal ones, some scores have nobody: `BOUNDARY`.
 *
 * @param customers - each once; {@link rfmValues} takes them out of histories
 * @throws `InvalidInputError` when a customer or the policy has not its shape, or a customer stands twice
 * @throws `AmountOverflowError` when amounts add up to more than 2^53 − 1
 * @see A. M. Hughes: Strategic database marketing, 1994
 *
 * @example
 * ```ts
 * import { rfmTable } from "@kefu/retention";
 *
 * const { customers, segments } = rfmTable(
 *   [
 *     { customerId: "mei", recencyDays: 3, frequency: 9, monetaryMinor: 90_000 },
 *     { customerId: "ann", recencyDays: 200, frequency: 1, monetaryMinor: 1_000 },
 *   ],
 *   { bins: 2, segments: [{ segment: "regulars", recency: [2, 2], frequency: [2, 2] }] },
 * );
 * customers.map(({ score, segment }) => [score.recency, score.frequency, segment]);
 * // => [[2, 2, "regulars"], [1, 1, "other"]]
 * segments.map(({ segment, share }) => [segment, share]); // => [["regulars", 0.5], ["other", 0.5]]
 * ```
 */
export function rfmTable(
  customers: readonly RfmValuesInput[],
  policy: RfmPolicyInput = {},
): RfmTable {
  const parsed = parseInput(RfmPolicy, "RFM policy", policy);
  const { bins, ties, level, asOf = null, otherwise } = parsed;
  const values = parseRows({ schema: RfmValues, subject: "customers", readPlainly }, customers);
  requireEachOnce(values);
  const cuts = parsed.thresholds ?? thresholdsOfValues(values, bins);
  const rules = parsed.segments ?? (bins === 5 ? DEFAULT_RULES : []);
  const scored =
    cuts === null ? [] : values.map((one) => scoredWith(one, { cuts, ties, rules, otherwise }));
  const n = values.length;
  return {
    level,
    n,
    asOf,
    definition: {
      code: "rfm",
      facts: { bins, ties, thresholds: parsed.thresholds ? "given" : "quantiles" },
    },
    diagnostics: diagnosticsOf({
      NO_DATA: n === 0,
      FEW_EVENTS: n > 0 && n < FEW,
      BOUNDARY: cuts !== null && VALUES.some((name) => new Set(cuts[name]).size < bins - 1),
    }),
    bins,
    thresholds: cuts,
    cells: cellsOf(scored, bins),
    segments: segmentsOf(
      scored,
      [...rules.map(({ segment }) => segment), otherwise],
      deviationsFor(level),
    ),
    customers: scored,
  };
}

type Values = z.output<typeof RfmValues>;

/** Within what identifiers may be, and fast. */
const PLAIN_ID = /^[\x20-\x7e\u00a0-\ud7ff]{1,128}$/;

const isFromZero = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** What the schema tells of a row that has nothing wrong: hundreds of thousands of rows need not wait for it. */
function readPlainly(row: unknown): Values | undefined {
  if (typeof row !== "object" || row === null) return undefined;
  const { customerId, recencyDays, frequency, monetaryMinor } = row as Values;
  const isRight =
    typeof customerId === "string" &&
    PLAIN_ID.test(customerId) &&
    isFromZero(recencyDays) &&
    isFromZero(frequency) &&
    Number.isSafeInteger(monetaryMinor) &&
    Object.keys(row).length === 4;
  return isRight ? { customerId, recencyDays, frequency, monetaryMinor } : undefined;
}
type Rule = z.output<typeof RfmRule>;

const DEFAULT_RULES = RFM_SEGMENTS.map((rule) => RfmRule.parse(rule));

function thresholdsOfValues(values: readonly Values[], bins: number): RfmThresholds | null {
  const histogram = (of: (one: Values) => number) => histogramOf(values.map(of));
  return thresholdsOf(bins, {
    recency: histogram(({ recencyDays }) => recencyDays),
    frequency: histogram(({ frequency }) => frequency),
    monetary: histogram(({ monetaryMinor }) => monetaryMinor),
  });
}

interface Scoring extends Pick<RfmPolicy, "ties" | "otherwise"> {
  readonly cuts: RfmThresholds;
  readonly rules: readonly Rule[];
}

function scoredWith(values: Values, { cuts, ties, rules, otherwise }: Scoring): RfmCustomer {
  const { customerId, recencyDays, frequency, monetaryMinor } = values;
  const score = {
    recency: cuts.recency.length + 2 - binOf(cuts.recency, recencyDays, ties),
    frequency: binOf(cuts.frequency, frequency, ties),
    monetary: binOf(cuts.monetary, monetaryMinor, ties),
  };
  const segment = rules.find((rule) => fits(rule, score))?.segment ?? otherwise;
  return { customerId, recencyDays, frequency, monetaryMinor, score, segment };
}

/** The bin of a value, from 1 up: one more than the rising cuts that it has passed. */
function binOf(cuts: readonly number[], value: number, ties: RfmPolicy["ties"]): number {
  let passed = 0;
  while (passed < cuts.length && value > (cuts[passed] as number)) passed++;
  if (ties === "above") while (value === cuts[passed]) passed++;
  return passed + 1;
}

function fits({ recency, frequency, monetary }: Rule, score: RfmScore): boolean {
  return (
    isWithin(recency, score.recency) &&
    isWithin(frequency, score.frequency) &&
    isWithin(monetary, score.monetary)
  );
}

const isWithin = ([lowest, highest]: readonly [number, number], score: number): boolean =>
  lowest <= score && score <= highest;

const VALUES = ["recency", "frequency", "monetary"] as const;

function cellsOf(scored: readonly RfmCustomer[], bins: number): RfmCell[] {
  const cells = Array.from({ length: bins ** 2 }, (_, at) => ({
    recency: 1 + Math.floor(at / bins),
    frequency: 1 + (at % bins),
    customers: 0,
    monetaryMinor: 0,
  }));
  for (const { score, monetaryMinor } of scored) {
    const cell = cells[(score.recency - 1) * bins + score.frequency - 1];
    if (cell === undefined) continue;
    cell.customers++;
    cell.monetaryMinor = exactSum("customers", cell.monetaryMinor + monetaryMinor);
  }
  return cells;
}

/** Two rules may make the same segment. */
function segmentsOf(
  scored: readonly RfmCustomer[],
  names: readonly string[],
  deviations: number,
): RfmSegmentCount[] {
  const sums = new Map(names.map((name) => [name, { customers: 0, monetaryMinor: 0 }]));
  for (const { segment, monetaryMinor } of scored) {
    const sum = sums.get(segment);
    if (sum === undefined) continue;
    sum.customers++;
    sum.monetaryMinor = exactSum("customers", sum.monetaryMinor + monetaryMinor);
  }
  const n = scored.length;
  return [...sums].map(([segment, sum]) => ({
    segment,
    ...sum,
    share: n === 0 ? null : sum.customers / n,
    interval: n === 0 ? null : wilsonInterval(sum.customers, n, deviations),
  }));
}
