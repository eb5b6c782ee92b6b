import { instant, money } from "@kefu/core";
import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import {
  allocatePrice,
  chainLadder,
  convertMoney,
  explainWallet,
  liability,
  pointsAcrossTiers,
  pointsRevenue,
  redemptionTriangle,
  rollForward,
  tierAt,
  tierHistory,
  upcomingExpiries,
  valueOfPoints,
} from "../src/index.ts";

const functions = {
  ...{ allocatePrice, chainLadder, convertMoney, explainWallet, liability, pointsAcrossTiers },
  ...{ pointsRevenue, redemptionTriangle, rollForward, tierAt, tierHistory },
  ...{ upcomingExpiries, valueOfPoints },
};

const june = instant("2026-06-01T12:00:00Z");
const policy = {
  timeZone: "Europe/Berlin",
  levels: [
    { tier: "Base" },
    { tier: "Silver", from: { points: 1000, spendMinor: 50_000 } },
    { tier: "Gold", from: { points: 5000, visits: 50 } },
  ],
  window: { kind: "rolling", months: 12 },
  downgrade: "one-down",
  graceDays: 60,
  clawback: "sticky",
  atThreshold: "split",
} as const;
const policies = fc
  .constantFrom(
    { kind: "rolling", months: 12 },
    { kind: "calendar-year" },
    { kind: "anniversary" },
    { kind: "lifetime" },
  )
  .map((window) => ({ ...policy, window }));
const facts = [
  { at: june, points: 5100, spendMinor: 900, visits: 2 },
  { at: instant("2026-07-01T12:00:00Z"), earnedAt: june, points: -300 },
  { at: instant("2026-08-01T12:00:00Z"), spendMinor: -300 },
];
const asOf = instant("2026-08-02T00:00:00Z");
const tierQuestions = policies.map((one) => [one, facts, { asOf, joinedAt: june }]);
const counted = { points: 900, spendMinor: 0, visits: 0 };
const earning = { points: 8000, visits: 1 };
const cohorts = [
  { cohort: "2025-Q1", earnedPoints: 100, redeemedPoints: [30, 45, 52, 55] },
  { cohort: "2025-Q2", earnedPoints: 110, redeemedPoints: [31, 50, 57] },
  { cohort: "2025-Q3", redeemedPoints: [null, 42] },
  { cohort: "2025-Q4", earnedPoints: 10, redeemedPoints: [1] },
];
const standing = tierAt(policy, facts, { asOf });
const points = { issued: 100, valuePerPoint: "0.01", redemptionRate: "0.9" };
const rate = {
  points: 100,
  worth: money(100, "EUR"),
  exchange: { currency: "JPY", rate: "163.27" },
};
const berlin = { locale: "zh-TW", timeZone: "Europe/Berlin", currency: "EUR" };

describeFuzz(functions, {
  words: [
    ...[policy, facts, { asOf }, cohorts, rate, berlin, points, "calendar-year", "split", "issued"],
    { of: "outstanding points", rows: [["2025", "5"]] },
    {
      of: "redemptions by month",
      rows: [
        ["24000 0", "5"],
        ["x", "1"],
        ["24000 earned", "9"],
      ],
    },
    { of: "deferred revenue EUR 2026-01-01 2026-12-31", rows: [["opening", "5", "7"], ["issued"]] },
    [{ earnedOn: "2026-01-07", redeemedOn: "2026-01-30", points: 100 }],
    [{ on: "2026-01-07", kind: "issued", points: 3, amountMinor: 100 }],
    [{ cohort: "2025", points: 10 }],
  ],
  arguments: {
    tierAt: tierQuestions,
    tierHistory: tierQuestions,
    pointsAcrossTiers: fc.constant([
      policy,
      { tier: "Base", counted, earning, multipliers: { Silver: [3, 2], Gold: [2, 1] } },
    ]),
    chainLadder: fc.constantFrom(
      [cohorts],
      [cohorts, { matureAges: 2, level: 0.8, tailFactor: "1.1" }],
      [cohorts, { matureAges: 2, tailFactor: { numerator: 3, denominator: 2 } }],
    ),
    liability: fc.constant([
      {
        ...{ currency: "EUR", costPerPoint: "0.008", redemptionRate: "0.78" },
        cohorts: [{ cohort: "2025", redemptionRate: { numerator: 1, denominator: 3 } }],
      },
    ]),
    redemptionTriangle: fc.constant([{ asOf: "2026-06-30", period: "month" }]),
    rollForward: fc.constant([{ currency: "EUR", from: "2026-01-01", to: "2026-12-31" }]),
    allocatePrice: fc.constant([money(500, "EUR"), { goods: [money(600, "EUR")], points }]),
    pointsRevenue: fc.constant([money(500, "EUR"), { redeemedPoints: 4, expectedPoints: 9 }]),
    valueOfPoints: fc.constant([1250, rate]),
    convertMoney: fc.constant([money(500, "EUR"), { currency: "KWD", rate: "0.33" }]),
    upcomingExpiries: fc.constant([
      [{ points: 5, expiresAt: asOf }],
      { asOf: june, timeZone: "UTC", by: "month" },
    ]),
    explainWallet: fc.constant([
      {
        ...{ balance: { available: 5, pending: 7 }, standing },
        expiries: [
          { last: "2026-03-31", points: 5 },
          { last: "2026-03", points: 5 },
        ],
      },
      berlin,
    ]),
  },
});
