import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as plots from "../src/index.ts";
import { chain, cohorts, nps, rfm, survival, tracking } from "./samples.ts";

const drawn = (input: object) =>
  fc.constantFrom<unknown[]>([input], [input, { width: 320, locale: "zh-Hant" }]);

describeFuzz(plots, {
  words: ["month", { time: 1, share: 0.5 }, { label: "a" }],
  arguments: {
    cohortHeatMap: drawn(cohorts),
    survivalCurves: drawn(survival),
    rfmGrid: drawn(rfm),
    trackingCurve: drawn(tracking),
    npsTrend: drawn(nps),
    valueChain: drawn(chain),
  },
});
