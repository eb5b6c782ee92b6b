import { expect, it } from "vitest";
import * as plots from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(plots).sort()).toEqual([
    "CohortHeatMap",
    "FigureOptions",
    "NpsPeriod",
    "NpsTrend",
    "PlotCohort",
    "PlotPeriod",
    "RfmCell",
    "RfmGrid",
    "SurvivalCurve",
    "SurvivalPlot",
    "SurvivalPoint",
    "TrackingPlot",
    "TrackingPoint",
    "ValueChainPlot",
    "ValueChainStep",
    "cohortHeatMap",
    "npsTrend",
    "plotStyles",
    "rfmGrid",
    "survivalCurves",
    "trackingCurve",
    "valueChain",
  ]);
});
