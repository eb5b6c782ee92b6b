import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as satisfaction from "../src/index.ts";

const share = fc.constantFrom(
  { count: 3, of: 9 },
  { count: 0, of: 0 },
  { count: 1, of: 2 ** 53 - 1 },
);
const nps = fc.constantFrom(
  { promoters: 3, passives: 1, detractors: 2 },
  { promoters: 0, passives: 0, detractors: 0 },
  { promoters: 1e15, passives: 1e9, detractors: 7 },
);
const policies = fc.constantFrom<unknown[]>([], [{ level: 0.9 }], [{ scale: [0, 4] }]);

describeFuzz(satisfaction, {
  words: [{ rating: 3 }, { excluded: "skipped" }, { expected: 3, perceived: 2 }, "wilson", "like"],
  arguments: {
    shareInterval: fc.tuple(
      share,
      fc.record({ method: fc.constantFrom("wilson", "jeffreys", "clopperPearson") }),
    ),
    shareDifference: fc.tuple(share, share),
    npsScore: fc.tuple(nps),
    npsDifference: fc.tuple(nps, nps),
    netPromoterScore: policies,
    customerSatisfaction: policies,
    customerEffort: policies,
    satisfactionIndex: policies,
    satisfactionAntecedents: policies,
    scaleReliability: fc.constant([{ items: 3 }]),
    serviceQuality: fc.constant([
      { dimensions: { a: ["x"], b: ["y", "z"] }, weights: { a: 1, b: 2 } },
    ]),
    weightedGap: fc.constant([
      { a: -1, b: 2 },
      { a: 1, b: 1 },
    ]),
    satisfactionIndexOf: fc.constant([[3, 4, 5], { scale: [1, 10] }]),
    classifyKano: fc.constant([{ functional: "like", dysfunctional: "must" }]),
    kanoCoefficients: fc.constant([{ M: 1, O: 2, A: 3, I: 0, R: 0, Q: 0 }]),
    decideInvitation: fc.constant([
      { surveyId: "s", sampleShare: 1 },
      { customerId: "c", invitations: [{ surveyId: "s", at: 0, answeredAt: 5 }] },
      { eventAt: 0, at: 10 },
    ]),
  },
});
