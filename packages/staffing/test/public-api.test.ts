import { expect, it } from "vitest";
import * as staffing from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(staffing).sort()).toEqual([
    "CallCount",
    "HotLine",
    "StaffingGoal",
    "agentsFor",
    "callForecast",
    "erlangA",
    "erlangB",
    "erlangC",
    "predictService",
  ]);
});
