import { axisName } from "../plot-period.ts";
import { specOf, type Told, type VegaLiteSpec } from "../vega-lite.ts";
import { endOf, type SurvivalPlot, shareNameOf, stepsOf } from "./survival-model.ts";

/** The curves as a specification, with the table of those watched below. */
export function survivalSpec(plot: SurvivalPlot, { words, description }: Told): VegaLiteSpec {
  const { curves, period } = plot;
  const { say } = words;
  const labels = curves.map(({ label }) => label);
  const values = curves.flatMap((curve) =>
    stepsOf(curve).map(({ time, share, lower = null, upper = null }) => ({
      ...{ group: curve.label, time, share, lower, upper },
    })),
  );
  const watched = curves.flatMap(({ label, atRisk = [] }) =>
    atRisk.map(({ time, count }) => ({ group: label, time, count })),
  );
  const x = {
    field: "time",
    type: "quantitative",
    title: axisName(words, period),
    scale: { domain: [0, endOf(plot)], nice: false },
  } as const;
  const color = {
    field: "group",
    type: "nominal",
    title: null,
    sort: labels,
    ...(curves.length === 1 ? { legend: null } : {}),
  } as const;
  const curve = {
    width: 600,
    height: 260,
    data: { values },
    encoding: { x, color },
    layer: [
      {
        transform: [{ filter: "isValid(datum.lower) && isValid(datum.upper)" }],
        mark: { type: "area", interpolate: "step-after", opacity: 0.15 },
        encoding: {
          y: {
            field: "lower",
            type: "quantitative",
            title: shareNameOf(plot, words),
            axis: { format: "%" },
            scale: { domain: [0, 1] },
          },
          y2: { field: "upper" },
        },
      },
      {
        mark: { type: "line", interpolate: "step-after" },
        encoding: {
          y: {
            field: "share",
            type: "quantitative",
            title: shareNameOf(plot, words),
            axis: { format: "%" },
            scale: { domain: [0, 1] },
          },
          strokeDash: {
            field: "group",
            type: "nominal",
            title: null,
            sort: labels,
            ...(curves.length === 1 ? { legend: null } : {}),
          },
        },
      },
    ],
  };
  const table = {
    width: 600,
    height: curves.length * 24,
    title: { text: say("at-risk"), anchor: "start", fontSize: 12 },
    data: { values: watched },
    mark: { type: "text", fontSize: 12 },
    encoding: {
      x: { ...x, axis: null },
      y: {
        field: "group",
        type: "nominal",
        title: null,
        sort: labels,
        axis: { domain: false, ticks: false, labelPadding: 48 },
      },
      text: { field: "count", type: "quantitative", format: ",d" },
    },
  } as const;
  return watched.length === 0
    ? specOf({ ...plot, description }, curve)
    : specOf(
        { ...plot, description },
        { vconcat: [curve, table], resolve: { scale: { x: "shared" } } },
      );
}
