import { parseInput } from "@kefu/core";
import { canvasOf, type Figure, type FigureOptionsInput, svgOf } from "../figure.ts";
import { axisName, momentName } from "../plot-period.ts";
import type { PlotWords } from "../plot-words.ts";
import { numberText, percentText, plainText } from "../text/fixed-format.ts";
import { drawSurvival } from "./draw-survival.ts";
import {
  type SurvivalCurve,
  SurvivalPlot,
  type SurvivalPlotInput,
  type SurvivalPoint,
  shareNameOf,
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
      columns: [
        words.say("cohort"),
        axisName(words, plot.period),
        shareNameOf(plot, words),
        words.say("at-risk"),
      ],
      rows: plot.curves.flatMap((curve) => rowsOf(curve, words)),
    },
  };
}

function describe(curve: SurvivalCurve, plot: SurvivalPlot, words: PlotWords): string[] {
  const { label, points } = curve;
  const { shareName: name = "" } = plot;
  const [halfOf, lastOf] =
    name === ""
      ? (["survival-half", "survival-described"] as const)
      : (["share-half", "share-described"] as const);
  const at = ({ time }: SurvivalPoint) => momentName(words, plot.period, plainText(time));
  const half = points.find(({ share }) => share <= 0.5);
  const lastOnes = points.slice(-1);
  return [
    ...(half ? [words.say(halfOf, { label, name, period: at(half) })] : []),
    ...lastOnes.map((last) =>
      words.say(lastOf, { label, name, share: percentText(last.share), period: at(last) }),
    ),
  ];
}

/** A row for each step and each moment at which those watched are counted. */
function rowsOf(curve: SurvivalCurve, words: PlotWords): readonly (readonly string[])[] {
  const steps = stepsOf(curve);
  const counts = new Map((curve.atRisk ?? []).map(({ time, count }) => [time, count]));
  const times = [...new Set([...steps.map(({ time }) => time), ...counts.keys()])];
  let at = 0;
  return times
    .sort((one, other) => one - other)
    .map((time) => {
      while ((steps[at + 1]?.time ?? Number.POSITIVE_INFINITY) <= time) at += 1;
      const [step, count] = [steps[at], counts.get(time)];
      const isKnown = step !== undefined && (at < steps.length - 1 || step.time === time);
      const share = isKnown ? shareOf(step, words) : words.say("unknown");
      return [curve.label, plainText(time), share, count === undefined ? "" : numberText(count)];
    });
}

function shareOf({ share, lower, upper }: SurvivalPoint, { say }: PlotWords): string {
  if (lower === undefined || upper === undefined) return percentText(share);
  const ends = { lower: percentText(lower), upper: percentText(upper) };
  return `${percentText(share)} (${say("interval", ends)})`;
}
