import { LIGHT } from "../plot-style.ts";
import { specOf, type Told, type VegaLiteSpec } from "../vega-lite.ts";
import type { ValueChainPlot } from "./value-chain-model.ts";

const BOX = 170;

/** The chain as a specification: a row of boxes. */
export function valueChainSpec(chain: ValueChainPlot, { description }: Told): VegaLiteSpec {
  const values = chain.steps.map(({ label, value, interval = "", note = "" }, at) => ({
    ...{ at, label, value, interval, note },
    arrow: at === 0 ? "" : "→",
  }));
  const line = (field: string, mark: Readonly<Record<string, string | number>>) => ({
    mark: { type: "text", limit: BOX - 40, ...mark },
    encoding: { text: { field, type: "nominal" } },
  });
  return specOf(
    { ...chain, description },
    {
      data: { values },
      width: { step: BOX },
      height: 120,
      encoding: {
        x: { field: "at", type: "ordinal", axis: null, scale: { paddingInner: 0.16 } },
      },
      layer: [
        {
          mark: {
            type: "rect",
            fill: LIGHT.heat[0]?.[0] ?? "white",
            stroke: LIGHT.line,
            cornerRadius: 8,
          },
        },
        line("label", { dy: -40, color: LIGHT.soft, fontSize: 12 }),
        line("value", { dy: -12, color: LIGHT.ink, fontSize: 20, fontWeight: "bold" }),
        line("interval", { dy: 14, color: LIGHT.ink, fontSize: 12 }),
        line("note", { dy: 38, color: LIGHT.soft, fontSize: 11 }),
        line("arrow", { dx: -BOX / 2, color: LIGHT.soft, fontSize: 18 }),
      ],
    },
  );
}
