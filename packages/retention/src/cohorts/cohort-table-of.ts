import { type Interval, InvalidInputError, wilsonInterval } from "@kefu/core";
import { diagnosticsOf, FEW } from "../estimate.ts";
import { dateOf, dayOf } from "../histories/day-number.ts";
import { deviationsFor } from "../numerics/normal.ts";
import { nameOf, periodOf, startOf } from "./cohort-period.ts";
import type { CohortAge, CohortCell, CohortRow, CohortTable, CohortTotal } from "./cohort-table.ts";
import type { CohortCount, CohortPolicy } from "./cohorts.ts";

const MOST_CELLS = 1e6;

/** The table that counts make, under a policy. */
export function cohortTableOf(counts: readonly CohortCount[], policy: CohortPolicy): CohortTable {
  const { period, asOf, level } = policy;
  const last = dayOf(asOf) as number;
  const current = periodOf(last, period);
  const known = startOf(current + 1, period) - 1 <= last ? current : current - 1;
  const first = counts[0]?.[0] ?? current + 1;
  const length = Math.max(0, current - first + 1);
  const ages = Math.max(0, known - first + 1);
  if (length * ages > MOST_CELLS) throw tooLarge();
  const deviations = deviationsFor(level);
  const byPlace = new Map(counts.map((count) => [`${count[0]} ${count[1]}`, count]));
  const rows = Array.from({ length }, (_, at): CohortRow => {
    const countAt = (age: number) => byPlace.get(`${first + at} ${age}`) ?? NOBODY;
    return {
      cohort: nameOf(first + at, period),
      from: dateOf(startOf(first + at, period)),
      customers: countAt(0)[2],
      cells: Array.from({ length: ages }, (_, age) =>
        at + age < ages ? cellOf(countAt, age, deviations) : null,
      ),
    };
  });
  const n = rows.reduce((sum, { customers }) => sum + customers, 0);
  return {
    level,
    n,
    asOf,
    definition: { code: "cohort-retention", facts: { period, asOf } },
    diagnostics: diagnosticsOf({
      NO_DATA: n === 0,
      FEW_EVENTS: n > 0 && n < FEW,
      IMMATURE_COHORT: ages > 1 || (length > 0 && known < current),
    }),
    period,
    rows,
    ages: Array.from({ length: ages }, (_, age) => ageOf(rows, age, deviations)),
    totals: totalsOf(rows.slice(0, ages)),
  };
}

const NOBODY: CohortCount = [0, 0, 0, 0, 0];

function cellOf(
  countAt: (age: number) => CohortCount,
  age: number,
  deviations: number,
): CohortCell {
  const [, , customers, spent] = countAt(0);
  const [, , active, revenueMinor, keptRevenueMinor] = countAt(age);
  return {
    age,
    active,
    retention: ratio(active, customers),
    interval: intervalOf(active, customers, deviations),
    ofPrevious: ratio(active, countAt(age - 1)[2]),
    revenueMinor,
    keptRevenueMinor,
    netRevenue: ratio(revenueMinor, spent),
    grossRevenue: ratio(keptRevenueMinor, spent),
  };
}

/** All cohorts that are old enough: those whose cell is known. */
function ageOf(rows: readonly CohortRow[], age: number, deviations: number): CohortAge {
  let [cohorts, customers, active, shares, spent, revenue, kept] = [0, 0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const cell = row.cells[age];
    if (!cell || row.customers === 0) continue;
    cohorts++;
    customers += row.customers;
    active += cell.active;
    shares += cell.active / row.customers;
    spent += row.cells[0]?.revenueMinor ?? 0;
    revenue += cell.revenueMinor;
    kept += cell.keptRevenueMinor;
  }
  return {
    age,
    cohorts,
    customers,
    weighted: ratio(active, customers),
    interval: intervalOf(active, customers, deviations),
    unweighted: ratio(shares, cohorts),
    netRevenue: ratio(revenue, spent),
    grossRevenue: ratio(kept, spent),
  };
}

/** The diagonals of the table. */
function totalsOf(rows: readonly CohortRow[]): CohortTotal[] {
  let before = 0;
  return rows.map(({ cohort, customers }, at) => {
    const active = rows
      .slice(0, at + 1)
      .reduce((sum, { cells }, from) => sum + (cells[at - from]?.active ?? 0), 0);
    const returning = active - customers;
    const total = { period: cohort, active, returning, ofPrevious: ratio(returning, before) };
    before = active;
    return total;
  });
}

/** Sums that come from elsewhere may have more active customers than ever came. */
const intervalOf = (active: number, customers: number, deviations: number): Interval | null =>
  customers > 0 && active <= customers ? wilsonInterval(active, customers, deviations) : null;

/** `null` where nothing can be divided. */
const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

function tooLarge(): InvalidInputError {
  const message = "would have more than a million cells: cut time into longer periods";
  return new InvalidInputError("cohort table", [{ path: [], message }]);
}
