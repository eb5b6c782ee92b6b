import { writeFileSync } from "node:fs";
import { readQueries } from "../base/labelled-query.ts";
import { type Base, readBase } from "../base/read-base.ts";
import { LabError } from "../lab-error.ts";
import { curveOf } from "../measure/curve.ts";
import { type Figure, figuresOf, shareOf } from "../measure/figures.ts";
import { type Judged, judgeAll, judgeLeftOut } from "../measure/judge.ts";
import { curveChart } from "../screen/curve-chart.ts";
import { curveSvg } from "../screen/curve-svg.ts";
import { table } from "../screen/table.ts";
import type { Terminal } from "../terminal.ts";

/** Measures how well a base answers queries, and how far it can answer at once. */
export function measure(
  terminal: Terminal,
  [base, queriesFile]: readonly [base: string, queriesFile: string | undefined],
  svg: string | undefined,
): void {
  const { judged, how } = judgedFor(readBase(base), queriesFile);
  if (judged.length === 0) {
    throw new LabError("has no alternates to leave out; name a file of queries", { file: base });
  }
  const curve = curveOf(judged, 0.8);
  terminal.print(`${how}\n\n${table(figureRows(judged))}\n\n${curveChart(curve)}\n`);
  for (const wanted of [0.8, 0.9]) terminal.print(thresholdText(judged, wanted));
  if (svg !== undefined) {
    save(svg, curveSvg(curve));
    terminal.print(`chart in ${svg}`);
  }
}

function judgedFor(base: Base, queriesFile: string | undefined) {
  const { entries } = base;
  const queries = queriesFile === undefined ? base.queries : readQueries(queriesFile, entries);
  if (queries.length > 0) {
    const inScope = queries.filter(({ right }) => right.size > 0).length;
    const how = `${entries.length} entries; ${inScope} queries with an answer, ${queries.length - inScope} without`;
    return { judged: judgeAll(entries, queries), how };
  }
  const judged = judgeLeftOut(entries);
  return {
    judged,
    how: `${entries.length} entries; ${judged.length} alternates, each left out in turn`,
  };
}

function figureRows(judged: readonly Judged[]): string[][] {
  const locales = [...new Set(judged.map(({ query }) => query.locale))].sort();
  const groups = locales.length > 1 ? ["all", ...locales] : locales;
  return [
    ["", "queries", "MRR@10", "first", "first 3", "first 5", "no hit at all"],
    ...groups.map((group) => {
      const some = judged.filter(({ query }) => group === "all" || query.locale === group);
      const ranks = some.filter(({ verdict }) => verdict !== "none").map(({ rank }) => rank);
      const { mrr, within } = figuresOf(ranks);
      const none = shareOf(some.filter(({ hasHits }) => !hasHits).length, some.length);
      const figures = [mrr, within[1], within[3], within[5], none];
      return [group, String(some.length), ...figures.map(figureText)];
    }),
  ];
}

const figureText = ({ value, lower, upper }: Figure) =>
  `${value.toFixed(3)} (${lower.toFixed(2)}–${upper.toFixed(2)})`;

function thresholdText(judged: readonly Judged[], wanted: number): string {
  const { points, answerFrom, assuredAnswerFrom } = curveOf(judged, wanted);
  const share = `${wanted * 100} % right`;
  const point = points.find((one) => one.answerFrom === answerFrom);
  if (point === undefined) return `${share}: no threshold reaches it`;
  const answered = `${Math.round((point.coverage.share ?? 0) * 100)} % answered at once`;
  const assured =
    assuredAnswerFrom === null ? "not with these few queries" : `from ${assuredAnswerFrom}`;
  return `${share}: answer from ${answerFrom}, ${answered}; beyond chance: ${assured}`;
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new LabError(`cannot be written (${(error as NodeJS.ErrnoException).code})`, { file });
  }
}
