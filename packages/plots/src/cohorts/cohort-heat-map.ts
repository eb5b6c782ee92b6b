import { parseInput } from "@kefu/core";
import { canvasOf, type Figure, type FigureOptionsInput, svgOf } from "../figure.ts";
import { momentName } from "../plot-period.ts";
import type { PlotWords } from "../plot-words.ts";
import { numberText, percentText } from "../text/fixed-format.ts";
import {
  agesOf,
  CohortHeatMap,
  type CohortHeatMapInput,
  type PlotCohort,
  shareText,
} from "./cohort-model.ts";
import { cohortSpec } from "./cohort-spec.ts";
import { drawCohorts } from "./draw-cohorts.ts";

/**
 * A heat map of cohorts: rows are cohorts, columns are periods since joining, every cell says its percentage. Colours
 * go by the highest share after the period of joining; shares may be above 1, as those of revenue are. What is not yet
 * known is a dot, never a zero. Where the columns do not fit the width, the figure is as wide as they need.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { cohortHeatMap } from "@kefu/plots";
 *
 * const { svg, description, table } = cohortHeatMap({
 *   title: "Who comes back",
 *   period: "month",
 *   cohorts: [
 *     { label: "January", customers: 120, shares: [1, 0.3, 0.2] },
 *     { label: "February", customers: 80, shares: [1, 0.25, null] },
 *   ],
 * });
 * svg.slice(0, 4); // => "<svg"
 * description; // => "2 cohorts with 200 customers. In month 1, 25% to 30% of a cohort. In month 2, 20% of a cohort."
 * table.rows[1]; // => ["February", "80", "100%", "25%", "not yet known"]
 * ```
 */
export function cohortHeatMap(input: CohortHeatMapInput, options: FigureOptionsInput = {}): Figure {
  const map = parseInput(CohortHeatMap, "cohort heat map", input);
  const canvas = canvasOf(options);
  const { words } = canvas;
  const description = describe(map, words);
  return {
    svg: svgOf(canvas, { ...map, description, ...drawCohorts(map, canvas) }),
    vegaLite: cohortSpec(map, { words, description }),
    description,
    table: tableOf(map, words),
  };
}

function describe({ cohorts, period }: CohortHeatMap, words: PlotWords): string {
  const total = cohorts.reduce((sum, { customers }) => sum + customers, 0);
  const counts = { cohorts: cohorts.length, customers: numberText(total) };
  const last = agesOf(cohorts) - 1;
  const ranges = [...new Set([1, last])].flatMap((age) => {
    const known = cohorts
      .map(({ shares }) => shares[age])
      .filter((share) => typeof share === "number");
    if (age < 1 || known.length === 0) return [];
    const range = {
      lowest: percentText(Math.min(...known)),
      highest: percentText(Math.max(...known)),
    };
    const said = range.lowest === range.highest ? "cohorts-single" : "cohorts-range";
    return [words.say(said, { period: momentName(words, period, age), ...range })];
  });
  return [words.say("cohorts-described", counts), ...ranges].join(words.gap);
}

function tableOf({ cohorts, mean = [], period }: CohortHeatMap, words: PlotWords) {
  const { say } = words;
  const ages = Array.from({ length: agesOf(cohorts) }, (_, age) => age);
  const row = (cohort: Pick<PlotCohort, "shares" | "intervals">) =>
    ages.map((age) => shareText(cohort, age, words));
  return {
    columns: [
      say("cohort"),
      say("customers"),
      ...ages.map((age) => momentName(words, period, age)),
    ],
    rows: [
      ...cohorts.map((cohort) => [cohort.label, numberText(cohort.customers), ...row(cohort)]),
      ...(mean.length === 0 ? [] : [[say("mean"), "", ...row({ shares: mean })]]),
    ],
  };
}
