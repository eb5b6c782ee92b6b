import type { Interval } from "@kefu/core";
import type { Stated } from "../estimate.ts";

/** One customer's recency, frequency, monetary value. */
export interface RfmValues {
  /** How many days since the last purchase. */
  readonly recencyDays: number;
  /** How many purchases. */
  readonly frequency: number;
  /** What was spent. */
  readonly monetaryMinor: number;
}

/** Scores from 1 to the number of bins; the highest is the best, of recency, too. */
export interface RfmScore {
  /** Of those who bought lately. */
  readonly recency: number;
  /** Of those who buy often. */
  readonly frequency: number;
  /** Of those who spend much. */
  readonly monetary: number;
}

/** Where the bins of each value are cut: one cut less than bins, rising. */
export interface RfmThresholds {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/** A customer with his scores. */
export interface RfmCustomer extends RfmValues {
  /** Who. */
  readonly customerId: string;
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
  /** Which share of all. */
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
  /** Where they are cut. */
  readonly thresholds: RfmThresholds;
  /** Every pair of recency and frequency score, empty ones included; by recency, then by frequency, rising. */
  readonly cells: readonly RfmCell[];
  /** In the order of the rules; what no rule fits comes last. */
  readonly segments: readonly RfmSegmentCount[];
  /** All customers, in the order of the histories. */
  readonly customers: readonly RfmCustomer[];
}
