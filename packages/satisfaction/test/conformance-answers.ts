import { accumulate } from "@kefu/core";
import {
  classifyKano,
  customerEffort,
  KanoAnswer,
  KanoCount,
  kanoCoefficients,
  netPromoterScore,
  npsScore,
  satisfactionIndexOf,
  scaleReliability,
  shareDifference,
  shareInterval,
  weightedGap,
} from "../src/index.ts";

/** A case of the area "satisfaction". */
export interface SatisfactionCase {
  readonly op: string;
  readonly in: never;
}

type Interval = { readonly lower: number; readonly upper: number } | null;
const pair = (interval: Interval) => [interval?.lower, interval?.upper];

const ANSWERS: Readonly<Record<string, (given: never) => unknown>> = {
  "proportion.ci": ({ k, n, level }: { k: number; n: number; level: number }) => {
    const of = (method: "wilson" | "clopperPearson" | "jeffreys") =>
      pair(shareInterval({ count: k, of: n }, { level, method }));
    return {
      p: k / n,
      wilson: of("wilson"),
      clopperPearson: of("clopperPearson"),
      jeffreys: of("jeffreys"),
    };
  },
  "proportion.diffCi": (given: { a: [number, number]; b: [number, number]; level: number }) => {
    const [one, other] = [given.a, given.b].map(([count, of]) => ({ count, of }));
    if (one === undefined || other === undefined) return {};
    const { difference, interval } = shareDifference(one, other, { level: given.level });
    return { diff: difference, ci: pair(interval) };
  },
  "nps.score": (given: {
    ratings?: number[];
    promoters: number;
    detractors: number;
    n: number;
  }) => {
    if (given.ratings !== undefined) {
      const nps = netPromoterScore();
      const { value, ...counts } = nps.finish(
        accumulate(
          nps,
          given.ratings.map((rating) => ({ rating })),
        ),
      );
      return { nps: value, ...counts };
    }
    const { promoters, detractors, n } = given;
    const counts = { promoters, detractors, passives: n - promoters - detractors };
    const { value, interval, standardError } = npsScore(counts);
    return {
      nps: value,
      variance: ((standardError ?? 0) / 100) ** 2 * n,
      se: standardError,
      ci95: pair(npsScore(counts, { method: "wald" }).interval),
      adjustedWald95: pair(interval),
    };
  },
  "ces.score": ({ scale, ratings }: { scale: [number, number]; ratings: number[] }) => {
    const share = (topBoxes: number) => {
      const ces = customerEffort({ scale, topBoxes });
      return ces.finish(
        accumulate(
          ces,
          ratings.map((rating) => ({ rating })),
        ),
      );
    };
    const { value, mean } = share(3);
    return {
      mean: mean.value,
      sd: mean.standardDeviation,
      ciT95: pair(mean.interval),
      top3box: value,
      top2box: share(2).value,
    };
  },
  "servqual.score": ({ gaps }: { gaps: Record<string, number> }) => {
    const { value, widest } = weightedGap(gaps);
    return { unweighted: value, worst: widest };
  },
  "acsi.score": (given: { means: number[]; weights: number[]; scale: [number, number] }) => ({
    score: satisfactionIndexOf(given.means, { weights: given.weights, scale: given.scale }),
  }),
  "scale.alpha": ({ items }: { items: number[][] }) => {
    const alpha = scaleReliability({ items: items[0]?.length ?? 0 });
    return { alpha: alpha.finish(accumulate(alpha, items)).value };
  },
  "kano.coefficients": (counts: never) => {
    const { better, worse, category } = kanoCoefficients(KanoCount.parse(counts));
    return { better: better.value, worse: worse.value, category };
  },
  "kano.classify": ({ pairs }: { pairs: [string, string][] }) => ({
    classes: pairs.map(([functional, dysfunctional]) =>
      classifyKano(KanoAnswer.parse({ functional, dysfunctional })),
    ),
  }),
};

/** What the package says to a case. */
export function answerSatisfactionCase({ op, in: given }: SatisfactionCase): unknown {
  const answer = ANSWERS[op];
  if (answer === undefined) throw new Error(`no adapter for ${op}`);
  return answer(given);
}
