import { Locale, murmur3, parseInput } from "@kefu/core";
import { z } from "zod";
import { plotStyles } from "./plot-style.ts";
import { type PlotWords, wordsIn } from "./plot-words.ts";
import { element, escaped, textAt } from "./svg/svg-element.ts";
import { wrapped } from "./text/text-width.ts";
import type { VegaLiteSpec } from "./vega-lite.ts";

/** How a figure is to be drawn. */
export const FigureOptions = z.strictObject({
  /** The width in pixels, 280 to 2,000. A figure is laid out for its width: draw a narrow one for phones. */
  width: z.int().min(280).max(2000).default(720),
  /** The language of what the figure says itself: English, 简体 or 繁體; others get English. */
  locale: Locale.default("en"),
  /** `"none"` leaves the style sheet out, for a page that has {@link plotStyles} in its own. */
  styles: z.enum(["embedded", "none"]).default("embedded"),
});
/** How a figure is to be drawn, with defaults left out. */
export type FigureOptionsInput = Readonly<z.input<typeof FigureOptions>>;

/** The figures behind a drawing, for whoever does not see it; texts, not markup: escape them. */
export interface FigureTable {
  /** The heading of each column. */
  readonly columns: readonly string[];
  /** As many cells a row as there are columns; the first names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** One figure in all the forms that it is needed in; the same for the same input, on every machine. */
export interface Figure {
  /**
   * A whole `<svg>` for a page or a file: with title and description for screen readers, by day and by night, readable
   * without colours. All text in it is escaped. Its colours are the variables `--kefu-plot-…` of {@link plotStyles}.
   */
  readonly svg: string;
  /** The same as a Vega-Lite 6 specification: plain JSON, with its data. */
  readonly vegaLite: VegaLiteSpec;
  /** What the figure shows, in a few sentences: text, not markup. */
  readonly description: string;
  /** The figures behind it. */
  readonly table: FigureTable;
}

/** Where a figure is being drawn. */
export interface Canvas {
  readonly width: number;
  readonly words: PlotWords;
  readonly styles: "embedded" | "none";
}

/** What a kind of figure makes of its input. */
export interface Drawing {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly description: string;
  /** What is below the heading, from 0 at its top. */
  readonly body: string;
  readonly height: number;
  /** Where the drawing needs more than the canvas has. */
  readonly width?: number;
}

/** Room around a drawing. */
export const MARGIN = 16;

/** Reads the options of a figure. */
export function canvasOf(options: FigureOptionsInput): Canvas {
  const { width, locale, styles } = parseInput(FigureOptions, "figure options", options);
  return { width, styles, words: wordsIn(locale) };
}

/** The whole picture: heading, drawing, and what is told of it. */
export function svgOf({ width: wanted, styles, words }: Canvas, drawing: Drawing): string {
  const { title, subtitle, description, body, width = wanted } = drawing;
  const heading = headingOf(width, title, subtitle);
  const height = Math.ceil(heading.height + drawing.height + MARGIN);
  const parts = [
    element("rect", { class: "paper", width, height, rx: 8 }),
    heading.markup,
    element("g", { transform: `translate(0 ${heading.height})` }, body),
  ].join("\n");
  // Two figures of one page must not share a name.
  const id = `kefu-${murmur3(`${width} ${description} ${parts}`, 0).toString(36)}`;
  const style = styles === "none" ? "" : `<style>${plotStyles}</style>\n`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "kefu-plot",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      lang: words.locale,
      "aria-labelledby": `${id}-title`,
      "aria-describedby": `${id}-description`,
    },
    "\n",
    element("title", { id: `${id}-title` }, escaped(title)),
    "\n",
    element("desc", { id: `${id}-description` }, escaped(description)),
    "\n",
    style,
    parts,
    "\n",
  );
}

const [TITLE_SIZE, SUBTITLE_SIZE] = [16, 12];

function headingOf(width: number, title: string, subtitle = "") {
  const room = width - 2 * MARGIN;
  // Bold letters are a little wider than others.
  const titles = wrapped(title, TITLE_SIZE, room / 1.1);
  const subtitles = wrapped(subtitle, SUBTITLE_SIZE, room);
  const below = MARGIN + titles.length * 21;
  return {
    height: below + subtitles.length * 17 + 10,
    markup: [
      ...titles.map((line, at) => textAt(MARGIN, MARGIN + 14 + at * 21, line, { class: "head" })),
      ...subtitles.map((line, at) => textAt(MARGIN, below + 12 + at * 17, line, { class: "soft" })),
    ].join("\n"),
  };
}
