import { describe, expect, it } from "vitest";
import { aliveProbability, fitBgNbd, fitRenewals } from "../../src/index.ts";
import { catching } from "../catching.ts";

const purchases = {
  kind: "nonContractual",
  unitDays: 7,
  frequency: [1],
  recency: [2],
  age: [3],
} as const;
const cohorts = { kind: "contractual", cohorts: [[100, 80, 70]] } as const;

describe("contracts and customers without one are kept apart", () => {
  it("by the compiler and at run time", () => {
    const mistakes = [
      // @ts-expect-error no renewals without a contract
      () => fitRenewals(purchases),
      // @ts-expect-error customers with a contract are seen to leave
      () => fitBgNbd(cohorts),
      // @ts-expect-error a model of renewals says nothing of purchases
      () => aliveProbability(fitRenewals(cohorts), purchases),
    ];
    for (const mistake of mistakes) expect(catching(mistake).code).toBe("invalid-input");
  });
});
