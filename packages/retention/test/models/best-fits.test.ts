import { seededRandom } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  fitRenewals,
  type RepeatPurchases,
  type RepeatSpend,
} from "../../src/index.ts";
import { betaBinomial } from "../../src/models/beta-binomial.ts";
import { betaGeometric } from "../../src/models/beta-geometric.ts";
import { PAIRS } from "../../src/models/climb.ts";
import { gammaGamma, SPEND } from "../../src/models/fit-gamma-gamma.ts";
import { seenOf } from "../../src/models/fit-model.ts";
import { type Likelihood, slopesOf } from "../../src/models/likelihood.ts";
import { pareto } from "../../src/models/pareto.ts";
import { maximize } from "../../src/numerics/maximize.ts";

const SETS = 25;
const RESTARTS = 6;
/** For logarithms of parameters: well within the limits of the search, wherever it begins. */
const LIMIT = 24;

const random = seededRandom("small and degenerate");
const below = (limit: number) => Math.floor(random.next() * limit);
const oneOf = <Value>(values: readonly Value[]) => values[below(values.length)] as Value;
const rows = <Row>(row: () => Row) => Array.from({ length: 1 + below(5) }, row);

/** Nobody came back, all alike, bought at once or until the end, hundreds of thousands beside one: what small shops have. */
function someCustomers(): RepeatPurchases {
  const end = 1 + below(90);
  const customers = rows(() => {
    const age = oneOf([end, end, 1 + below(90)]);
    const x = oneOf([0, 0, 1, 2, 3, below(80)]);
    const last = oneOf([age, random.next() * age, Math.min(age, 0.001)]);
    return { x, last: x === 0 ? 0 : last, age, count: oneOf([1, 1, 10, 1000]) };
  });
  return columnsOf(customers);
}

function someOpportunities(): RepeatPurchases {
  const customers = rows(() => {
    const age = 1 + below(10);
    const last = oneOf([0, age, below(age + 1)]);
    const x = last === 0 ? 0 : oneOf([1, last, 1 + below(last)]);
    return { x, last, age, count: oneOf([1, 1, 10, 1000]) };
  });
  return columnsOf(customers);
}

function columnsOf(
  customers: readonly Readonly<Record<"x" | "last" | "age" | "count", number>>[],
): RepeatPurchases {
  return {
    kind: "nonContractual",
    unitDays: 7,
    frequency: customers.map(({ x }) => x),
    recency: customers.map(({ last }) => last),
    age: customers.map(({ age }) => age),
    count: customers.map(({ count }) => count),
  };
}

/** With two means at least: of one the likelihood has no end. */
function someSpend(): RepeatSpend & { readonly count: readonly number[] } {
  const spenders = [
    { x: 2, z: 300, count: 1 },
    { x: 3, z: 800, count: 1 },
    ...rows(() => {
      const x = oneOf([1, 1, 2, 3, 1 + below(50)]);
      return { x, z: oneOf([x * 100, 1 + below(1e6)]), count: oneOf([1, 1, 10, 1000]) };
    }),
  ];
  return {
    kind: "nonContractual",
    frequency: spenders.map(({ x }) => x),
    repeatSpendMinor: spenders.map(({ z }) => z),
    count: spenders.map(({ count }) => count),
  };
}

const purchaseColumns = ({ frequency, recency, age }: RepeatPurchases) => [frequency, recency, age];

/** The best of many climbs from anywhere near the answer, far from it, or within the limits of the search. */
function bestOfRestarts(
  likelihood: Likelihood,
  seen: ReturnType<typeof seenOf>,
  parameters: object,
  directions: (typeof PAIRS)["directions"],
): number {
  const found = Object.values(parameters).map(Math.log);
  const slopesAt = (point: readonly number[]) => slopesOf(likelihood, point.map(Math.exp), seen);
  const values = Array.from({ length: RESTARTS }, (_, restart) => {
    const spread = [0, 3, 10, 20][restart % 4] as number;
    const from = found.map(
      (logarithm) => (restart % 2 === 0 ? logarithm : 0) + (random.next() - 0.5) * spread,
    );
    return maximize(slopesAt, from, { directions, gain: 1e-12, limit: LIMIT });
  });
  return Math.max(...values.map(({ value }) => value));
}

/** What rounding alone does to sums of this size. */
const within = (logLikelihood: number) => 1e-6 + 2e-12 * Math.abs(logLikelihood);

describe("no restart finds better parameters of small and degenerate data", () => {
  it.each([
    ["Pareto/NBD", fitParetoNbd, pareto, someCustomers],
    ["BG/NBD", fitBgNbd, betaGeometric(0), someCustomers],
    ["MBG/NBD", fitMbgNbd, betaGeometric(1), someCustomers],
    ["BG/BB", fitBgBb, betaBinomial, someOpportunities],
  ] as const)("%s", (_, fit, likelihood, someData) => {
    for (let set = 0; set < SETS; set++) {
      const data = someData();
      const { parameters, logLikelihood } = fit(data);
      const seen = seenOf(purchaseColumns(data), data.count);
      const best = bestOfRestarts(likelihood, seen, parameters, PAIRS.directions);
      expect(best - logLikelihood, JSON.stringify(data)).toBeLessThan(within(logLikelihood));
    }
  });

  it("Gamma–Gamma", () => {
    for (let set = 0; set < SETS; set++) {
      const data = someSpend();
      const { parameters, logLikelihood } = fitGammaGamma(data);
      const seen = seenOf([data.frequency, data.repeatSpendMinor], data.count);
      const best = bestOfRestarts(gammaGamma, seen, parameters, SPEND.directions);
      expect(best - logLikelihood, JSON.stringify(data)).toBeLessThan(within(logLikelihood));
    }
  });
});

describe("a model is never worse than one that it contains", () => {
  it("Pareto/NBD and BG/NBD without leaving, NBD without differences", () => {
    for (let set = 0; set < SETS; set++) {
      const data = someCustomers();
      const alike = fitNbd(data).logLikelihood;
      const [buys, time] = [data.frequency, data.age].map((column) =>
        Array.from(column).reduce((sum, value, row) => sum + value * (data.count?.[row] ?? 1), 0),
      ) as [number, number];
      const poisson = buys === 0 ? 0 : buys * Math.log(buys / time) - buys;
      expect(poisson - alike, JSON.stringify(data)).toBeLessThan(within(poisson));
      for (const fit of [fitParetoNbd, fitBgNbd, fitMbgNbd]) {
        const lost = alike - fit(data).logLikelihood;
        expect(lost, JSON.stringify(data)).toBeLessThan(within(alike));
      }
    }
  });

  it("renewals: different customers, and chances that change with time", () => {
    for (let set = 0; set < SETS; set++) {
      const cohorts = rows(() => {
        const cohort = [oneOf([1, 3, 100, 10_000])];
        for (let at = 0; at < 1 + below(5); at++) {
          const left = cohort.at(-1) as number;
          cohort.push(oneOf([left, 0, below(left + 1), Math.floor(left * 0.9)]));
        }
        return cohort.length > 1 ? cohort : [...cohort, 0];
      });
      const fitAs = (model: "geometric" | "discrete-weibull" | "beta-geometric") =>
        fitRenewals({ kind: "contractual", cohorts }, { model });
      const full = fitRenewals(
        { kind: "contractual", cohorts },
        { model: "beta-discrete-weibull" },
      ).logLikelihood;
      const [plain, weibull, beta] = [
        fitAs("geometric"),
        fitAs("discrete-weibull"),
        fitAs("beta-geometric"),
      ];
      const slack = within(plain.logLikelihood);
      const said = JSON.stringify(cohorts);
      expect(plain.logLikelihood - weibull.logLikelihood, said).toBeLessThan(slack);
      expect(plain.logLikelihood - beta.logLikelihood, said).toBeLessThan(slack);
      expect(beta.logLikelihood - full, said).toBeLessThan(slack);
      // Where all leave at one late renewal, the power of time has no end.
      if ((weibull.parameters.c ?? 0) > 8) continue;
      expect(weibull.logLikelihood - full, said).toBeLessThan(slack);
    }
  });
});
