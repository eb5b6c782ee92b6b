import { scaleBand, scaleLinear } from "d3-scale";

/** The size of a chart in its own units: on a phone one unit is about one pixel. */
export const CHART = { width: 360, height: 190, top: 10, right: 10, bottom: 24, left: 42 } as const;

/** How often the height is marked at most. */
const MARKS = 4;
/** How many places get their label written below them at most. */
const LABELS = 4;

/** Where the values of a chart stand. */
export interface ChartScale {
  /** The middle of a place. */
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  readonly barWidth: number;
  /** The values at which the height is marked. */
  readonly marks: readonly number[];
  /** The places whose labels are written. */
  readonly labelled: readonly number[];
}

/** The scale for so many places and values from 0 up to the greatest; shares never go beyond 1. */
export function chartScale(places: number, greatest: number, unit: "share" | "number"): ChartScale {
  const across = scaleBand<number>()
    .domain(Array.from({ length: places }, (_, place) => place))
    .range([CHART.left, CHART.width - CHART.right])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const least = unit === "share" ? 0.1 : 4;
  const up = scaleLinear()
    .domain([0, Math.max(least, greatest)])
    .range([CHART.height - CHART.bottom, CHART.top])
    .nice(MARKS);
  if (unit === "share" && (up.domain()[1] ?? 0) > 1) up.domain([0, 1]);
  const every = Math.ceil(places / LABELS);
  return {
    x: (place) => (across(place) ?? 0) + across.bandwidth() / 2,
    y: (value) => up(value),
    barWidth: across.bandwidth(),
    marks: up.ticks(MARKS),
    // Counted from the end, so that the newest place is always named.
    labelled: across.domain().filter((place) => (places - 1 - place) % every === 0),
  };
}
