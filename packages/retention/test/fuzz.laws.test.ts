import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as retention from "../src/index.ts";

const row = { customerId: "mei", date: "2026-01-05", amountMinor: 500, currency: "EUR" };
const values = { customerId: "mei", recencyDays: 3, frequency: 2, monetaryMinor: 900 };
const contracts = {
  kind: "contractual",
  runs: [
    [
      [2, -1, 3, 1],
      [5, 1, 1, 0],
    ],
  ],
};
const renewals = {
  kind: "contractual",
  model: "beta-discrete-weibull",
  parameters: { gamma: 1, delta: 3, c: 1.2 },
  logCovariance: [
    [0.1, 0, 0],
    [0, 0.1, 0],
    [0, 0, 0.1],
  ],
};
const histories = retention.summarizeTransactions([row], {
  calibrationEnd: "2026-06-30",
  currency: "EUR",
});
const curve = retention.kaplanMeier(contracts as never);

const purchases = {
  kind: "nonContractual",
  unitDays: 7,
  frequency: [0, 2, 5],
  recency: [0, 4, 6],
  age: [6, 6, 7],
  count: [3, 2, 1],
};
const spend = { kind: "nonContractual", frequency: [0, 2], repeatSpendMinor: [0, 900] };
const bgNbd = { model: "bg-nbd", unitDays: 7, parameters: { r: 0.2, alpha: 4, a: 0.8, b: 2.4 } };
const bgBb = {
  model: "bg-bb",
  unitDays: 7,
  parameters: { alpha: 1.2, beta: 0.8, gamma: 0.7, delta: 2.8 },
};
const paretoNbd = {
  model: "pareto-nbd",
  unitDays: 7,
  parameters: { r: 0.5, alpha: 10, s: 0.6, beta: 11 },
};
const gammaGamma = { model: "gamma-gamma", parameters: { p: 6, q: 0.9, v: 1500 } };
const withModel = (...options: readonly unknown[]) =>
  fc.constantFrom(bgNbd, bgBb, paretoNbd).map((model) => [model, purchases, ...options]);
const months = { periods: 3, periodDays: 28, discountRate: 0.01, timing: "mid", spend: 1 };
const fits = fc.constantFrom([purchases], [{ ...purchases, count: undefined }]);

describeFuzz(retention, {
  words: [
    row,
    values,
    contracts,
    renewals,
    purchases,
    spend,
    bgNbd,
    "contractual",
    "nonContractual",
    { kind: "nonContractual", currency: null, otherCurrency: 0, runs: [[["mei", [40_000, 1, 5]]]] },
    { period: "month", runs: [[[600, 0, 3, 90, 90]]] },
    { time: 3, ended: true },
    { activity: [{ date: "2026-01-05" }] },
  ],
  arguments: {
    serviceValue: fc.constant([
      {
        ...{ customers: 100, satisfied: { count: 8, of: 10 }, raise: 0.01 },
        ...{ marginMinor: 100, spendingMinor: 10, currency: "EUR", seed: "s", draws: 100 },
        repurchase: { all: { count: 5, of: 10 } },
      },
    ]),
    keepOrWin: fc.constant([{ winMinor: 500, currency: "EUR", kept: 0.5 }]),
    serviceOrientation: fc.constant([{ product: 0.5, service: 0.4 }]),
    serviceScorecard: fc.constant([
      {
        customers: { won: 1, kept: 2, lost: 3 },
        profit: { spentMinor: 1, broughtBackMinor: 2, currency: "EUR" },
        talent: { people: 1, promoted: 0, left: 0 },
        business: { ideas: 1, launched: 1 },
      },
    ]),
    summarizeTransactions: fc.constantFrom<readonly unknown[]>(
      [[row, row], { calibrationEnd: "2026-06-30", currency: "EUR", holdoutEnd: "2026-12-31" }],
      [
        { customerIds: [1, 2, 1], dates: [20_000, 20_010, 19_000], amountsMinor: [5, 6, -7] },
        { calibrationEnd: "2026-06-30" },
      ],
    ),
    customerHistories: fc.constant([{ calibrationEnd: "2026-06-30" }]),
    cohorts: fc.constantFrom([{ asOf: "2026-06-30" }], [{ asOf: "9999-12-31", period: "day" }]),
    rfmThresholds: fc.constantFrom<unknown[]>([], [{ bins: 3 }]),
    rfmTable: fc.constant([
      [values, { ...values, customerId: "ann", recencyDays: 90 }],
      { bins: 2, segments: [{ segment: "best", recency: [2, 2] }] },
    ]),
    rfmValues: fc.constant([histories]),
    rfmTransitions: fc.constant([
      [{ customerId: "mei", segment: "new" }],
      [{ customerId: "mei", segment: "loyal" }],
    ]),
    kaplanMeier: fc.constant([contracts, { horizon: 4, interval: "plain" }]),
    survivalAt: fc.constant([curve, 3]),
    nelsonAalen: fc.constant([contracts]),
    logRank: fc.constant([{ a: contracts, b: contracts }, { weights: [1, 0] }]),
    fitRenewals: fc.constantFrom(
      [{ kind: "contractual", cohorts: [[100, 80, 70], [9]] }],
      [{ kind: "contractual", cohorts: [[100, 80, 70]] }, { model: "discrete-weibull" }],
    ),
    forecastRenewals: fc.constant([renewals, { through: 5 }]),
    discountedLifetime: fc.constant([renewals, { discount: 0.1, renewed: 2 }]),
    likelihoodRatio: fc.constant([
      { parameters: { a: 1 }, logLikelihood: -5 },
      { parameters: { a: 1, b: 2 }, logLikelihood: -4 },
    ]),
    churn: fc.constant([
      [{ customerId: "mei", purchases: ["2026-01-01", "2026-02-01"] }],
      { asOf: "2026-06-30", definition: { kind: "silence", fewestGaps: 1 } },
    ]),
    winBackList: fc.constant([
      [{ customerId: "mei", churned: true, silentDays: 90, valueMinor: 900 }],
      { contactCostMinor: 1 },
    ]),
    figureOfFit: fc.constantFrom(
      [{ ...bgNbd, logCovariance: null }, () => 1],
      [{ ...gammaGamma, logCovariance: renewals.logCovariance }, () => 1, { level: 0.9 }],
    ),
    fitBgNbd: fits,
    fitMbgNbd: fits,
    fitParetoNbd: fits,
    fitNbd: fits,
    fitBgBb: fits,
    fitGammaGamma: fc.constant([spend]),
    aliveProbability: withModel(),
    expectedPurchases: withModel({ horizon: 4 }),
    expectedPurchasesOfNewcomer: fc.constant([paretoNbd, { horizon: 4 }]),
    discountedPurchases: withModel({ discountRate: 0.1, periodDays: 365 }),
    lifetimeValue: withModel(months),
    churnByAliveProbability: withModel({ below: 0.5 }),
    expectedSpend: fc.constant([gammaGamma, spend]),
    spendLogLikelihood: fc.constant([gammaGamma, spend]),
    purchasesLogLikelihood: withModel(),
    bgNbdCountProbability: fc.constant([bgNbd, { count: 3, horizon: 4 }]),
    marginMultiple: fc.constant([{ retentionRate: 0.8, discountRate: 0.1 }]),
    repeatPurchaseCells: fc.constant([{ unitDays: 7 }]),
    loyaltyMatrix: fc.constant([[{ customerId: "mei", attitude: 9, behaviour: 1 }]]),
  },
});
