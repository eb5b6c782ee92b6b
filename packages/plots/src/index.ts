/**
 * Draws figures of customer service as accessible SVG and as Vega-Lite specifications.
 *
 * @packageDocumentation
 */
export { cohortHeatMap } from "./cohorts/cohort-heat-map.ts";
export { CohortHeatMap, type CohortHeatMapInput, PlotCohort } from "./cohorts/cohort-model.ts";
export { type Figure, FigureOptions, type FigureOptionsInput, type FigureTable } from "./figure.ts";
export { NpsPeriod, NpsTrend, type NpsTrendInput } from "./nps/nps-model.ts";
export { npsTrend } from "./nps/nps-trend.ts";
export { PlotPeriod } from "./plot-period.ts";
export { plotStyles } from "./plot-style.ts";
export { rfmGrid } from "./rfm/rfm-grid.ts";
export { RfmCell, RfmGrid, type RfmGridInput } from "./rfm/rfm-model.ts";
export { survivalCurves } from "./survival/survival-curves.ts";
export {
  SurvivalCurve,
  SurvivalPlot,
  type SurvivalPlotInput,
  SurvivalPoint,
} from "./survival/survival-model.ts";
export { trackingCurve } from "./tracking/tracking-curve.ts";
export { TrackingPlot, type TrackingPlotInput, TrackingPoint } from "./tracking/tracking-model.ts";
export { valueChain } from "./value-chain/value-chain.ts";
export {
  ValueChainPlot,
  type ValueChainPlotInput,
  ValueChainStep,
} from "./value-chain/value-chain-model.ts";
export type { Json, VegaLiteSpec } from "./vega-lite.ts";
