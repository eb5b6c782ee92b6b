import { parseInput } from "@kefu/core";
import { canvasOf, type Figure, type FigureOptionsInput, svgOf } from "../figure.ts";
import type { PlotWords } from "../plot-words.ts";
import { numberText } from "../text/fixed-format.ts";
import { drawNpsTrend } from "./draw-nps-trend.ts";
import { type NpsPeriod, NpsTrend, type NpsTrendInput } from "./nps-model.ts";
import { npsTrendSpec } from "./nps-spec.ts";

/**
 * The net promoter score over time: a point for each period, its interval as a bar with ends, the number of answers
 * below. A period in which nobody answered parts the line.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { npsTrend } from "@kefu/plots";
 *
 * const { description } = npsTrend({
 *   title: "Would they recommend us?",
 *   periods: [
 *     { label: "Spring", score: 12, lower: 4, upper: 20, answers: 410 },
 *     { label: "Summer", score: 21, lower: 14, upper: 28, answers: 520 },
 *   ],
 * });
 * description; // => "Net promoter score, 12 (4 to 20) in Spring, 21 (14 to 28) in Summer."
 * ```
 */
export function npsTrend(input: NpsTrendInput, options: FigureOptionsInput = {}): Figure {
  const trend = parseInput(NpsTrend, "NPS trend", input);
  const canvas = canvasOf(options);
  const { words } = canvas;
  const description = describe(trend, words);
  const { say } = words;
  return {
    svg: svgOf(canvas, { ...trend, description, ...drawNpsTrend(trend, canvas) }),
    vegaLite: npsTrendSpec(trend, { words, description }),
    description,
    table: {
      columns: [say("period"), "NPS", say("answers")],
      rows: trend.periods.map((period) => [
        period.label,
        scoreText(period, words),
        numberText(period.answers),
      ]),
    },
  };
}

function describe({ periods }: NpsTrend, words: PlotWords): string {
  const known = periods.filter(({ score }) => score !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return words.say("nps-none");
  return words.say("nps-described", {
    ...{ first: scoreText(first, words), from: first.label },
    ...{ last: scoreText(last, words), to: last.label },
  });
}

function scoreText({ score, lower, upper }: NpsPeriod, { say }: PlotWords): string {
  if (score === null) return say("unknown");
  if (lower === undefined || upper === undefined) return numberText(score);
  return `${numberText(score)} (${say("interval", { lower: numberText(lower), upper: numberText(upper) })})`;
}
