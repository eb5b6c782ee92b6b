import { type Canvas, type Drawing, MARGIN } from "../figure.ts";
import { element, rounded, textAt } from "../svg/svg-element.ts";
import { fitted, textWidth, wrapped } from "../text/text-width.ts";
import type { ValueChainPlot, ValueChainStep } from "./value-chain-model.ts";

const [ARROW, PADDING, NARROWEST] = [26, 12, 128];

/** Boxes with arrows between them. */
export function drawValueChain(
  { steps }: ValueChainPlot,
  { width }: Canvas,
): Pick<Drawing, "body" | "height"> {
  const room = width - 2 * MARGIN;
  const across = (room - (steps.length - 1) * ARROW) / steps.length;
  return across >= NARROWEST ? inRow(steps, across) : inColumn(steps, room);
}

function inRow(steps: readonly ValueChainStep[], width: number): Pick<Drawing, "body" | "height"> {
  const size = valueSize(steps, width);
  const names = Math.max(...steps.map(({ label }) => labelLines(label, width).length));
  const contents = steps.map((step) => contentOf(step, { width, size, names }));
  const high = Math.max(...contents.map(({ height }) => height));
  const parts = contents.map(({ at }, step) => {
    const x = MARGIN + step * (width + ARROW);
    const arrow = step === 0 ? "" : arrowTo(x, 8 + high / 2, "right");
    return arrow + boxAt(x, 8, { width, high }) + at(x, 8);
  });
  return { body: parts.join("\n"), height: high + 12 };
}

function inColumn(
  steps: readonly ValueChainStep[],
  width: number,
): Pick<Drawing, "body" | "height"> {
  let top = 8;
  const size = valueSize(steps, width);
  const parts = steps.map((step, index) => {
    const { at, height } = contentOf(step, { width, size, names: 0 });
    if (index > 0) top += ARROW;
    const arrow = index === 0 ? "" : arrowTo(MARGIN + width / 2, top, "down");
    const box = arrow + boxAt(MARGIN, top, { width, high: height }) + at(MARGIN, top);
    top += height;
    return box;
  });
  return { body: parts.join("\n"), height: top + 4 };
}

const boxAt = (x: number, y: number, { width, high }: { width: number; high: number }) =>
  element("rect", { class: "box", x, y, width, height: high, rx: 8 });

/** An arrow whose tip touches a box. */
function arrowTo(x: number, y: number, way: "right" | "down"): string {
  const [across, down] = [rounded(x), rounded(y)];
  const d =
    way === "right"
      ? `M${rounded(x - ARROW + 5)} ${down}H${rounded(x - 5)}m-6 -5l6 5l-6 5`
      : `M${across} ${rounded(y - ARROW + 5)}V${rounded(y - 5)}m-5 -6l5 6l5 -6`;
  return element("path", { class: "arrow", d });
}

/** The largest size in which every value fits its box, so that all are written alike. */
const valueSize = (steps: readonly ValueChainStep[], width: number): 22 | 16 =>
  steps.every(({ value }) => textWidth(value, 22) <= width - 2 * PADDING) ? 22 : 16;

const labelLines = (label: string, width: number): readonly string[] =>
  wrapped(label, 12, width - 2 * PADDING);

interface BoxSize {
  readonly width: number;
  readonly size: 22 | 16;
  /** How many lines the longest name of the row takes, so that all values stand at one height. */
  readonly names: number;
}

/** The lines of a box: what it is, how much, between which ends, and the note. */
function contentOf(
  { label, value, interval, note }: ValueChainStep,
  { width, size, names }: BoxSize,
) {
  const room = width - 2 * PADDING;
  const name = labelLines(label, width);
  const blank = Array.from({ length: Math.max(0, names - name.length) }, () => "");
  const lines = [
    ...[...name, ...blank].map((text) => ({ text, step: 17, style: "soft" })),
    { text: fitted(value, size, room), step: 29, style: size === 22 ? "big" : "head" },
    ...wrapped(interval ?? "", 12, room).map((text) => ({ text, step: 18, style: "" })),
    ...wrapped(note ?? "", 11, room).map((text, at) => ({
      text,
      step: at === 0 ? 20 : 15,
      style: "soft small",
    })),
  ];
  const height = lines.reduce((sum, { step }) => sum + step, 2 * PADDING);
  const at = (x: number, y: number) => {
    let foot = y + PADDING - 4;
    return lines
      .map(({ text, step, style }) => {
        foot += step;
        return textAt(x + PADDING, foot, text, { class: style === "" ? undefined : style });
      })
      .join("");
  };
  return { at, height };
}
