import { parseInput } from "@kefu/core";
import { canvasOf, type Figure, type FigureOptionsInput, svgOf } from "../figure.ts";
import { axisName, momentName } from "../plot-period.ts";
import type { PlotWords } from "../plot-words.ts";
import { numberText, percentText, plainText } from "../text/fixed-format.ts";
import { drawTracking } from "./draw-tracking.ts";
import { TrackingPlot, type TrackingPlotInput, type TrackingPoint } from "./tracking-model.ts";
import { trackingSpec } from "./tracking-spec.ts";

/**
 * A tracking curve: what came, as a line, and what was forecast, dashed and with its interval as a band. What the forecast
 * had not seen is shaded. The description compares the two at the last moment that both know.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { trackingCurve } from "@kefu/plots";
 *
 * const { description } = trackingCurve({
 *   title: "Forecast and deed",
 *   period: "week",
 *   measure: "Repeat orders",
 *   actual: [{ time: 1, value: 90 }, { time: 2, value: 190 }],
 *   expected: [{ time: 1, value: 100 }, { time: 2, value: 200 }, { time: 3, value: 290 }],
 *   holdOutFrom: 1,
 * });
 * description; // => "Up to week 2: 190 against 200 expected, 5.0% fewer than expected. What came from week 1 on was not known to the forecast."
 * ```
 */
export function trackingCurve(input: TrackingPlotInput, options: FigureOptionsInput = {}): Figure {
  const plot = parseInput(TrackingPlot, "tracking plot", input);
  const canvas = canvasOf(options);
  const { words } = canvas;
  const description = describe(plot, words);
  return {
    svg: svgOf(canvas, { ...plot, description, ...drawTracking(plot, canvas) }),
    vegaLite: trackingSpec(plot, { words, description }),
    description,
    table: tableOf(plot, words),
  };
}

const valuesAt = (points: readonly TrackingPoint[]) =>
  new Map(points.map((point) => [point.time, point]));

function describe(plot: TrackingPlot, words: PlotWords): string {
  const { period, holdOutFrom } = plot;
  if (holdOutFrom === undefined) return compared(plot, words);
  const from = momentName(words, period, plainText(holdOutFrom));
  return [compared(plot, words), words.say("hold-out-described", { period: from })].join(words.gap);
}

/** The last moment of which both are known. */
function compared({ actual, expected, period, measure }: TrackingPlot, words: PlotWords): string {
  const forecast = valuesAt(expected);
  const last = actual.findLast(({ time }) => forecast.has(time));
  const told = last && forecast.get(last.time);
  if (last === undefined || told === undefined) return `${measure}${words.stop}`;
  return words.say("tracking-described", {
    period: momentName(words, period, plainText(last.time)),
    actual: valueText(last.value),
    expected: valueText(told.value),
    gap: gapText(last.value, told.value, words),
  });
}

function gapText(actual: number, expected: number, { say }: PlotWords): string {
  if (expected === 0 || Math.abs(actual / expected - 1) < 0.0005) return say("gap-none");
  const share = percentText(Math.abs((actual - expected) / expected));
  return say(actual > expected ? "gap-over" : "gap-under", { share });
}

/** Whole numbers from a hundred on, two decimals at most below. */
const valueText = (value: number): string =>
  Math.abs(value) >= 100 ? numberText(value) : plainText(value);

function tableOf({ actual, expected, period }: TrackingPlot, words: PlotWords) {
  const { say } = words;
  const [came, forecast] = [valuesAt(actual), valuesAt(expected)];
  const times = [...new Set([...came.keys(), ...forecast.keys()])].sort(
    (one, other) => one - other,
  );
  const cell = (point: TrackingPoint | undefined) =>
    point === undefined ? "" : valueText(point.value) + rangeOf(point, words);
  return {
    columns: [axisName(words, period), say("actual"), say("expected")],
    rows: times.map((time) => [plainText(time), cell(came.get(time)), cell(forecast.get(time))]),
  };
}

function rangeOf({ lower, upper }: TrackingPoint, { say }: PlotWords): string {
  if (lower === undefined || upper === undefined) return "";
  return ` (${say("interval", { lower: valueText(lower), upper: valueText(upper) })})`;
}
