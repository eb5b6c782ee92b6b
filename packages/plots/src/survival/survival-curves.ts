import { parseInput } from "@kefu/core";
import { canvasOf, type Figure, type FigureOptionsInput, svgOf } from "../figure.ts";
import { axisName, momentName } from "../plot-period.ts";
import type { PlotWords } from "../plot-words.ts";
import { percentText, plainText } from "../text/fixed-format.ts";
import { drawSurvival } from "./draw-survival.ts";
import {
  type SurvivalCurve,
  SurvivalPlot,
  type SurvivalPlotInput,
  type SurvivalPoint,
  stepsOf,
} from "./survival-model.ts";
import { survivalSpec } from "./survival-spec.ts";

/**
 * Survival curves: steps that go down as customers leave, with the interval as a band between dotted edges and, below,
 * how many are watched at which moment. Up to four groups, told apart by dashes and names as well as by colour.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { survivalCurves } from "@kefu/plots";
 *
 * const { description } = survivalCurves({
 *   title: "Who stays",
 *   period: "year",
 *   curves: [{ label: "Regular", points: [{ time: 1, share: 0.63 }, { time: 2, share: 0.47 }] }],
 * });
 * description; // => "Regular: half are gone in year 2. Regular: 47% still there in year 2."
 * ```
 */
export function survivalCurves(input: SurvivalPlotInput, options: FigureOptionsInput = {}): Figure {
  const plot = parseInput(SurvivalPlot, "survival plot", input);
  const canvas = canvasOf(options);
  const { words } = canvas;
  const description = plot.curves.flatMap((curve) => describe(curve, plot, words)).join(words.gap);
  return {
    svg: svgOf(canvas, { ...plot, description, ...drawSurvival(plot, canvas) }),
    vegaLite: survivalSpec(plot, { words, description }),
    description,
    table: {
      columns: [words.say("cohort"), axisName(words, plot.period), words.say("survival")],
      rows: plot.curves.flatMap((curve) =>
        stepsOf(curve).map((point) => [curve.label, plainText(point.time), shareOf(point, words)]),
      ),
    },
  };
}

function describe(curve: SurvivalCurve, { period }: SurvivalPlot, words: PlotWords): string[] {
  const { label, points } = curve;
  const at = ({ time }: SurvivalPoint) => momentName(words, period, plainText(time));
  const half = points.find(({ share }) => share <= 0.5);
  const [last] = points.slice(-1);
  return [
    ...(half ? [words.say("survival-half", { label, period: at(half) })] : []),
    ...(last
      ? [
          words.say("survival-described", {
            label,
            share: percentText(last.share),
            period: at(last),
          }),
        ]
      : []),
  ];
}

function shareOf({ share, lower, upper }: SurvivalPoint, { say }: PlotWords): string {
  if (lower === undefined || upper === undefined) return percentText(share);
  const ends = { lower: percentText(lower), upper: percentText(upper) };
  return `${percentText(share)} (${say("interval", ends)})`;
}
