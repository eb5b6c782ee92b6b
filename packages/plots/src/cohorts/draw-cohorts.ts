import { type Canvas, type Drawing, MARGIN } from "../figure.ts";
import { heatStep } from "../heat-steps.ts";
import { axisName, momentName } from "../plot-period.ts";
import { element, hint, rounded, textAt } from "../svg/svg-element.ts";
import { cellText, numberText, percentText } from "../text/fixed-format.ts";
import { fitted, textWidth } from "../text/text-width.ts";
import { HEAT } from "../vega-lite.ts";
import {
  agesOf,
  type CohortHeatMap,
  isAnyUnknown,
  type PlotCohort,
  shareText,
} from "./cohort-model.ts";

const [ROW, HEAD, SIZE, LEGEND] = [28, 40, 12, 22];
const WIDEST = 72;

interface Grid {
  readonly map: CohortHeatMap;
  readonly canvas: Canvas;
  /** The width of the names, of the counts, of a cell. */
  readonly names: number;
  readonly counts: number;
  readonly cell: number;
  readonly left: number;
  readonly most: number;
  /** What stands behind every number, where there is room for it. */
  readonly sign: "%" | "";
}

/** The table in colours. */
export function drawCohorts(
  map: CohortHeatMap,
  canvas: Canvas,
): Pick<Drawing, "body" | "height" | "width"> {
  const grid = gridOf(map, canvas);
  const { cohorts, mean = [] } = map;
  const below = HEAD + cohorts.length * ROW;
  const meanRow = mean.length === 0 ? 0 : ROW + 6;
  const unknown = isAnyUnknown(map);
  const key = legendOf(grid, below + meanRow + 16);
  const foot = below + meanRow + 34 + key.height;
  const parts = [
    headOf(grid),
    ...cohorts.map((cohort, at) => rowOf(grid, cohort, HEAD + at * ROW)),
    ...(meanRow === 0 ? [] : [meanOf(grid, mean, below + 6)]),
    key.markup,
    unknown
      ? textAt(MARGIN, foot, `· ${canvas.words.say("unknown")}`, { class: "soft small" })
      : "",
  ];
  return {
    body: parts.join("\n"),
    height: foot - (unknown ? 0 : 16),
    width: Math.max(canvas.width, rounded(grid.left + agesOf(cohorts) * grid.cell + MARGIN)),
  };
}

function gridOf(map: CohortHeatMap, canvas: Canvas): Grid {
  const { cohorts } = map;
  const { say } = canvas.words;
  const widest = (texts: readonly string[]) =>
    Math.max(...texts.map((text) => textWidth(text, SIZE)));
  const labels = [say("cohort"), say("mean"), ...cohorts.map(({ label }) => label)];
  const names = Math.min(widest(labels), canvas.width * 0.28) + 6;
  const isNarrow = canvas.width < 480;
  const numbers = cohorts.map(({ customers }) => numberText(customers));
  const counts = isNarrow ? 0 : widest([say("customers"), ...numbers]) + 12;
  const left = MARGIN + names + counts;
  const fair = (canvas.width - left - MARGIN) / agesOf(cohorts);
  const known = cohorts.flatMap(({ shares }) => shares).filter((share) => share !== null);
  const longest = widest(["99", ...known.map(cellText)]);
  const narrowest = (longest * 10) / SIZE + 2;
  const cell = Math.max(narrowest, Math.min(WIDEST, fair));
  const later = cohorts.flatMap(({ shares }) => shares.slice(1)).filter((share) => share !== null);
  const sign = longest + textWidth("%", SIZE) > cell - 4 ? "" : "%";
  return { map, canvas, names, counts, cell, left, sign, most: Math.max(...later, 0) || 1 };
}

const agesIn = ({ map }: Grid): readonly number[] =>
  Array.from({ length: agesOf(map.cohorts) }, (_, age) => age);

function headOf(grid: Grid): string {
  const { map, canvas, cell, left, names, counts } = grid;
  const { words } = canvas;
  const head = { class: "soft" };
  return [
    textAt(MARGIN, 32, fitted(words.say("cohort"), SIZE, names), head),
    counts === 0 ? "" : textAt(left - 8, 32, words.say("customers"), { class: "soft end" }),
    textAt(left, 14, axisName(words, map.period), head),
    ...agesIn(grid).map((age) =>
      textAt(left + (age + 0.5) * cell, 32, String(age), { class: "soft middle" }),
    ),
  ].join("");
}

function rowOf(grid: Grid, cohort: PlotCohort, top: number): string {
  const { counts, left, names } = grid;
  const foot = top + ROW / 2 + 4;
  return [
    textAt(MARGIN, foot, fitted(cohort.label, SIZE, names - 4)),
    counts === 0 ? "" : textAt(left - 8, foot, numberText(cohort.customers), { class: "soft end" }),
    ...agesIn(grid).map((age) => cellOf(grid, cohort, age, top)),
  ].join("");
}

function meanOf(grid: Grid, mean: readonly (number | null)[], top: number): string {
  const { left, cell, canvas, map } = grid;
  const right = left + agesOf(map.cohorts) * cell;
  const label = canvas.words.say("mean");
  const cohort = { label, customers: 0, shares: mean };
  return [
    element("path", { class: "rule", d: `M${MARGIN} ${top - 4}H${rounded(right)}` }),
    textAt(MARGIN, top + ROW / 2 + 4, label, { class: "strong" }),
    ...agesIn(grid).map((age) => cellOf(grid, cohort, age, top)),
  ].join("");
}

function cellOf(grid: Grid, cohort: PlotCohort, age: number, top: number): string {
  const { map, canvas, cell, left, most } = grid;
  const { words } = canvas;
  const share = cohort.shares[age];
  const [x, middle, foot] = [left + age * cell, left + (age + 0.5) * cell, top + ROW / 2 + 4];
  if (typeof share !== "number") return textAt(middle, foot, "·", { class: "soft middle" });
  const step = heatStep(share, most);
  const told = `${cohort.label}, ${momentName(words, map.period, age)}: ${shareText(cohort, age, words)}`;
  const said = cellText(share) + grid.sign;
  const isTiny = textWidth(said, SIZE) > cell;
  return element(
    "g",
    {},
    hint(told),
    element("rect", {
      class: `heat${step}`,
      x: x + 0.75,
      y: top + 0.75,
      width: cell - 1.5,
      height: ROW - 1.5,
      rx: 2,
    }),
    textAt(middle, foot, said, { class: `${isTiny ? "tiny " : ""}on${step} middle` }),
  );
}

/** Says in each step from which share on it is meant, in as many rows as the width asks for. */
function legendOf({ most, canvas }: Grid, top: number) {
  const room = canvas.width - 2 * MARGIN;
  const labels = HEAT.map((_, step) =>
    step === 0
      ? `<${percentText(most / HEAT.length)}`
      : `≥${percentText((most * step) / HEAT.length)}`,
  );
  const widest = Math.max(...labels.map((label) => textWidth(label, 11)));
  const inRow = widest > room / HEAT.length ? HEAT.length / 2 : HEAT.length;
  const width = Math.min(Math.max(64, widest + 8), room / inRow);
  const steps = labels.map((label, step) => {
    const [x, y] = [MARGIN + (step % inRow) * width, top + Math.floor(step / inRow) * LEGEND];
    return [
      element("rect", { class: `heat${step}`, x, y, width, height: LEGEND }),
      textAt(x + width / 2, y + 15, label, { class: `small on${step} middle` }),
    ].join("");
  });
  return { markup: steps.join(""), height: (LEGEND * HEAT.length) / inRow };
}
