import { type Canvas, MARGIN } from "../figure.ts";
import { fitted, textWidth } from "../text/text-width.ts";
import type { Scale } from "./nice-scale.ts";
import { element, rounded, textAt } from "./svg-element.ts";

/** The field on which lines are drawn. */
export interface ChartField {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One entry of a legend: a line with its dashes and its name. */
export interface LegendEntry {
  readonly label: string;
  readonly series: number;
}

/** Lines across the field at the marks of the height, with what they mean on their left. */
export function heightMarks(
  { left, right }: ChartField,
  { at, marks }: Scale,
  said: (value: number) => string,
): string {
  return marks
    .map((mark) => {
      const y = at(mark);
      const line = element("path", {
        class: "grid",
        d: `M${left} ${rounded(y)}H${rounded(right)}`,
      });
      return line + textAt(left - 8, y + 4, said(mark), { class: "soft end" });
    })
    .join("");
}

/** What is written below the field. */
export interface WidthMark {
  readonly x: number;
  readonly label: string;
}

/** The foot of the field: its line, its marks, and what they count. */
export function widthMarks(
  { left, right, bottom }: ChartField,
  marks: readonly WidthMark[],
  name: string,
): string {
  return [
    element("path", { class: "rule", d: `M${left} ${bottom}H${rounded(right)}` }),
    ...marks.map(({ x }) => element("path", { class: "rule", d: `M${rounded(x)} ${bottom}v4` })),
    ...marks.map(({ x, label }) => {
      const middle = Math.min(x, right + MARGIN - textWidth(label, 12) / 2);
      return textAt(middle, bottom + 18, label, { class: "soft middle" });
    }),
    textAt(right, bottom + 36, name, { class: "soft end" }),
  ].join("");
}

const [SAMPLE, GAP, LINE] = [28, 16, 20];

/** The names of the lines with a sample of each, in as many rows as the width asks for. */
export function legend(
  { width }: Canvas,
  entries: readonly LegendEntry[],
): { readonly markup: string; readonly height: number } {
  let [x, y] = [MARGIN, 12];
  const parts = entries.map(({ label, series }) => {
    const said = fitted(label, 12, width - 2 * MARGIN - SAMPLE - 6);
    const needed = SAMPLE + 6 + textWidth(said, 12);
    if (x > MARGIN && x + needed > width - MARGIN) [x, y] = [MARGIN, y + LINE];
    const sample = lineThrough(`M${rounded(x)} ${y - 4}h${SAMPLE}`, series);
    const name = textAt(x + SAMPLE + 6, y, said);
    x += needed + GAP;
    return sample + name;
  });
  return { markup: parts.join(""), height: entries.length === 0 ? 0 : y + 12 };
}

/** One of up to four lines, each with its own colour and its own dashes. */
export const lineThrough = (d: string, series: number): string =>
  element("path", { class: `curve stroke${series}${series === 0 ? "" : ` dash${series}`}`, d });

/** Every so many of them that so many fit. */
export function thinned<Item>(items: readonly Item[], room: number): readonly Item[] {
  const every = Math.max(1, Math.ceil(items.length / Math.max(1, Math.floor(room))));
  return items.filter((_, at) => at % every === 0);
}
