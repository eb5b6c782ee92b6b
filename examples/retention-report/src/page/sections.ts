import {
  cohortHeatMap,
  rfmGrid,
  type SurvivalPlotInput,
  survivalCurves,
  trackingCurve,
} from "@kefu/plots";
import { type Diagnostic, type SurvivalCurve, survivalAt } from "@kefu/retention";
import type { ReportFigures } from "../figures/report-figures.ts";
import { figureMarkup, type Section, tableMarkup } from "./markup.ts";
import type { Sentence } from "./sentences.ts";
import type { Words } from "./words.ts";

/** Makes a section of the report. */
export type SectionOf = (figures: ReportFigures, words: Words) => Section;

/** What is to be borne in mind, each said once. */
export function bear(words: Words, ...lists: readonly (readonly Diagnostic[])[]): string {
  const codes = [...new Set(lists.flat())];
  return together(words, ...codes.map((code) => words.say(`bear-${code}`)));
}

/** Sentences one after the other. */
export const together = ({ locale }: Words, ...sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== "").join(locale === "en" ? " " : "");

/** The last time of which something is known, of those that the report names. */
export const lastKnown = ({ secondPurchase }: ReportFigures) =>
  secondPurchase.boughtAgain.findLast(({ share }) => share !== null);

/** How many customers come back, and how soon. */
export const staysSection: SectionOf = (figures, words) => {
  const { all } = figures.secondPurchase;
  const { say, percent } = words;
  const known = lastKnown(figures);
  const said =
    all.ended === 0 || known === undefined
      ? say("stays-none")
      : say("stays-said", { share: percent(known.share), days: known.days });
  return {
    id: "stays",
    title: say("stays-title"),
    said: together(words, said, verdictOf(figures, words)),
    shown:
      all.ended === 0
        ? ""
        : figureMarkup(
            (options) => survivalCurves(survivalPlot(figures, words), options),
            words.locale,
          ),
    note: together(words, say("stays-note"), bear(words, all.diagnostics)),
  };
};

/** Whether a large first order foretells a second. */
function verdictOf(figures: ReportFigures, { say, percent }: Words): string {
  const { test, small, large } = figures.secondPurchase;
  const days = lastKnown(figures)?.days ?? 0;
  const [few, many] = [survivalAt(small, days), survivalAt(large, days)];
  const p = test?.pValue ?? null;
  if (p === null || few === null || many === null) return "";
  const facts = { small: percent(1 - few), large: percent(1 - many), p: pText(p) };
  return say(p < 0.05 ? "stays-differ" : "stays-alike", facts);
}

const pText = (p: number) => (p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`);

function survivalPlot(
  { secondPurchase }: ReportFigures,
  { say, amount }: Words,
): SurvivalPlotInput {
  const { small, large, all, splitMinor } = secondPurchase;
  const facts = { amount: amount(splitMinor) };
  const isSplit = small.ended > 0 && large.ended > 0;
  return {
    title: say("stays-figure"),
    subtitle: say("stays-subtitle"),
    shareName: say("stays-share"),
    period: "day",
    curves: isSplit
      ? [curveOf(small, say("stays-small", facts)), curveOf(large, say("stays-large", facts))]
      : [curveOf(all, say("stays-all"))],
  };
}

/** A picture has no room for more steps than this. */
const STEPS = 400;

function curveOf({ points, risk }: SurvivalCurve, label: string) {
  const every = Math.ceil(points.length / STEPS);
  const shown = points.filter((_, at) => at % every === 0 || at === points.length - 1);
  const end = risk.at(-1)?.time ?? 0;
  const times = [0, 1, 2, 3, 4].map((part) => Math.floor((part * end) / 4));
  return {
    label,
    points: shown.map(({ time, survival, interval }) => ({
      time,
      share: survival,
      ...(interval ?? {}),
    })),
    atRisk: [...new Set(times)].map((time) => ({
      time,
      count: risk.find((row) => row.time >= time)?.atRisk ?? 0,
    })),
  };
}

/** Who stays, by when they came. */
export const cohortsSection: SectionOf = ({ cohorts }, words) => {
  const { say, percent, range } = words;
  const period = say(`period-${cohorts.period}` as Sentence);
  const [second, last] = [
    cohorts.ages[1],
    cohorts.ages.findLast(({ weighted }) => weighted !== null),
  ];
  const rows = cohorts.rows.filter(({ customers }) => customers > 0);
  return {
    id: "cohorts",
    title: say("cohorts-title"),
    said:
      second?.interval && last
        ? say("cohorts-said", {
            period,
            share: percent(second.weighted),
            range: range(second.interval, percent),
            count: last.age,
            last: percent(last.weighted),
          })
        : say("cohorts-young"),
    shown: figureMarkup(
      (options) =>
        cohortHeatMap(
          {
            title: say("cohorts-figure"),
            subtitle: say("cohorts-subtitle", { period }),
            period: cohorts.period,
            cohorts: rows.slice(-MOST_ROWS).map(({ cohort, customers, cells }) => ({
              label: cohort,
              customers,
              // A cohort whose first period has not ended has no cell yet.
              shares: (cells.length === 0 ? [null] : cells)
                .slice(0, MOST_AGES)
                .map((cell) => cell?.retention ?? null),
            })),
            mean: cohorts.ages.slice(0, MOST_AGES).map(({ weighted }) => weighted),
          },
          options,
        ),
      words.locale,
    ),
    note: bear(words, cohorts.diagnostics),
  };
};

const [MOST_ROWS, MOST_AGES] = [60, 60];

/** Who buys lately and often. */
export const rfmSection: SectionOf = ({ rfm }, words) => {
  const { say, count, percent, amount } = words;
  const name = (segment: string) => say(`segment-${segment}` as Sentence);
  const best = rfm.segments.reduce((one, other) =>
    other.monetaryMinor > one.monetaryMinor ? other : one,
  );
  const draw = {
    title: say("rfm-figure"),
    subtitle: say("rfm-subtitle"),
    scores: rfm.bins,
    noteName: say("rfm-spent"),
    cells: rfm.cells.map(({ recency, frequency, customers, monetaryMinor }) => ({
      ...{ recency, frequency, customers },
      ...(customers > 0 ? { note: amount(Math.round(monetaryMinor)) } : {}),
    })),
  };
  return {
    id: "rfm",
    title: say("rfm-title"),
    said: say("rfm-said", {
      segment: name(best.segment),
      customers: count(best.customers),
      share: percent(best.share),
      revenue: amount(best.monetaryMinor),
    }),
    shown:
      figureMarkup((options) => rfmGrid(draw, options), words.locale) +
      tableMarkup(
        say("segment"),
        [say("segment"), say("customers"), say("share"), say("rfm-spent")],
        rfm.segments
          .filter(({ customers }) => customers > 0)
          .map((row) => [
            name(row.segment),
            count(row.customers),
            percent(row.share),
            amount(row.monetaryMinor),
          ]),
      ),
    note: bear(
      { ...words, say: (sentence) => say(sentence === "bear-BOUNDARY" ? "rfm-tied" : sentence) },
      rfm.diagnostics,
    ),
  };
};

/** The forecast against what came. */
export const forecastSection: SectionOf = ({ forecast }, words) => {
  const { say, count } = words;
  const title = say("forecast-title");
  if (forecast === null || forecast.rows.length === 0) {
    return { id: "forecast", title, said: say("forecast-none"), shown: "" };
  }
  const { calibrationEnd: date, rows, holdOut, holdOutFromWeek, fit } = forecast;
  return {
    id: "forecast",
    title,
    said: say("forecast-said", {
      date,
      expected: count(holdOut.expected),
      actual: count(holdOut.actual),
      gap: gapText(holdOut, words),
    }),
    shown: figureMarkup(
      (options) =>
        trackingCurve(
          {
            title: say("forecast-figure"),
            subtitle: say("forecast-subtitle", { date }),
            period: "week",
            measure: say("forecast-measure"),
            actual: rows.map(({ week, actual }) => ({ time: week, value: actual })),
            expected: rows.map(({ week, expected, interval }) => ({
              time: week,
              value: expected,
              ...(interval ?? {}),
            })),
            holdOutFrom: holdOutFromWeek,
          },
          options,
        ),
      words.locale,
    ),
    note: together(words, parametersText(fit), bear(words, fit.diagnostics)),
  };
};

function gapText(
  { actual, expected }: { actual: number; expected: number },
  { say, percent }: Words,
) {
  const gap = expected > 0 ? actual / expected - 1 : 0;
  if (Math.abs(gap) < 0.0005) return say("gap-none");
  return say(gap > 0 ? "gap-more" : "gap-fewer", { share: percent(Math.abs(gap)) });
}

/** The parameters with their standard errors, as whoever checks them wants them. */
export function parametersText({
  parameters,
  standardErrors,
}: {
  readonly parameters: object;
  readonly standardErrors: object | null;
}): string {
  const errors = (standardErrors ?? {}) as Readonly<Record<string, number>>;
  const list = Object.entries(parameters as Readonly<Record<string, number>>).map(
    ([name, value]) => {
      const error = errors[name];
      return `${name} ${shortly(value)}${error === undefined ? "" : ` ± ${shortly(error)}`}`;
    },
  );
  return `${list.join(", ")}.`;
}

const shortly = (value: number) => String(Number(value.toPrecision(3)));
