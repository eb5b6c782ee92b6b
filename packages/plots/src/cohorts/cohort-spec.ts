import { heatStep, STRONG_STEP } from "../heat-steps.ts";
import { axisName } from "../plot-period.ts";
import { cellText } from "../text/fixed-format.ts";
import { HEAT, specOf, type Told, type VegaLiteSpec } from "../vega-lite.ts";
import { agesOf, type CohortHeatMap } from "./cohort-model.ts";

/** The table in colours as a specification. */
export function cohortSpec(map: CohortHeatMap, { words, description }: Told): VegaLiteSpec {
  const { cohorts, mean = [], period } = map;
  const { say } = words;
  const later = cohorts.flatMap(({ shares }) => shares.slice(1)).filter((share) => share !== null);
  const most = Math.max(...later, 0) || 1;
  const rows = [
    ...cohorts,
    ...(mean.length === 0 ? [] : [{ label: say("mean"), customers: null, shares: mean }]),
  ];
  const values = rows.flatMap(({ label, customers, shares }) =>
    shares.map((share, age) => ({
      ...{ cohort: label, customers, age, share },
      step: share === null ? null : heatStep(share, most),
      text: share === null ? "·" : cellText(share),
    })),
  );
  return specOf(
    { ...map, description },
    {
      data: { values },
      width: agesOf(cohorts) * 36,
      height: rows.length * 28,
      encoding: {
        x: {
          field: "age",
          type: "ordinal",
          title: axisName(words, period),
          axis: { orient: "top", labelAngle: 0 },
        },
        y: { field: "cohort", type: "nominal", sort: null, title: say("cohort") },
      },
      layer: [
        {
          transform: [{ filter: "isValid(datum.share)" }],
          mark: { type: "rect", cornerRadius: 2, stroke: "white" },
          encoding: {
            color: {
              field: "step",
              type: "ordinal",
              scale: { domain: HEAT.map((_, step) => step), range: HEAT },
              legend: null,
            },
            tooltip: [
              { field: "cohort", type: "nominal", title: say("cohort") },
              { field: "age", type: "ordinal", title: axisName(words, period) },
              { field: "share", type: "quantitative", format: ".1%", title: say("value") },
            ],
          },
        },
        {
          mark: { type: "text", fontSize: 12 },
          encoding: {
            text: { field: "text", type: "nominal" },
            color: {
              condition: { test: `datum.step >= ${STRONG_STEP}`, value: "white" },
              value: "#1c2430",
            },
          },
        },
      ],
    },
  );
}
