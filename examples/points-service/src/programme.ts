import { instant } from "@kefu/core";
import { type LoyaltyProgrammeInput, loyalty } from "@kefu/loyalty";

/** A tea shop's programme: a point for each euro, more for tea, usable after three days and for two months. */
const programme: LoyaltyProgrammeInput = {
  version: 1,
  from: instant("2026-01-01T00:00:00Z"),
  timeZone: "Europe/Berlin",
  currency: "EUR",
  rules: [
    { id: "base", priority: 1, give: { points: 1, per: 100 } },
    {
      id: "tea",
      priority: 2,
      lines: { field: "productId", op: "eq", value: "tea" },
      give: { multiply: [3, 2] },
    },
    { id: "thanks", priority: 3, give: { bonus: 20 } },
  ],
  caps: [{ points: 2_000, per: "day" }],
  vesting: { days: 3 },
  expiry: { kind: "fixed", after: { days: 60 } },
  activities: [{ id: "review", points: 30, limits: [{ times: 3, per: "day" }] }],
  redemption: { points: 100, valueMinor: 100, minimumPoints: 50, stepPoints: 10 },
  holdFor: { days: 14 },
  clawback: "unlimited",
};

/** Decides for every account. */
export const points = loyalty(programme);
