import { loyalty, type TierPolicyInput } from "@kefu/loyalty";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import type { Locale } from "../locales.ts";

export const CURRENCY = "EUR";

/** The kinds of feedback that earn points: whether an answer helped, and what was missing where it did not. */
export type Activity = "verdict" | "survey";

/** How points are earned and used in the made-up shop, as data. */
export const POINTS = loyalty({
  version: 1,
  timeZone: DESK_ZONE,
  currency: CURRENCY,
  rules: [
    { id: "base", priority: 1, give: { points: 1, per: 100 } },
    {
      id: "coffee",
      priority: 2,
      lines: { field: "productId", op: "in", value: ["beans", "descaler"] },
      give: { multiply: [2, 1] },
    },
  ],
  tierMultipliers: { branch: [6, 5], tree: [3, 2] },
  vesting: { days: 14 },
  expiry: { kind: "fixed", after: { months: 12 }, through: "month" },
  redemption: { points: 100, valueMinor: 500, minimumPoints: 100, stepPoints: 50 },
  activities: [
    {
      id: "verdict",
      points: 5,
      limits: [
        { times: 1, per: "subject" },
        { times: 3, per: "day" },
      ],
    },
    {
      id: "survey",
      points: 10,
      limits: [
        { times: 1, per: "subject" },
        { times: 3, per: "day" },
      ],
    },
  ],
});

const TIERS = [
  { id: "leaf", name: { en: "Leaf", "zh-Hans": "枫叶", "zh-Hant": "楓葉" }, points: 0 },
  { id: "branch", name: { en: "Branch", "zh-Hans": "枫枝", "zh-Hant": "楓枝" }, points: 300 },
  { id: "tree", name: { en: "Tree", "zh-Hans": "枫树", "zh-Hant": "楓樹" }, points: 900 },
] as const;

/** The tiers by their names in a language, or by the ids that the rules know. */
export function tierPolicy(locale: Locale | "ids"): TierPolicyInput {
  return {
    timeZone: DESK_ZONE,
    window: { kind: "rolling", months: 12 },
    graceDays: 30,
    levels: TIERS.map(({ id, name, points }) => ({
      tier: locale === "ids" ? id : name[locale],
      ...(points > 0 && { from: { points } }),
    })),
  };
}
