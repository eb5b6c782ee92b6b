import type { ChartProps, ChartSeries } from "./chart.tsx";

/** The figures of a chart, for whoever cannot see it or wants to know exactly. */
export function ChartTable({ reader, title, across, labels, series, format }: ChartProps) {
  const { chart } = reader.texts.editor;
  const hasGaps = series.some(({ values }) => values.includes(null));
  return (
    <details class="chart-table">
      <summary>{chart.asTable(title)}</summary>
      <section class="table-scroll" tabindex={0} aria-label={chart.asTable(title)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{across}</th>
              {series.map((row) => (
                <>
                  <th scope="col">{row.name}</th>
                  {row.band !== undefined && (
                    <>
                      <th scope="col">{chart.bandFrom}</th>
                      <th scope="col">{chart.bandTo}</th>
                    </>
                  )}
                </>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, place) => (
              <tr>
                <th scope="row">{label}</th>
                {series.flatMap((row) =>
                  cellsOf(row, place).map((value) => (
                    <td>{value === null ? chart.nothing : format(value)}</td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {hasGaps && <p class="hint">{chart.nothingNote}</p>}
    </details>
  );
}

function cellsOf({ values, band }: ChartSeries, place: number): (number | null)[] {
  const value = values[place] ?? null;
  if (band === undefined) return [value];
  const interval = value === null ? null : band[place];
  return [value, interval?.lower ?? null, interval?.upper ?? null];
}
