import { Chart } from "../components/chart.tsx";
import type { Figures } from "../editor/figures.ts";
import { PERIODS, type Period, type SearchHistory } from "../editor/search-history.ts";
import type { Reader } from "../web/reader.ts";

interface EditorChartsProps {
  readonly reader: Reader;
  readonly history: SearchHistory;
  readonly period: Period;
  readonly figures: Figures;
}

/** The figures of a period, step by step. */
export function EditorCharts({ reader, history, period, figures }: EditorChartsProps) {
  const { chart } = reader.texts.editor;
  const reports = history.steps.map(({ report }) => report);
  const searches = reports.map((report) => report.searches);
  const common = {
    reader,
    across: PERIODS[period].stepDays === 1 ? chart.day : chart.weekFrom,
    labels: history.steps.map(({ from }) => figures.day(from)),
  };
  const line = (name: string, values: readonly (number | null)[]) =>
    ({ name, kind: "line", values }) as const;
  return (
    <div class="charts">
      <Chart
        {...common}
        id="chart-searches"
        title={chart.searches}
        description={chart.searchesDescription(
          figures.number(history.whole.searches),
          figures.number(Math.max(...searches)),
        )}
        unit="number"
        format={figures.number}
        series={[
          { name: chart.searches, kind: "bars", values: searches },
          {
            name: chart.withoutResult,
            kind: "bars",
            values: reports.map(({ zeroResults }) => zeroResults.count),
          },
        ]}
      />
      <Chart
        {...common}
        id="chart-shares"
        title={chart.shares}
        description={chart.sharesDescription}
        unit="share"
        format={figures.share}
        series={[
          line(
            chart.withoutClick,
            reports.map(({ zeroClicks }) => zeroClicks.share),
          ),
          line(
            chart.withoutResult,
            reports.map(({ zeroResults }) => zeroResults.share),
          ),
        ]}
      />
      <Chart
        {...common}
        id="chart-deflection"
        title={chart.deflection}
        description={chart.deflectionDescription}
        unit="share"
        format={figures.share}
        series={[
          {
            ...line(
              chart.deflection,
              reports.map(({ deflection }) => deflection.share),
            ),
            band: reports.map(({ deflection }) => deflection.interval),
          },
        ]}
      />
      <Chart
        {...common}
        id="chart-effort"
        title={chart.effort}
        description={chart.effortDescription}
        unit="number"
        format={figures.number}
        series={[
          line(
            chart.median,
            reports.map(({ effort }) => effort?.median ?? null),
          ),
          line(
            chart.ninth,
            reports.map(({ effort }) => effort?.ninth ?? null),
          ),
        ]}
      />
      <Chart
        {...common}
        id="chart-time"
        title={chart.time}
        description={chart.timeDescription}
        unit="number"
        format={(value) => chart.seconds(figures.number(Math.round(value)))}
        series={[
          line(
            chart.real,
            reports.map(({ elapsedSeconds }) => elapsedSeconds?.median ?? null),
          ),
          line(
            chart.felt,
            reports.map(({ feltSeconds }) => feltSeconds?.median ?? null),
          ),
        ]}
      />
    </div>
  );
}
