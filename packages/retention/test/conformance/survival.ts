import { accumulate } from "@kefu/core";
import {
  cohorts,
  customerHistories,
  discountedLifetime,
  fitRenewals,
  forecastRenewals,
  kaplanMeier,
  likelihoodRatio,
  lifetimes,
  logRank,
  type RenewalFit,
  type RenewalModelName,
  rfmTable,
  rfmThresholds,
  rfmValues,
  serviceScorecard,
  summarizeTransactions,
} from "../../src/index.ts";
import { linesOf } from "../data-set.ts";

/** What the package says to cases about survival, cohorts, scores and contracts. */
export const SURVIVAL_OPERATIONS: Readonly<Record<string, (given: never) => unknown>> = {
  "sbg.fit": ({ survivors }: Survivors) => {
    const fit = fitOf(survivors, "beta-geometric");
    const n = survivors.length;
    return {
      ...answerOf(fit),
      DEL_10pct: discountedLifetime(fit, { discount: 0.1 }).value,
      DERL_10pct_after: {
        n,
        value: discountedLifetime(fit, { discount: 0.1, renewed: n - 1 }).value,
      },
    };
  },
  "bdw.fit": ({ survivors }: Survivors) => {
    const fit = fitOf(survivors, "beta-discrete-weibull");
    const { statistic, pValue } = likelihoodRatio(fitOf(survivors, "beta-geometric"), fit);
    return { ...answerOf(fit), LRvsSBG: statistic, p: pValue };
  },
  "retention.baselines": ({ survivors }: Survivors) => {
    const [geometric, weibull] = [
      fitOf(survivors, "geometric"),
      fitOf(survivors, "discrete-weibull"),
    ];
    return {
      geometric: { ...geometric.parameters, LL: geometric.logLikelihood },
      discreteWeibull: { ...weibull.parameters, LL: weibull.logLikelihood },
    };
  },
  "retention.cohortTable": ({ data }: { readonly data: string }) => {
    const { rows, totals } = yearlyTable(data);
    // The case lists rates by year of the calendar, the oldest cohort first.
    const rate = (year: number, cohort: number) => rows[cohort]?.cells[year - cohort]?.ofPrevious;
    const retention = [1, 2, 3, 4].map((year) =>
      Array.from({ length: year }, (_, cohort) => rate(year, cohort)),
    );
    return {
      retention,
      aggregate2007: totals.at(-1)?.ofPrevious,
      totals: totals.map(({ active }) => active),
    };
  },
  "survival.km": (given: Times) => {
    const { points, median, restrictedMean } = kaplanMeier(sumOf(given), { horizon: 35 });
    const column = <Value>(of: (point: (typeof points)[number]) => Value) => points.map(of);
    return {
      time: column(({ time }) => time),
      atRisk: column(({ atRisk }) => atRisk),
      events: column(({ ended }) => ended),
      S: column(({ survival }) => survival),
      se: column(({ standardError }) => standardError),
      loglogLower: column(({ interval }) => interval?.lower),
      loglogUpper: column(({ interval }) => interval?.upper),
      median: median.value,
      medianLower: median.lower,
      medianUpper: median.upper,
      rmst35: restrictedMean.value,
      rmst35se: restrictedMean.standardError,
    };
  },
  "survival.logrank": ({ a, b }: { readonly a: Times; readonly b: Times }) => {
    const { statistic, pValue, groups } = logRank({ a: sumOf(a), b: sumOf(b) });
    return {
      chisq: statistic,
      p: pValue,
      observed: groups.map(({ observed }) => observed),
      expected: groups.map(({ expected }) => expected),
    };
  },
  "rfm.score": ({ data, asOf, bins }: RfmCase) => {
    const orders = linesOf(data).map(([customerId = "", date = "", revenue]) => ({
      customerId,
      date,
      amountMinor: Number(revenue),
    }));
    const values = rfmValues(summarizeTransactions(orders, { calibrationEnd: asOf }));
    // The source cuts one unit above each quantile, and lets a value on a cut go above it.
    const sums = rfmThresholds({ bins });
    const cuts = sums.finish(accumulate(sums, values));
    const raised = (list: readonly number[] = []) => list.map((cut) => cut + 1);
    const thresholds = {
      recency: raised(cuts?.recency),
      frequency: raised(cuts?.frequency),
      monetary: raised(cuts?.monetary),
    };
    const { customers } = rfmTable(values, { bins, ties: "above", thresholds });
    const counts = (name: keyof (typeof customers)[number]["score"]) =>
      Object.fromEntries(
        [1, 2, 3, 4, 5].map((score) => [
          score,
          customers.filter((customer) => customer.score[name] === score).length,
        ]),
      );
    return {
      thresholds,
      customers: customers.length,
      orders: orders.length,
      scoreCounts: { R: counts("recency"), F: counts("frequency"), M: counts("monetary") },
    };
  },
  "rfm.summary": ({ transactions, asOf }: SummaryCase) => {
    const histories = customerHistories({ calibrationEnd: asOf, unit: "day" });
    const rows = transactions.map(([id, date, amount]) => ({
      customerId: String(id),
      date,
      amountMinor: amount,
    }));
    const known = histories.finish(accumulate(histories, rows));
    return {
      rows: known.customerIds.map((id, at) => {
        const x = known.frequency[at] ?? 0;
        const spend = (known.repeatSpendMinor[at] ?? 0) / Math.max(1, x);
        return [Number(id), x, known.recency[at], known.age[at], spend];
      }),
      columns: ["id", "x", "t_x", "T", "m"],
    };
  },
  "service.roi": ({ spend, benefit }: { spend: number; benefit: number }) => {
    const { profit } = serviceScorecard({
      customers: { won: 0, kept: 0, lost: 0 },
      profit: { spentMinor: spend, broughtBackMinor: benefit, currency: "USD" },
      talent: { people: 0, promoted: 0, left: 0 },
      business: { ideas: 0, launched: 0 },
    });
    return {
      net: profit.netMinor,
      roi: profit.netReturnOnSpending,
      ratio: profit.returnOnSpending,
    };
  },
};

interface Survivors {
  readonly survivors: readonly number[];
}

interface Times {
  readonly t: readonly number[];
  readonly e: readonly number[];
}

interface RfmCase {
  readonly data: string;
  readonly asOf: string;
  readonly bins: number;
}

interface SummaryCase {
  readonly transactions: readonly (readonly [id: number, date: string, amount: number])[];
  readonly asOf: string;
}

const sumOf = ({ t, e }: Times) =>
  accumulate(
    lifetimes,
    t.map((time, at) => ({ time, ended: e[at] === 1 })),
  );

const fitOf = (survivors: readonly number[], model: RenewalModelName): RenewalFit =>
  fitRenewals({ kind: "contractual", cohorts: [[...survivors]] }, { model });

function answerOf(fit: RenewalFit) {
  const points = forecastRenewals(fit, { through: 12 });
  return {
    params: fit.parameters,
    LL: fit.logLikelihood,
    survival: points.map(({ survival }) => survival),
    retention: points.map(({ retention }) => retention),
  };
}

/** A file with a line a year and a column a cohort. */
function yearlyTable(file: string) {
  const yearly = cohorts({ asOf: "2007-12-31", period: "year" });
  const lines = linesOf(file);
  const customers = [1, 2, 3, 4, 5].flatMap((column) => {
    const left = lines.flatMap(([year, ...counts]) => {
      const count = counts[column - 1];
      return count ? [{ date: `${year}-01-01`, count: Number(count) }] : [];
    });
    // Who was there last in a year are those counted in it, less those of the next.
    return left.map(({ count }, at) => ({
      activity: left.slice(0, at + 1).map(({ date }) => ({ date })),
      count: count - (left[at + 1]?.count ?? 0),
    }));
  });
  const seen = customers.filter(({ count }) => count > 0);
  return yearly.finish(accumulate(yearly, seen));
}
