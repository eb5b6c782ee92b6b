import type { LatenessInSecond } from "../measurements.ts";
import type { RunReport } from "../run.ts";
import { latenessChart } from "./lateness-chart.ts";
import { duration, reportLines } from "./report-lines.ts";

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
svg { width: 100%; height: auto; }
svg text { font-size: 12px; fill: currentColor; }
polyline { fill: none; stroke: currentColor; stroke-width: 2; }
.p95 { stroke-dasharray: 6 3; } .p99 { stroke-dasharray: 2 3; }
.grid { stroke: currentColor; opacity: 0.2; }
.kill { stroke: #d1495b; opacity: 0.6; } svg .killed { fill: #d1495b; }
th, td { padding: 0 1rem 0 0; text-align: end; }
`;

/** A page that stands alone: the chart, the figures, and the chart's data as a table. */
export function latenessPage(report: RunReport): string {
  const { series, kills, totals } = report;
  const summary = `Half of the deliveries were handled within ${duration(totals.p50)} after their due moment, 95 % within ${duration(totals.p95)}, 99 % within ${duration(totals.p99)}. ${kills.length} times a worker was killed.`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Lateness under chaos</title>
<style>${STYLE}</style>
<h1>Lateness under chaos</h1>
<p>${summary} Each ✕ marks a kill; solid is the median, dashed 95 %, dotted 99 % of the deliveries of a second.</p>
${latenessChart(series, kills, summary)}
<pre>${reportLines(report).join("\n").trim()}</pre>
<details>
<summary>The chart as a table</summary>
<table>
<thead><tr><th scope="col">second</th><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th><th scope="col">kills</th></tr></thead>
<tbody>${series.map((one) => tableRow(one, kills)).join("\n")}</tbody>
</table>
</details>
</html>
`;
}

function tableRow({ second, p50, p95, p99 }: LatenessInSecond, kills: readonly number[]): string {
  const killed = kills.filter((one) => Math.floor(one) === second).length;
  const cells = [p50, p95, p99].map((late) => `<td>${duration(late)}</td>`);
  return `<tr><th scope="row">${second}</th>${cells.join("")}<td>${killed}</td></tr>`;
}
