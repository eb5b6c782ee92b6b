import type { Interval, LocalDate } from "@kefu/core";
import type { Stated } from "../estimate.ts";
import type { CohortPeriod } from "./cohort-period.ts";

/** What became of a cohort in one period. */
export interface CohortCell {
  /** How many periods after the first; 0 is the first itself. */
  readonly age: number;
  /** How many customers were active. */
  readonly active: number;
  /** Which share of the cohort was active; `null` for an empty cohort. */
  readonly retention: number | null;
  /** Where the true share lies (Wilson); `null` for an empty cohort. */
  readonly interval: Interval | null;
  /** Active customers by those of the period before: the retention rate where customers have contracts. `null` in the first. */
  readonly ofPrevious: number | null;
  /** What they spent. */
  readonly revenueMinor: number;
  /** The same, but nobody counts for more than he spent in the first period. */
  readonly keptRevenueMinor: number;
  /** Net revenue retention: what they spent, by what the cohort spent in its first period. `null` where that was nothing. */
  readonly netRevenue: number | null;
  /** Gross revenue retention: the revenue kept, by what the cohort spent in its first period; at most 1. */
  readonly grossRevenue: number | null;
}

/** Customers who came in the same period. */
export interface CohortRow {
  /** The period: `"2026-11"`, `"2026-Q4"`, `"2026"`; a week by its Monday. */
  readonly cohort: string;
  /** Its first day. */
  readonly from: LocalDate;
  /** How many customers came; those of a period that has not ended, so far. */
  readonly customers: number;
  /** By age. `null` where the period has not ended: that is not known yet, and not 0. */
  readonly cells: readonly (CohortCell | null)[];
}

/** What became of all cohorts that are old enough. */
export interface CohortAge {
  /** How many periods after the first. */
  readonly age: number;
  /** How many cohorts are old enough, empty ones left out. */
  readonly cohorts: number;
  /** How many customers they have. */
  readonly customers: number;
  /** The share of these customers that was active: large cohorts count for more. */
  readonly weighted: number | null;
  /** Where the true share lies (Wilson). */
  readonly interval: Interval | null;
  /** The mean of the cohorts' shares: each counts alike, those without a single active customer included. */
  readonly unweighted: number | null;
  /** Net revenue retention of these customers. */
  readonly netRevenue: number | null;
  /** Gross revenue retention of these customers. */
  readonly grossRevenue: number | null;
}

/** What happened in one period of the calendar, over all cohorts. */
export interface CohortTotal {
  /** The period. */
  readonly period: string;
  /** How many customers were active. */
  readonly active: number;
  /** How many of them came in earlier periods. */
  readonly returning: number;
  /** Returning customers by those active in the period before: the retention rate where customers have contracts. */
  readonly ofPrevious: number | null;
}

/** Who stays, by when they came. */
export interface CohortTable extends Stated {
  /** How time is cut. */
  readonly period: CohortPeriod;
  /** By period, the oldest first; periods in which nobody came are there, too. */
  readonly rows: readonly CohortRow[];
  /** By age. */
  readonly ages: readonly CohortAge[];
  /** By period of the calendar. */
  readonly totals: readonly CohortTotal[];
}
