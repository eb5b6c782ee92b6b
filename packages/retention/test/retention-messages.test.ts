import { accumulate, type Because, explainBecause } from "@kefu/core";
import { expect, it } from "vitest";
import {
  churn,
  churnByAliveProbability,
  cohorts,
  fitRenewals,
  kaplanMeier,
  lifetimes,
  logRank,
  loyaltyMatrix,
  nelsonAalen,
  retentionMessages,
  rfmTable,
  rfmTransitions,
  summarizeTransactions,
  winBackList,
} from "../src/index.ts";

const asOf = "2026-06-30";
const sum = accumulate(lifetimes, [{ time: 1, ended: true }]);
const monthly = cohorts({ asOf });
const counts = { kind: "contractual", cohorts: [[10, 8, 7]] } as const;
const customers = [
  { customerId: "a", purchases: ["2026-06-01", "2026-06-02"] },
  { customerId: "b", purchases: ["2026-06-29", "2026-06-30"] },
  { customerId: "c" },
  { customerId: "d", purchases: ["2026-06-01"], segment: "rare" },
];
const silence = churn(customers, { asOf, definition: { kind: "silence", fewestGaps: 1 } });
const contracts = churn([{ customerId: "a" }, { customerId: "b", endedOn: asOf }], {
  asOf,
  definition: { kind: "contractual" },
});
const winBack = winBackList([{ customerId: "a", churned: true, valueMinor: 1000 }]);

const gone = churnByAliveProbability(
  { model: "nbd", unitDays: 7, parameters: { r: 1, alpha: 1 } },
  { kind: "nonContractual", unitDays: 7, frequency: [], recency: [], age: [] },
  { below: 0.5 },
);

const reasons: readonly Because[] = [
  gone.definition,
  summarizeTransactions([], { calibrationEnd: asOf }).definition,
  rfmTable([]).definition,
  rfmTransitions([], []).definition,
  monthly.finish(monthly.create()).definition,
  kaplanMeier(sum).definition,
  nelsonAalen(sum).definition,
  logRank({ a: sum, b: sum }).definition,
  loyaltyMatrix([]).definition,
  ...(["beta-geometric", "beta-discrete-weibull", "geometric", "discrete-weibull"] as const).map(
    (model) => fitRenewals(counts, { model }).definition,
  ),
  ...[silence, contracts].flatMap((report) => [
    report.definition,
    ...report.customers.map(({ because }) => because),
  ]),
  ...winBack.entries.map(({ because }) => because),
];

it.each(["en", "zh-Hans", "zh-Hant"])("has a whole sentence for every reason in %s", (locale) => {
  for (const because of reasons) {
    const sentence = explainBecause(because, locale, retentionMessages);
    expect(sentence).not.toBe(because.code);
    expect(sentence).not.toMatch(/[{}]/);
  }
});
