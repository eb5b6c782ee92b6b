import type { HandOffCurve, HandOffPoint } from "@kefu/faq";
import { scaleLinear } from "d3-scale";
import { curveStepBefore, line } from "d3-shape";

const [WIDTH, HEIGHT, MARGIN] = [640, 360, 48];
const COLOURS = { coverage: "#0b6e99", precision: "#b3541e" } as const;

const across = scaleLinear([0, 1], [MARGIN, WIDTH - MARGIN]);
const up = scaleLinear([0, 1], [HEIGHT - MARGIN, MARGIN]);

/** The hand-off curve as a picture: coverage and precision over the threshold. */
export function curveSvg({ points }: HandOffCurve): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>Coverage and precision by threshold</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${axes()}
${curve(points, "coverage")}
${curve(points, "precision")}
<text x="${MARGIN}" y="24" fill="${COLOURS.coverage}">answered at once</text>
<text x="${MARGIN + 130}" y="24" fill="${COLOURS.precision}">of these right</text>
<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">answer from this confidence on</text>
</svg>
`;
}

function curve(points: readonly HandOffPoint[], share: keyof typeof COLOURS): string {
  // A threshold below the lowest confidence does the same as that confidence.
  const [lowest] = points;
  const all = lowest === undefined ? [] : [{ ...lowest, answerFrom: 0 }, ...points];
  const path = line<HandOffPoint>(
    ({ answerFrom }) => across(answerFrom),
    (point) => up(point[share].share ?? 0),
  ).curve(curveStepBefore)(all);
  return `<path d="${path ?? ""}" fill="none" stroke="${COLOURS[share]}" stroke-width="2"/>`;
}

function axes(): string {
  const columns = across.ticks(5).map((tick) => {
    const x = across(tick);
    return `<text x="${x}" y="${HEIGHT - MARGIN + 16}" text-anchor="middle">${tick}</text>`;
  });
  const rows = up.ticks(5).map((tick) => {
    const y = up(tick);
    return `<path d="M${MARGIN} ${y}H${WIDTH - MARGIN}" stroke="#ddd"/><text x="${MARGIN - 6}" y="${y + 4}" text-anchor="end">${Math.round(tick * 100)} %</text>`;
  });
  return [...columns, ...rows].join("\n");
}
