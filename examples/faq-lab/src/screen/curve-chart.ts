import type { HandOffCurve, HandOffPoint } from "@kefu/faq";
import { table } from "./table.ts";

const BAR = 20;
const bar = (share: number) => "█".repeat(Math.round(share * BAR)).padEnd(BAR, "·");
const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(5);

/** What thresholds in steps of 0.05 would have done. */
export function curveChart({ points }: HandOffCurve): string {
  const thresholds = Array.from({ length: 20 }, (_, step) => step / 20);
  const rows = thresholds.flatMap((threshold) => {
    const point = pointAt(points, threshold);
    if (point === undefined) return [];
    const [coverage, precision] = [point.coverage.share ?? 0, point.precision.share ?? 0];
    return [
      [
        threshold.toFixed(2),
        `${bar(coverage)} ${percent(coverage)}`,
        `${bar(precision)} ${percent(precision)}`,
      ],
    ];
  });
  return table([["answer from", "answered at once", "of these right"], ...rows]);
}

/** The lowest point that a threshold lets through. */
const pointAt = (points: readonly HandOffPoint[], threshold: number) =>
  points.find(({ answerFrom }) => answerFrom >= threshold);
