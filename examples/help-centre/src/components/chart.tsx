import { area, line } from "d3-shape";
import type { Reader } from "../web/reader.ts";
import { CHART, type ChartScale, chartScale } from "./chart-scale.ts";
import { ChartTable } from "./chart-table.tsx";

/** A row of values, one a place; `null` where there was nothing to count. */
export interface ChartSeries {
  readonly name: string;
  readonly kind: "bars" | "line";
  readonly values: readonly (number | null)[];
  /** The interval of each value. */
  readonly band?: readonly ({ readonly lower: number; readonly upper: number } | null)[];
}

export interface ChartProps {
  readonly reader: Reader;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the places are: days, or weeks. */
  readonly across: string;
  readonly labels: readonly string[];
  /** Bars of later series stand in front of those of earlier ones. */
  readonly series: readonly ChartSeries[];
  readonly unit: "share" | "number";
  readonly format: (value: number) => string;
}

/** A chart as a picture without a script, with all its figures as a table below it. */
export function Chart(props: ChartProps) {
  const { id, title, description, series, labels, unit } = props;
  const values = series.flatMap(({ values: row, band = [] }) => [
    ...row.map((value) => value ?? 0),
    ...band.map((interval) => interval?.upper ?? 0),
  ]);
  const scale = chartScale(labels.length, Math.max(0, ...values), unit);
  return (
    <figure class="chart card">
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <p class="hint" id={`${id}-text`}>
          {description}
        </p>
      </figcaption>
      <Legend {...props} />
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <title>{title}</title>
        <desc>{description}</desc>
        <Axes {...props} scale={scale} />
        {series.map((row, number) => (
          <Series {...props} row={row} number={number} scale={scale} />
        ))}
      </svg>
      <ChartTable {...props} />
    </figure>
  );
}

/** What the marks mean: by shape and by colour, never by colour alone. */
function Legend({ reader, series }: ChartProps) {
  const { chart } = reader.texts.editor;
  if (series.length < 2 && series[0]?.band === undefined) return null;
  return (
    <ul class="chart-legend">
      {series.map(({ name, kind, band }, number) => (
        <>
          <li>
            <svg viewBox="0 0 28 12" aria-hidden="true" class={`series series-${number + 1}`}>
              {kind === "bars" ? (
                <rect class="chart-bar" x="8" y="0" width="12" height="12" />
              ) : (
                <>
                  <path class="chart-line" d="M0 6H28" />
                  <Dot number={number} x={14} y={6} />
                </>
              )}
            </svg>
            {name}
          </li>
          {band !== undefined && (
            <li>
              <svg viewBox="0 0 28 12" aria-hidden="true" class={`series series-${number + 1}`}>
                <rect class="chart-band" x="0" y="0" width="28" height="12" />
              </svg>
              {chart.band}
            </li>
          )}
        </>
      ))}
    </ul>
  );
}

function Axes({ labels, format, scale }: ChartProps & { readonly scale: ChartScale }) {
  const { left, right, width, height, bottom } = CHART;
  return (
    <g class="axes">
      {scale.marks.map((mark) => (
        <>
          <path class="chart-mark" d={`M${left} ${scale.y(mark)}H${width - right}`} />
          <text x={left - 6} y={scale.y(mark) + 4} text-anchor="end">
            {format(mark)}
          </text>
        </>
      ))}
      {scale.labelled.map((place) => (
        <text x={scale.x(place)} y={height - bottom + 17} text-anchor="middle">
          {labels[place]}
        </text>
      ))}
    </g>
  );
}

interface SeriesProps extends ChartProps {
  readonly row: ChartSeries;
  readonly number: number;
  readonly scale: ChartScale;
}

function Series(props: SeriesProps) {
  const { row, number } = props;
  return (
    <g class={`series series-${number + 1}`}>
      {row.kind === "bars" ? <Bars {...props} /> : <Line {...props} />}
    </g>
  );
}

function Bars({ row, scale, labels, format }: SeriesProps) {
  return (
    <>
      {row.values.map(
        (value, place) =>
          value !== null &&
          value > 0 && (
            <rect
              class="chart-bar"
              x={scale.x(place) - scale.barWidth / 2}
              y={scale.y(value)}
              width={scale.barWidth}
              height={scale.y(0) - scale.y(value)}
            >
              <title>{`${labels[place]}: ${row.name} ${format(value)}`}</title>
            </rect>
          ),
      )}
    </>
  );
}

/** A line that is broken where there was nothing to count. */
function Line({ row, number, scale, labels, format }: SeriesProps) {
  const places = row.values.map((value, place) => ({ place, value, band: row.band?.[place] }));
  type Place = (typeof places)[number];
  const path = line<Place>()
    .defined(({ value }) => value !== null)
    .x(({ place }) => scale.x(place))
    .y(({ value }) => scale.y(value ?? 0));
  const band = area<Place>()
    .defined((place) => place.value !== null && place.band != null)
    .x(({ place }) => scale.x(place))
    .y0((place) => scale.y(place.band?.lower ?? 0))
    .y1((place) => scale.y(place.band?.upper ?? 0));
  return (
    <>
      {row.band !== undefined && <path class="chart-band" d={band(places) ?? ""} />}
      <path class="chart-line" d={path(places) ?? ""} />
      {places.map(
        ({ place, value }) =>
          value !== null && (
            <Dot number={number} x={scale.x(place)} y={scale.y(value)}>
              {`${labels[place]}: ${row.name} ${format(value)}`}
            </Dot>
          ),
      )}
    </>
  );
}

/** Round in the first series, square in the second, so that nobody needs to tell colours apart. */
function Dot({
  number,
  x,
  y,
  children,
}: {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly children?: string;
}) {
  const title = children === undefined ? null : <title>{children}</title>;
  return number === 0 ? (
    <circle class="chart-dot" cx={x} cy={y} r="2.6">
      {title}
    </circle>
  ) : (
    <rect class="chart-dot" x={x - 2.6} y={y - 2.6} width="5.2" height="5.2">
      {title}
    </rect>
  );
}
