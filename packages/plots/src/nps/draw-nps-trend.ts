import { type Canvas, type Drawing, MARGIN } from "../figure.ts";
import { heightMarks, lineThrough, thinned } from "../svg/chart-frame.ts";
import { niceScale, type Scale } from "../svg/nice-scale.ts";
import { element, pathThrough, rounded, textAt } from "../svg/svg-element.ts";
import { numberText } from "../text/fixed-format.ts";
import { fitted, textWidth } from "../text/text-width.ts";
import type { NpsPeriod, NpsTrend } from "./nps-model.ts";

const [HEIGHT, LEFT, LABEL, SCORE] = [230, 56, 66, 26];

/** A period and where it stands. */
interface Place {
  readonly period: NpsPeriod;
  readonly x: number;
}

/** Points with their bars, and the periods and answers below. */
export function drawNpsTrend(
  { periods }: NpsTrend,
  canvas: Canvas,
): Pick<Drawing, "body" | "height"> {
  const { width, words } = canvas;
  const right = width - MARGIN;
  const field = { left: LEFT, right, top: 12, bottom: HEIGHT };
  const each = (right - LEFT) / periods.length;
  const places = periods.map((period, at) => ({ period, x: LEFT + (at + 0.5) * each }));
  const y = niceScale({ values: extentOf(periods), places: [field.bottom, field.top] }, 4);
  const named = thinned(places.toReversed(), (right - LEFT) / LABEL);
  const room = (right - LEFT) / named.length - 4;
  const within = (x: number, label: string) =>
    Math.min(x, right + MARGIN - 2 - Math.max(24, Math.min(room, textWidth(label, 12)) / 2));
  return {
    body: [
      heightMarks(field, y, (value) => numberText(value)),
      element("path", { class: "rule", d: `M${LEFT} ${rounded(y.at(0))}H${right}` }),
      ...runsOf(places).map((run) =>
        lineThrough(pathThrough(run.map(({ period, x }) => [x, y.at(period.score ?? 0)])), 0),
      ),
      ...places.map((place) => pointOf(place, y.at)),
      ...scoresOf(places, { y, right: width }),
      ...named.map(({ period, x }) =>
        textAt(within(x, period.label), HEIGHT + 22, fitted(period.label, 12, room), {
          class: "middle",
        }),
      ),
      ...named.map(({ period, x }) =>
        textAt(within(x, period.label), HEIGHT + 40, `n=${numberText(period.answers)}`, {
          class: "soft small middle",
        }),
      ),
      textAt(MARGIN, HEIGHT + 62, `n: ${words.say("answers")}`, { class: "soft small" }),
    ].join("\n"),
    height: HEIGHT + 66,
  };
}

/** All that is drawn, and zero. */
function extentOf(periods: readonly NpsPeriod[]): readonly [number, number] {
  const values = periods.flatMap(({ score, lower, upper }) => [score ?? 0, lower ?? 0, upper ?? 0]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [-50, 50] : [low, high];
}

/** Stretches without a period in which nobody answered. */
function runsOf(places: readonly Place[]): readonly (readonly Place[])[] {
  const runs: Place[][] = [[]];
  for (const place of places) {
    if (place.period.score === null) runs.push([]);
    else runs.at(-1)?.push(place);
  }
  return runs.filter((run) => run.length > 0);
}

function pointOf({ period, x }: Place, at: (score: number) => number): string {
  const { score, lower, upper } = period;
  if (score === null) return "";
  const hasInterval = lower !== undefined && upper !== undefined;
  const [top, foot] = [rounded(at(upper ?? 0)), rounded(at(lower ?? 0))];
  const bar = `M${rounded(x - 5)} ${top}h10M${rounded(x - 5)} ${foot}h10M${rounded(x)} ${top}V${foot}`;
  return [
    hasInterval ? element("path", { class: "bar stroke0", d: bar }) : "",
    element("circle", { class: "dot fill0", cx: x, cy: at(score), r: 4.5 }),
  ].join("");
}

interface ScoreField {
  readonly y: Scale;
  /** The end of the paper. */
  readonly right: number;
}

/** The scores beside their points, the latest first; what would cover one that is there is left out. */
function scoresOf(places: readonly Place[], field: ScoreField): readonly string[] {
  const kept: ScoreText[] = [];
  const latestFirst = thinned(places.toReversed(), (field.right - LEFT) / SCORE);
  for (const place of latestFirst) {
    const text = scoreOf(place, places, field);
    if (text !== null && !kept.some((other) => isCovered(text, other))) kept.push(text);
  }
  return kept.map(({ x, y, said }) => textAt(x, y, said, { class: "strong halo small" }));
}

interface ScoreText {
  readonly x: number;
  readonly y: number;
  readonly said: string;
}

const isCovered = (one: ScoreText, other: ScoreText): boolean =>
  Math.abs(one.y - other.y) < 12 &&
  one.x < other.x + textWidth(other.said, 11) &&
  other.x < one.x + textWidth(one.said, 11);

/** Where a score stands: on the side of its point where the line does not go. */
function scoreOf(
  { period: { score }, x }: Place,
  places: readonly Place[],
  { y, right }: ScoreField,
): ScoreText | null {
  if (score === null) return null;
  const at = places.findIndex((place) => place.x === x);
  const isHigher = (other: Place | undefined) => (other?.period.score ?? score) > score;
  const [fell, rises] = [isHigher(places[at - 1]), isHigher(places[at + 1])];
  const said = numberText(score);
  const width = textWidth(said, 11);
  const isLeft = (rises && !fell && x - 8 - width > LEFT) || x + 10 + width > right;
  return {
    x: isLeft ? x - 6 - width : x + 8,
    y: y.at(score) + (fell && rises ? 14 : -7),
    said,
  };
}
