import {
  type CohortHeatMapInput,
  cohortHeatMap,
  type Figure,
  type FigureOptionsInput,
  type NpsTrendInput,
  npsTrend,
  type RfmGridInput,
  rfmGrid,
  type SurvivalPlotInput,
  survivalCurves,
  type TrackingPlotInput,
  trackingCurve,
  type ValueChainPlotInput,
  valueChain,
} from "../src/index.ts";

/** Text that would break out of markup. */
export const HOSTILE = `</title><script>alert("1")</script>&'\u0000`;

export const cohorts: CohortHeatMapInput = {
  title: "Who comes back",
  period: "month",
  cohorts: [
    {
      label: "2026-01",
      customers: 1200,
      shares: [1, 0.3, 0.004],
      intervals: [null, { lower: 0.27, upper: 0.33 }],
    },
    { label: "2026-02", customers: 80, shares: [1, 0, null] },
  ],
  mean: [1, 0.28, 0.004],
};

export const survival: SurvivalPlotInput = {
  title: "Who stays",
  period: "year",
  curves: [
    {
      label: "High end",
      points: [
        { time: 1, share: 0.9, lower: 0.85, upper: 0.93 },
        { time: 2, share: 0.7, lower: 0.6, upper: 0.8 },
      ],
      atRisk: [
        { time: 0, count: 1000 },
        { time: 2, count: 700 },
      ],
    },
    { label: "Regular", points: [{ time: 1, share: 0.5 }] },
  ],
};

export const rfm: RfmGridInput = {
  title: "Whom to win back",
  noteName: "mean spend",
  scores: 3,
  cells: [
    { recency: 3, frequency: 3, customers: 1234, note: "$90" },
    { recency: 1, frequency: 3, customers: 40 },
  ],
};

export const tracking: TrackingPlotInput = {
  title: "Forecast and deed",
  period: "week",
  measure: "Repeat orders",
  actual: [
    { time: 1, value: 90 },
    { time: 2, value: 1190 },
  ],
  expected: [
    { time: 1, value: 100, lower: 80, upper: 120 },
    { time: 2, value: 1000, lower: 900, upper: 1100 },
  ],
  holdOutFrom: 1,
};

export const nps: NpsTrendInput = {
  title: "Would they recommend us?",
  periods: [
    { label: "Q1", score: -12, lower: -20, upper: -4, answers: 410 },
    { label: "Q2", score: null, answers: 0 },
    { label: "Q3", score: 21, answers: 520 },
  ],
};

export const chain: ValueChainPlotInput = {
  title: "What a point is worth",
  steps: [
    { label: "Satisfied", value: "+1 point", note: "from 82% to 83%" },
    { label: "Kept", value: "+42", interval: "30 to 55" },
  ],
};

/** Every kind of figure, drawn from its sample. */
export const FIGURES: readonly (readonly [
  string,
  (options?: FigureOptionsInput, title?: string) => Figure,
])[] = [
  ["cohortHeatMap", (options, title) => cohortHeatMap({ ...cohorts, ...titled(title) }, options)],
  [
    "survivalCurves",
    (options, title) => survivalCurves({ ...survival, ...titled(title) }, options),
  ],
  ["rfmGrid", (options, title) => rfmGrid({ ...rfm, ...titled(title) }, options)],
  ["trackingCurve", (options, title) => trackingCurve({ ...tracking, ...titled(title) }, options)],
  ["npsTrend", (options, title) => npsTrend({ ...nps, ...titled(title) }, options)],
  ["valueChain", (options, title) => valueChain({ ...chain, ...titled(title) }, options)],
];

const titled = (title: string | undefined) =>
  title === undefined ? {} : { title, subtitle: title };
