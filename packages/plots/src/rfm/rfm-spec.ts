import { heatStep, STRONG_STEP } from "../heat-steps.ts";
import { numberText } from "../text/fixed-format.ts";
import { HEAT, specOf, type Told, type VegaLiteSpec } from "../vega-lite.ts";
import { everyCell, type RfmGrid } from "./rfm-model.ts";

/** The grid as a specification. */
export function rfmSpec(grid: RfmGrid, { words, description }: Told): VegaLiteSpec {
  const { say } = words;
  const cells = everyCell(grid);
  const most = Math.max(...cells.map(({ customers }) => customers), 1);
  const values = cells.map(({ recency, frequency, customers, note = "" }) => ({
    ...{ recency, frequency, customers, note },
    step: heatStep(customers, most),
    text: numberText(customers),
  }));
  const ink = {
    condition: { test: `datum.step >= ${STRONG_STEP}`, value: "white" },
    value: "#1c2430",
  } as const;
  return specOf(
    { ...grid, description },
    {
      data: { values },
      width: grid.scores * 90,
      height: grid.scores * 52,
      encoding: {
        x: { field: "recency", type: "ordinal", title: say("recency"), axis: { labelAngle: 0 } },
        y: { field: "frequency", type: "ordinal", sort: "descending", title: say("frequency") },
      },
      layer: [
        {
          mark: { type: "rect", cornerRadius: 3, stroke: "white", strokeWidth: 2 },
          encoding: {
            color: {
              field: "step",
              type: "ordinal",
              scale: { domain: HEAT.map((_, step) => step), range: HEAT },
              legend: null,
            },
            tooltip: [
              { field: "recency", type: "ordinal", title: say("recency-score") },
              { field: "frequency", type: "ordinal", title: say("frequency-score") },
              { field: "customers", type: "quantitative", format: ",d", title: say("customers") },
              { field: "note", type: "nominal", title: grid.noteName ?? say("note") },
            ],
          },
        },
        {
          mark: { type: "text", fontSize: 13, fontWeight: "bold", dy: -6 },
          encoding: { text: { field: "text", type: "nominal" }, color: ink },
        },
        {
          mark: { type: "text", fontSize: 11, dy: 10 },
          encoding: { text: { field: "note", type: "nominal" }, color: ink },
        },
      ],
    },
  );
}
