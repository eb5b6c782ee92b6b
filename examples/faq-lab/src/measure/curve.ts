import { accumulate } from "@kefu/core";
import { type HandOffCurve, handOffCurve } from "@kefu/faq";
import type { Judged } from "./judge.ts";

/** An addition costs as much as the sum is long: short sums are made and joined. */
const AT_ONCE = 100;

/** The hand-off curve of judged searches, and the thresholds for a wanted precision. */
export function curveOf(judged: readonly Judged[], wantedPrecision: number): HandOffCurve {
  const curve = handOffCurve({ wantedPrecision });
  let sum = curve.create();
  for (let from = 0; from < judged.length; from += AT_ONCE) {
    const some = judged
      .slice(from, from + AT_ONCE)
      .map(({ confidence, verdict }) => ({ confidence: Math.min(1, confidence), verdict }));
    sum = curve.merge(sum, accumulate(curve, some));
  }
  return curve.finish(sum);
}
