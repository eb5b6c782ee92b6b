import { LIGHT } from "../plot-style.ts";
import { specOf, type Told, type VegaLiteSpec } from "../vega-lite.ts";
import type { NpsTrend } from "./nps-model.ts";

/** The trend as a specification. */
export function npsTrendSpec(trend: NpsTrend, { words, description }: Told): VegaLiteSpec {
  const { say } = words;
  const values = trend.periods.map(({ label, score, lower = null, upper = null, answers }) => ({
    ...{ period: label, score, lower, upper, answers },
  }));
  const x = {
    field: "period",
    type: "ordinal",
    // Named one by one, since the layer of intervals alone would move periods without one to the end.
    sort: trend.periods.map(({ label }) => label),
    title: null,
    axis: { labelAngle: 0, labelOverlap: true },
  } as const;
  const y = { field: "score", type: "quantitative", title: "NPS" } as const;
  return specOf(
    { ...trend, description },
    {
      data: { values },
      width: 600,
      height: 230,
      layer: [
        { mark: { type: "rule", color: LIGHT.soft }, encoding: { y: { datum: 0 } } },
        {
          transform: [{ filter: "isValid(datum.lower) && isValid(datum.upper)" }],
          mark: { type: "errorbar", color: LIGHT.series[0], ticks: { size: 10 } },
          encoding: { x, y: { ...y, field: "lower" }, y2: { field: "upper" } },
        },
        {
          mark: { type: "line", point: { size: 60 } },
          encoding: {
            x,
            y,
            tooltip: [
              { field: "period", type: "nominal", title: say("period") },
              { field: "score", type: "quantitative", format: ".1f", title: "NPS" },
              { field: "answers", type: "quantitative", format: ",d", title: say("answers") },
            ],
          },
        },
      ],
    },
  );
}
