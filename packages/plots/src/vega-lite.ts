import { LIGHT, type Palette } from "./plot-style.ts";
import type { PlotWords } from "./plot-words.ts";

/** A value of JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** A Vega-Lite 6 specification: plain JSON, for `vega-embed`, a notebook, or `compile` of `vega-lite`. */
export interface VegaLiteSpec {
  /** The grammar of the specification. */
  readonly $schema: "https://vega.github.io/schema/vega-lite/v6.json";
  /** What the figure is about. */
  readonly title: Json;
  /** What the figure shows, for screen readers. */
  readonly description: string;
  /** Data, marks and encodings. */
  readonly [key: string]: Json;
}

/** What is told of a figure, and in which language. */
export interface Told {
  readonly words: PlotWords;
  readonly description: string;
}

/** What is the same in every specification. */
interface Head {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly description: string;
}

/** A specification: heading, look, and what is drawn. */
export function specOf(
  { title, subtitle, description }: Head,
  drawn: Readonly<Record<string, Json>>,
): VegaLiteSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: title, anchor: "start", ...(subtitle === undefined ? {} : { subtitle }) },
    description,
    ...drawn,
    config: {
      font: "system-ui, sans-serif",
      view: { stroke: null },
      axis: { grid: false, labelFontSize: 12, titleFontSize: 12, domainColor: LIGHT.soft },
      title: { fontSize: 16, subtitleFontSize: 12, subtitleColor: LIGHT.soft },
      range: { category: LIGHT.series, heatmap: heatOf(LIGHT) },
    },
  };
}

const heatOf = ({ heat }: Palette) => heat.map(([fill]) => fill);

/** The fill of heat maps, from faint to strong. */
export const HEAT: readonly string[] = heatOf(LIGHT);
