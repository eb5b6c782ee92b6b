import { type Canvas, type Drawing, MARGIN } from "../figure.ts";
import { heatStep } from "../heat-steps.ts";
import { element, hint, textAt } from "../svg/svg-element.ts";
import { numberText } from "../text/fixed-format.ts";
import { fitted, textWidth } from "../text/text-width.ts";
import { everyCell, type RfmCell, type RfmGrid } from "./rfm-model.ts";

const LEFT = MARGIN + 44;

/** The grid, with the names of its sides. */
export function drawRfm(grid: RfmGrid, canvas: Canvas): Pick<Drawing, "body" | "height" | "width"> {
  const { scores } = grid;
  const { say } = canvas.words;
  const cells = everyCell(grid);
  const widest = Math.max(...cells.map(({ customers }) => textWidth(numberText(customers), 13)));
  const cell = Math.max(widest + 6, Math.min(148, (canvas.width - LEFT - MARGIN) / scores));
  const width = Math.max(canvas.width, Math.ceil(LEFT + scores * cell + MARGIN));
  const high = Math.min(56, Math.max(34, cell * 0.7));
  const top = 28;
  const bottom = top + scores * high;
  const all = Array.from({ length: scores }, (_, at) => at + 1);
  const most = Math.max(...cells.map(({ customers }) => customers), 1);
  const size = { cell, high, top, most, scores };
  const ends = (score: number) =>
    score === 1 ? ` ${say("low")}` : score === scores ? ` ${say("high")}` : "";
  const note = grid.noteName === undefined ? "" : ` · ${grid.noteName}`;
  return {
    body: [
      textAt(MARGIN, 14, `↑ ${say("frequency")}`, { class: "soft" }),
      ...cells.map((one) => cellOf(one, size, canvas)),
      ...all.map((score) =>
        textAt(LEFT - 8, bottom - (score - 0.5) * high + 4, `${score}${ends(score)}`, {
          class: "soft end",
        }),
      ),
      ...all.map((score) =>
        textAt(LEFT + (score - 0.5) * cell, bottom + 18, `${score}${ends(score)}`, {
          class: "soft middle",
        }),
      ),
      textAt(LEFT + scores * cell, bottom + 38, `${say("recency")} →`, { class: "soft end" }),
      textAt(MARGIN, bottom + 60, fitted(`${say("customers")}${note}`, 11, width - 2 * MARGIN), {
        class: "soft small",
      }),
    ].join("\n"),
    height: bottom + 64,
    width,
  };
}

interface CellSize {
  readonly cell: number;
  readonly high: number;
  readonly top: number;
  readonly most: number;
  readonly scores: number;
}

function cellOf(
  { recency, frequency, customers, note }: RfmCell,
  { cell, high, top, most, scores }: CellSize,
  { words: { say } }: Canvas,
): string {
  const [x, y] = [LEFT + (recency - 1) * cell, top + (scores - frequency) * high];
  const step = heatStep(customers, most);
  const scored = `${say("recency-score")} ${recency}, ${say("frequency-score")} ${frequency}`;
  const told = `${scored}: ${numberText(customers)} ${say("customers")}${note === undefined ? "" : `, ${note}`}`;
  const foot = y + high / 2 + (note === undefined ? 4 : -2);
  return element(
    "g",
    {},
    hint(told),
    element("rect", {
      class: `heat${step}`,
      x: x + 1,
      y: y + 1,
      width: cell - 2,
      height: high - 2,
      rx: 3,
    }),
    textAt(x + cell / 2, foot, numberText(customers), { class: `on${step} strong middle` }),
    note === undefined
      ? ""
      : textAt(x + cell / 2, foot + 15, fitted(note, 11, cell - 4), {
          class: `on${step} small middle`,
        }),
  );
}
