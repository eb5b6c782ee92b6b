import { axisName } from "../plot-period.ts";
import { LIGHT } from "../plot-style.ts";
import { specOf, type Told, type VegaLiteSpec } from "../vega-lite.ts";
import type { TrackingPlot, TrackingPoint } from "./tracking-model.ts";

/** The curve as a specification. */
export function trackingSpec(plot: TrackingPlot, { words, description }: Told): VegaLiteSpec {
  const { actual, expected, measure, period, holdOutFrom } = plot;
  const { say } = words;
  const rows = (points: readonly TrackingPoint[], series: string) =>
    points.map(({ time, value, lower = null, upper = null }) => ({
      time,
      series,
      value,
      lower,
      upper,
    }));
  const series = [say("actual"), say("expected")] as const;
  const y = { field: "value", type: "quantitative", title: measure } as const;
  const bySeries = { field: "series", type: "nominal", title: null, sort: series } as const;
  const shade = {
    data: { values: [{ from: holdOutFrom ?? 0, said: say("hold-out") }] },
    layer: [
      { mark: { type: "rule", color: LIGHT.soft } },
      {
        mark: { type: "text", align: "left", dx: 6, dy: -8, y: "height", color: LIGHT.soft },
        encoding: { text: { field: "said", type: "nominal" } },
      },
    ],
    encoding: { x: { field: "from", type: "quantitative" } },
  } as const;
  return specOf(
    { ...plot, description },
    {
      data: { values: [...rows(actual, series[0]), ...rows(expected, series[1])] },
      width: 600,
      height: 260,
      layer: [
        ...(holdOutFrom === undefined ? [] : [shade]),
        {
          transform: [{ filter: "isValid(datum.lower) && isValid(datum.upper)" }],
          mark: { type: "area", opacity: 0.15, color: LIGHT.series[1] },
          encoding: {
            x: { field: "time", type: "quantitative", title: axisName(words, period) },
            y: { ...y, field: "lower" },
            y2: { field: "upper" },
          },
        },
        {
          mark: { type: "line" },
          encoding: {
            x: { field: "time", type: "quantitative", title: axisName(words, period) },
            y,
            color: bySeries,
            strokeDash: bySeries,
          },
        },
      ],
    },
  );
}
