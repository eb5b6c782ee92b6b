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

type Report = SearchHistory["steps"][number]["report"];

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
  const shares = { ...common, unit: "share", format: figures.share } as const;
  const numbers = { ...common, unit: "number", format: figures.number } as const;
  const bars = (name: string, figure: (report: Report) => number) =>
    ({ name, kind: "bars", values: reports.map(figure) }) as const;
  const line = (name: string, figure: (report: Report) => number | null | undefined) =>
    ({ name, kind: "line", values: reports.map((report) => figure(report) ?? null) }) as const;
  return (
    <div class="charts">
      <Chart
        {...numbers}
        id="chart-searches"
        title={chart.searches}
        description={chart.searchesDescription(
          figures.number(history.whole.searches),
          figures.number(Math.max(...searches)),
        )}
        series={[
          bars(chart.searches, (report) => report.searches),
          bars(chart.withoutResult, ({ zeroResults }) => zeroResults.count),
        ]}
      />
      <Chart
        {...shares}
        id="chart-shares"
        title={chart.shares}
        description={chart.sharesDescription}
        series={[
          line(chart.withoutClick, ({ zeroClicks }) => zeroClicks.share),
          line(chart.withoutResult, ({ zeroResults }) => zeroResults.share),
        ]}
      />
      <Chart
        {...shares}
        id="chart-deflection"
        title={chart.deflection}
        description={chart.deflectionDescription}
        series={[
          {
            ...line(chart.deflection, ({ deflection }) => deflection.share),
            band: reports.map(({ deflection }) => deflection.interval),
          },
        ]}
      />
      <Chart
        {...numbers}
        id="chart-effort"
        title={chart.effort}
        description={chart.effortDescription}
        series={[
          line(chart.median, ({ effort }) => effort?.median),
          line(chart.ninth, ({ effort }) => effort?.ninth),
        ]}
      />
      <Chart
        {...numbers}
        id="chart-time"
        title={chart.time}
        description={chart.timeDescription}
        format={(value) => chart.seconds(figures.number(Math.round(value)))}
        series={[
          line(chart.real, ({ elapsedSeconds }) => elapsedSeconds?.median),
          line(chart.felt, ({ feltSeconds }) => feltSeconds?.median),
        ]}
      />
    </div>
  );
}
