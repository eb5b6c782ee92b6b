import type { Lateness, LatenessInSecond } from "../measurements.ts";

const WIDTH = 960;
const HEIGHT = 380;
const FRAME = { left: 70, right: 60, top: 20, bottom: 40 };
const RIGHT = WIDTH - FRAME.right;
const BOTTOM = HEIGHT - FRAME.bottom;
/** The moments of lateness that are drawn, in milliseconds. */
const GRID = [10, 100, 1_000, 10_000, 100_000];
const LABELS = ["10 ms", "0.1 s", "1 s", "10 s", "100 s"];
const LINES = ["p50", "p95", "p99"] as const satisfies readonly (keyof Lateness)[];

/** How late deliveries were, second by second, as SVG: three lines on a logarithmic scale, kills as marks. */
export function latenessChart(
  series: readonly LatenessInSecond[],
  kills: readonly number[],
  summary: string,
): string {
  const end = Math.max(1, ...series.map(({ second }) => second + 1), ...kills);
  const x = (second: number) => round(FRAME.left + (second / end) * (RIGHT - FRAME.left));
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title summary">
<title id="title">How late deliveries were handled</title>
<desc id="summary">${summary}</desc>
${GRID.map((late, i) => gridLine(y(late), LABELS[i] as string)).join("\n")}
${secondsOn(end, x)}
${kills.map((second) => killMark(x(second))).join("\n")}
${LINES.map((line) => latenessLine(line, series, x)).join("\n")}
</svg>`;
}

function y(late: number): number {
  const [least, most] = [Math.log10(GRID[0] as number), Math.log10(GRID.at(-1) as number)];
  const height = (Math.log10(Math.max(late, GRID[0] as number)) - least) / (most - least);
  return round(BOTTOM - Math.min(height, 1) * (BOTTOM - FRAME.top));
}

function gridLine(at: number, label: string): string {
  return `<line class="grid" x1="${FRAME.left}" x2="${RIGHT}" y1="${at}" y2="${at}"/><text x="${FRAME.left - 8}" y="${at + 4}" text-anchor="end">${label}</text>`;
}

function secondsOn(end: number, x: (second: number) => number): string {
  const step = [1, 2, 5, 10, 20, 60, 120, 300, 600].find((one) => end / one <= 12) ?? 1_800;
  const seconds = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
  return seconds
    .map((one) => `<text x="${x(one)}" y="${BOTTOM + 20}" text-anchor="middle">${one} s</text>`)
    .join("");
}

function killMark(at: number): string {
  return `<line class="kill" x1="${at}" x2="${at}" y1="${FRAME.top}" y2="${BOTTOM}"/><text class="killed" x="${at}" y="${FRAME.top - 6}" text-anchor="middle">✕</text>`;
}

function latenessLine(
  line: keyof Lateness,
  series: readonly LatenessInSecond[],
  x: (second: number) => number,
): string {
  const points = series.map((one) => `${x(one.second + 0.5)},${y(one[line])}`);
  const last = series.at(-1);
  const label =
    last === undefined ? "" : `<text x="${RIGHT + 6}" y="${y(last[line]) + 4}">${line}</text>`;
  return `<polyline class="${line}" points="${points.join(" ")}"/>${label}`;
}

const round = (number: number) => Math.round(number * 10) / 10;
