import { parseInput } from "@kefu/core";
import { canvasOf, type Figure, type FigureOptionsInput, svgOf } from "../figure.ts";
import type { PlotWords } from "../plot-words.ts";
import { numberText } from "../text/fixed-format.ts";
import { drawRfm } from "./draw-rfm.ts";
import { everyCell, RfmGrid, type RfmGridInput } from "./rfm-model.ts";
import { rfmSpec } from "./rfm-spec.ts";

/**
 * A grid of recency by frequency: how many customers have which scores, the best in the upper right corner, each cell with
 * its number, its colour by the number, and a note of yours below.
 *
 * @throws `InvalidInputError` when an argument has not its shape, or a cell comes twice or lies beyond the scores
 *
 * @example
 * ```ts
 * import { rfmGrid } from "@kefu/plots";
 *
 * const { table } = rfmGrid({
 *   title: "Whom to win back",
 *   scores: 2,
 *   cells: [{ recency: 1, frequency: 2, customers: 40, note: "$90" }, { recency: 2, frequency: 2, customers: 310 }],
 * });
 * table.rows[0]; // => ["1", "2", "40", "$90"]
 * table.rows[3]; // => ["2", "1", "0", ""]
 * ```
 */
export function rfmGrid(input: RfmGridInput, options: FigureOptionsInput = {}): Figure {
  const grid = parseInput(RfmGrid, "RFM grid", input);
  const canvas = canvasOf(options);
  const { words } = canvas;
  const { say } = words;
  const description = describe(grid, words);
  return {
    svg: svgOf(canvas, { ...grid, description, ...drawRfm(grid, canvas) }),
    vegaLite: rfmSpec(grid, { words, description }),
    description,
    table: {
      columns: [
        say("recency-score"),
        say("frequency-score"),
        say("customers"),
        grid.noteName ?? say("note"),
      ],
      rows: everyCell(grid).map(({ recency, frequency, customers, note = "" }) => [
        ...[String(recency), String(frequency), numberText(customers), note],
      ]),
    },
  };
}

function describe(grid: RfmGrid, { say }: PlotWords): string {
  const cells = everyCell(grid);
  const most = cells.reduce((one, other) => (other.customers > one.customers ? other : one));
  const best = cells.find(({ recency, frequency }) => Math.min(recency, frequency) === grid.scores);
  return say("rfm-described", {
    customers: numberText(cells.reduce((sum, { customers }) => sum + customers, 0)),
    most: numberText(most.customers),
    ...{ recency: most.recency, frequency: most.frequency },
    best: numberText(best?.customers ?? 0),
  });
}
