import { type Canvas, type Drawing, MARGIN } from "../figure.ts";
import { axisName } from "../plot-period.ts";
import {
  type ChartField,
  heightMarks,
  legend,
  lineThrough,
  widthMarks,
} from "../svg/chart-frame.ts";
import { insideScale, niceScale, type Scale } from "../svg/nice-scale.ts";
import { element, pathThrough, textAt } from "../svg/svg-element.ts";
import { decimalsOf, numberText } from "../text/fixed-format.ts";
import { fitted, textWidth } from "../text/text-width.ts";
import type { TrackingPlot, TrackingPoint } from "./tracking-model.ts";

const HEIGHT = 260;

/** The two lines, the band of the forecast, and what it had not seen. */
export function drawTracking(plot: TrackingPlot, canvas: Canvas): Pick<Drawing, "body" | "height"> {
  const { actual, expected, measure, period } = plot;
  const { width, words } = canvas;
  const names = legend(canvas, [
    { label: words.say("actual"), series: 0 },
    { label: words.say("expected"), series: 1 },
  ]);
  const top = names.height + 26;
  const bottom = top + HEIGHT;
  const y = niceScale({ values: extentOf(plot), places: [bottom, top] }, 4);
  const said = (value: number) => numberText(value, decimalsOf(y.step));
  const left = MARGIN + 8 + Math.max(...y.marks.map((mark) => textWidth(said(mark), 12)));
  const field = { left, right: width - MARGIN - 8, top, bottom };
  const times = [...actual, ...expected].map(({ time }) => time);
  const x = insideScale(
    { values: [Math.min(...times), Math.max(...times)], places: [left, field.right] },
    Math.min(8, width / 70),
  );
  const at = ({ time, value }: TrackingPoint) => [x.at(time), y.at(value)] as const;
  return {
    body: [
      names.markup,
      holdOut(plot, { field, x, canvas }),
      textAt(MARGIN, names.height + 12, fitted(measure, 12, width - 2 * MARGIN), { class: "soft" }),
      heightMarks(field, y, said),
      widthMarks(
        field,
        x.marks.map((mark) => ({ x: x.at(mark), label: numberText(mark, decimalsOf(x.step)) })),
        axisName(words, period),
      ),
      bandOf(expected, x, y),
      lineThrough(pathThrough(actual.map(at)), 0),
      lineThrough(pathThrough(expected.map(at)), 1),
    ].join("\n"),
    height: bottom + 44,
  };
}

/** From nothing or below to the highest that is drawn. */
function extentOf({ actual, expected }: TrackingPlot): readonly [number, number] {
  const values = [...actual, ...expected].flatMap(({ value, lower = value, upper = value }) => [
    value,
    lower,
    upper,
  ]);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

function bandOf(points: readonly TrackingPoint[], x: Scale, y: Scale): string {
  const banded = points.filter(({ lower, upper }) => lower !== undefined && upper !== undefined);
  if (banded.length < 2) return "";
  const upper = banded.map(({ time, upper = 0 }) => [x.at(time), y.at(upper)] as const);
  const lower = banded.map(({ time, lower = 0 }) => [x.at(time), y.at(lower)] as const);
  return [
    element("path", {
      class: "band fill1",
      d: `${pathThrough([...upper, ...lower.toReversed()])}Z`,
    }),
    element("path", { class: "edge stroke1", d: pathThrough(upper) }),
    element("path", { class: "edge stroke1", d: pathThrough(lower) }),
  ].join("");
}

interface Placed {
  readonly field: ChartField;
  readonly x: Scale;
  readonly canvas: Canvas;
}

function holdOut({ holdOutFrom }: TrackingPlot, { field, x, canvas }: Placed): string {
  const { left, right, top, bottom } = field;
  if (holdOutFrom === undefined) return "";
  const from = Math.max(left, x.at(holdOutFrom));
  if (from >= right) return "";
  const name = canvas.words.say("hold-out");
  return [
    element("rect", { class: "shade", x: from, y: top, width: right - from, height: bottom - top }),
    element("path", {
      class: "rule",
      d: pathThrough([
        [from, top - 4],
        [from, bottom],
      ]),
    }),
    textAt(from + 6, bottom - 8, fitted(name, 12, right - from - 8), { class: "soft" }),
  ].join("");
}
