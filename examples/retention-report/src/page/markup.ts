import type { Figure, FigureOptionsInput } from "@kefu/plots";

/** Text as it may stand in HTML. */
export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A part of the report: what is asked, what the answer is, and what shows it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** One sentence: text, not markup. */
  readonly said: string;
  /** Figures and tables, as markup. */
  readonly shown: string;
  /** What is to be known of it: text. */
  readonly note?: string;
}

const WIDE = 840;
const NARROW = 328;

/** A figure in two layouts, of which the page shows the one that fits. */
export function figureMarkup(
  draw: (options: FigureOptionsInput) => Figure,
  locale: string,
): string {
  const drawn = (width: number) => draw({ width, locale, styles: "none" }).svg;
  return `<figure><div class="wide">${drawn(WIDE)}</div><div class="narrow">${drawn(NARROW)}</div></figure>`;
}

/** A table; all cells but the first of a row are figures. Cells are text. */
export function tableMarkup(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cells = (row: readonly string[], tag: "th" | "td") =>
    row
      .map((cell, at) => {
        const name = at === 0 ? "th" : tag;
        const scope = name === "td" ? "" : ` scope="${tag === "th" ? "col" : "row"}"`;
        return `<${name}${scope}>${escaped(cell)}</${name}>`;
      })
      .join("");
  const body = rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("\n");
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${cells(columns, "th")}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** A section of the page. */
export function sectionMarkup({ id, title, said, shown, note }: Section): string {
  const small = note === undefined ? "" : `\n<p class="note">${escaped(note)}</p>`;
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escaped(title)}</h2>
<p class="said">${escaped(said)}</p>
${shown}${small}
</section>`;
}
