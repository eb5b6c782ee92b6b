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
import { element, rounded, textAt } from "../svg/svg-element.ts";
import { decimalsOf, numberText, percentText, plainText } from "../text/fixed-format.ts";
import { fitted, textWidth } from "../text/text-width.ts";
import {
  endOf,
  type SurvivalCurve,
  type SurvivalPlot,
  type SurvivalPoint,
  stepsOf,
} from "./survival-model.ts";

const [HEIGHT, ROW, MARK] = [240, 20, 52];

/** The curves, their bands, and the table below. */
export function drawSurvival(plot: SurvivalPlot, canvas: Canvas): Pick<Drawing, "body" | "height"> {
  const { curves, period } = plot;
  const { width, words } = canvas;
  const entries = curves.map(({ label }, series) => ({ label, series }));
  const names = legend(canvas, curves.length > 1 ? entries : []);
  const field = {
    left: 56,
    right: width - MARGIN - 12,
    top: names.height + 8,
    bottom: names.height + HEIGHT,
  };
  const x = insideScale(
    { values: [0, endOf(plot)], places: [field.left, field.right] },
    Math.min(8, width / 70),
  );
  const y = niceScale({ values: [0, 1], places: [field.bottom, field.top] }, 5);
  const watched = watchedTimes(curves, x);
  const marks = watched.length > 0 ? watched : x.marks;
  const said = (time: number) =>
    watched.length > 0 ? plainText(time) : numberText(time, decimalsOf(x.step));
  const risk = riskTable(curves, { field, x, watched, canvas });
  return {
    body: [
      names.markup,
      heightMarks(field, y, percentText),
      widthMarks(
        field,
        marks.map((mark) => ({ x: x.at(mark), label: said(mark) })),
        axisName(words, period),
      ),
      ...curves.map((curve, series) => bandOf(stepsOf(curve), { x, y, series })),
      ...curves.map((curve, series) =>
        lineThrough(
          stairs(stepsOf(curve), x, (point) => y.at(point.share)),
          series,
        ),
      ),
      risk.markup,
    ].join("\n"),
    height: field.bottom + 44 + risk.height,
  };
}

/** A path that stays level until the next step. */
function stairs(
  points: readonly SurvivalPoint[],
  x: Scale,
  height: (point: SurvivalPoint) => number,
): string {
  return points
    .map((point, at) => {
      const [across, up] = [rounded(x.at(point.time)), rounded(height(point))];
      return at === 0 ? `M${across} ${up}` : `H${across}V${up}`;
    })
    .join("");
}

interface Placed {
  readonly x: Scale;
  readonly y: Scale;
  readonly series: number;
}

function bandOf(points: readonly SurvivalPoint[], { x, y, series }: Placed): string {
  const banded = points.filter(({ lower, upper }) => lower !== undefined && upper !== undefined);
  if (banded.length < 2) return "";
  const upper = stairs(banded, x, (point) => y.at(point.upper ?? 0));
  const lower = stairs(banded, x, (point) => y.at(point.lower ?? 0));
  return [
    element("path", { class: `band fill${series}`, d: `${upper}${backwards(banded, { x, y })}Z` }),
    element("path", { class: `edge stroke${series}`, d: upper }),
    element("path", { class: `edge stroke${series}`, d: lower }),
  ].join("");
}

/** The lower edge from its end to its start, in steps too. */
function backwards(points: readonly SurvivalPoint[], { x, y }: Omit<Placed, "series">): string {
  return points
    .toReversed()
    .map(({ time, lower = 0 }, at) => {
      const [across, down] = [rounded(x.at(time)), rounded(y.at(lower))];
      return at === 0 ? `V${down}` : `V${down}H${across}`;
    })
    .join("");
}

/** The moments of the table that stand far enough from each other for their numbers to fit. */
function watchedTimes(curves: readonly SurvivalCurve[], { at }: Scale): readonly number[] {
  const counts = curves.flatMap(({ atRisk = [] }) => atRisk);
  const room = Math.max(MARK, ...counts.map(({ count }) => textWidth(numberText(count), 12) + 10));
  const kept: number[] = [];
  for (const time of counts.map((one) => one.time).sort((one, other) => one - other)) {
    const before = kept.at(-1);
    if (before === undefined || at(time) - at(before) >= room) kept.push(time);
  }
  return kept;
}

interface RiskPlace {
  readonly field: ChartField;
  readonly x: Scale;
  readonly watched: readonly number[];
  readonly canvas: Canvas;
}

/** How many are watched, below the marks of time; the names of the groups above their rows. */
function riskTable(curves: readonly SurvivalCurve[], { field, x, watched, canvas }: RiskPlace) {
  if (watched.length === 0) return { markup: "", height: 0 };
  const top = field.bottom + 56;
  const room = canvas.width - 2 * MARGIN;
  const head = textAt(MARGIN, top, canvas.words.say("at-risk"), { class: "strong" });
  const isAlone = curves.length === 1;
  const rows = curves.map(({ label, atRisk = [] }, row) => {
    const foot = top + ROW + row * (isAlone ? ROW : 2 * ROW);
    const counts = atRisk.filter(({ time }) => watched.includes(time));
    const below = foot + (isAlone ? 0 : ROW - 3);
    return [
      isAlone ? "" : textAt(MARGIN, foot, fitted(label, 12, room), { class: "soft" }),
      ...counts.map(({ time, count }) => {
        const text = numberText(count);
        const middle = Math.min(x.at(time), canvas.width - 4 - textWidth(text, 12) / 2);
        return textAt(middle, below, text, { class: "middle" });
      }),
    ].join("");
  });
  return {
    markup: [head, ...rows].join(""),
    height: 16 + curves.length * (isAlone ? ROW : 2 * ROW),
  };
}
