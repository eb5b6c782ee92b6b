import {
  aliveProbability,
  bgNbdCountProbability,
  discountedPurchases,
  expectedPurchases,
  expectedPurchasesOfNewcomer,
  expectedSpend,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  lifetimeValue,
  marginMultiple,
  type PurchaseModel,
  purchasesLogLikelihood,
  type RepeatPurchases,
  spendLogLikelihood,
} from "../../src/index.ts";
import { summarizeTransactions } from "../../src/histories/summarize-transactions.ts";
import { columnOf, dataSet, linesOf } from "../data-set.ts";

type Numbers = Readonly<Record<string, number>>;

/** Purchases of a file: times as they stand, or days in so many days a unit. */
function purchasesOf(file: string, timeUnitDays: number | undefined): RepeatPurchases {
  const rows = dataSet(file);
  const days = timeUnitDays ?? 1;
  const inUnits = (column: readonly number[]) => column.map((value) => value / days);
  const weights = columnOf(rows, "weights");
  return {
    kind: "nonContractual",
    unitDays: timeUnitDays ?? 7,
    frequency: columnOf(rows, "x", "frequency"),
    recency: inUnits(columnOf(rows, "t_x_days", "recency")),
    age: inUnits(columnOf(rows, "T_days", "T", "periods")),
    count: weights[0] === undefined ? undefined : weights,
  };
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((one, other) => one + other, 0);

interface FitGiven {
  readonly data: string;
  readonly timeUnitDays?: number;
}

function fitWith(fit: (purchases: RepeatPurchases) => PurchaseModel & { logLikelihood: number; standardErrors: object | null }) {
  return ({ data, timeUnitDays }: FitGiven) => {
    const purchases = purchasesOf(data, timeUnitDays);
    const model = fit(purchases);
    const published = { ...model.parameters, LL: model.logLikelihood };
    const alive = aliveProbability(model, purchases);
    return {
      params: model.parameters,
      published,
      LL: model.logLikelihood,
      se: model.standardErrors,
      sumCET39weeks: sum(expectedPurchases(model, purchases, { horizon: 39 })),
      meanPalive: sum(alive) / alive.length,
    };
  };
}

interface PredictGiven {
  readonly params: never;
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly n: number;
  readonly t: number;
  readonly nStar: number;
}

function predictWith(name: PurchaseModel["model"]) {
  return ({ params, x, t_x, T, n, t, nStar }: PredictGiven) => {
    const model = { model: name, unitDays: 7, parameters: params } as PurchaseModel;
    const customer = {
      kind: "nonContractual",
      unitDays: 7,
      frequency: [x],
      recency: [t_x],
      age: [T ?? n],
    } as const;
    return {
      palive: aliveProbability(model, customer)[0],
      cet: expectedPurchases(model, customer, { horizon: t ?? nStar })[0],
      logLik: purchasesLogLikelihood(model, customer),
      dert_d0_0027: discountedPurchases(model, customer, {
        discountRate: Math.expm1(0.0027),
        periodDays: 7,
      })[0],
    };
  };
}

const expectedWith =
  (name: "bg-nbd" | "pareto-nbd") =>
  ({ params, t }: { params: never; t: number }) => ({
    expected: expectedPurchasesOfNewcomer(
      { model: name, unitDays: 7, parameters: params },
      { horizon: t },
    ),
  });

const spendOf = (x: readonly number[], m: readonly number[]) =>
  ({
    kind: "nonContractual",
    frequency: x,
    repeatSpendMinor: x.map((count, row) => count * (m[row] as number)),
  }) as const;

/** What the package says to cases about models without contract. */
export const MODEL_OPERATIONS: Readonly<Record<string, (given: never) => unknown>> = {
  "bgnbd.fit": fitWith(fitBgNbd),
  "pnbd.fit": fitWith(fitParetoNbd),
  "mbgnbd.fit": fitWith(fitMbgNbd),
  "bgbb.fit": fitWith(fitBgBb),
  "nbd.fit": (given: FitGiven) => {
    const fit = fitNbd(purchasesOf(given.data, given.timeUnitDays));
    return { params: fit.parameters, LL: fit.logLikelihood, LLcount: fit.countLogLikelihood };
  },
  "gammaGamma.fit": ({ data }: FitGiven) => {
    const rows = dataSet(data);
    const fit = fitGammaGamma(spendOf(columnOf(rows, "x"), columnOf(rows, "m")));
    return {
      params: fit.parameters,
      published: fit.parameters,
      LL: fit.logLikelihood,
      se: fit.standardErrors,
    };
  },
  "bgnbd.predict": predictWith("bg-nbd"),
  "mbgnbd.predict": predictWith("mbg-nbd"),
  "pnbd.predict": predictWith("pareto-nbd"),
  "bgbb.predict": predictWith("bg-bb"),
  "bgnbd.expected": expectedWith("bg-nbd"),
  "pnbd.expected": expectedWith("pareto-nbd"),
  "bgnbd.pmf": ({ params, t, n }: { params: never; t: number; n: readonly number[] }) => ({
    pmf: n.map((count) =>
      bgNbdCountProbability(
        { model: "bg-nbd", unitDays: 7, parameters: params },
        { count, horizon: t },
      ),
    ),
  }),
  "gammaGamma.expectedSpend": (given: { params: never; x: number[]; m: number[] }) => {
    const model = { model: "gamma-gamma", parameters: given.params } as const;
    const { values, diagnostics } = expectedSpend(model, spendOf(given.x, given.m));
    return { spend: values, diagnostic: diagnostics[0] };
  },
  "gammaGamma.logLik": ({ params, x, m }: { params: never; x: number; m: number }) => ({
    logLik: spendLogLikelihood({ model: "gamma-gamma", parameters: params }, spendOf([x], [m])),
  }),
  "clv.marginMultiple": ({ retention, discount }: Numbers) => ({
    multiple: marginMultiple({ retentionRate: retention as number, discountRate: discount as number }),
  }),
  "clv.fromModel": (given: ValueGiven) => ({
    clv: [
      ...lifetimeValue(
        fitBgNbd(examplePurchases()),
        {
          kind: "nonContractual",
          unitDays: 1,
          frequency: given.customers.map(([x]) => x),
          recency: given.customers.map(([, last]) => last),
          age: given.customers.map(([, , age]) => age),
        },
        {
          spend: given.spend,
          periods: given.periods,
          periodDays: given.periodDays,
          discountRate: given.discountPerPeriod,
          timing: "end",
        },
      ).values,
    ],
  }),
};

interface ValueGiven {
  readonly customers: readonly (readonly [x: number, recency: number, age: number])[];
  readonly spend: number;
  readonly periods: number;
  readonly periodDays: number;
  readonly discountPerPeriod: number;
}

function examplePurchases(): RepeatPurchases {
  const rows = linesOf("example_transactions.csv");
  return summarizeTransactions(
    {
      customerIds: rows.map(([, id]) => Number(id)),
      dates: rows.map(([at = ""]) => at.slice(0, 10)),
    },
    { calibrationEnd: "2014-12-31", unit: "day" },
  );
}
