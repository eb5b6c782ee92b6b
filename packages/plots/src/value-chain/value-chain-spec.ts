import { LIGHT } from "../plot-style.ts";
import { fitted, wrapped } from "../text/text-width.ts";
import { specOf, type Told, type VegaLiteSpec } from "../vega-lite.ts";
import type { ValueChainPlot } from "./value-chain-model.ts";

const [BOX, ROOM] = [190, 140];

/** Text in two lines at most. */
function twoLines(text: string): string {
  const [first = "", ...rest] = wrapped(text, 12, ROOM);
  return rest.length === 0 ? first : `${first}\n${fitted(rest.join(" "), 12, ROOM)}`;
}

/** The chain as a specification: a row of boxes. */
export function valueChainSpec(chain: ValueChainPlot, { description }: Told): VegaLiteSpec {
  const values = chain.steps.map(({ label, value, interval = "", note = "" }, at) => ({
    ...{ at, value, label: twoLines(label), interval: twoLines(interval), note: twoLines(note) },
    arrow: at === 0 ? "" : "→",
  }));
  const line = (field: string, mark: Readonly<Record<string, string | number>>) => ({
    mark: { type: "text", lineBreak: "\n", ...mark },
    encoding: { text: { field, type: "nominal" } },
  });
  return specOf(
    { ...chain, description },
    {
      data: { values },
      width: { step: BOX },
      height: 156,
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
        line("label", { dy: -54, color: LIGHT.soft, fontSize: 12 }),
        line("value", { dy: -14, color: LIGHT.ink, fontSize: 20, fontWeight: "bold" }),
        line("interval", { dy: 12, color: LIGHT.ink, fontSize: 12 }),
        line("note", { dy: 46, color: LIGHT.soft, fontSize: 11 }),
        line("arrow", { dx: -BOX / 2, color: LIGHT.soft, fontSize: 18 }),
      ],
    },
  );
}
