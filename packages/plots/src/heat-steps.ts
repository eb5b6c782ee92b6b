import { HEAT } from "./vega-lite.ts";

/** Into which of six steps, from faint to strong, a value falls that is at most `most` but for a few. */
export const heatStep = (value: number, most: number): number =>
  Math.min(HEAT.length - 1, Math.floor((value / most) * HEAT.length + 1e-9));

/** From which step on text is written in the other ink. */
export const STRONG_STEP = 4;
