import { accumulate } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectMergeable } from "../../../scripts/mergeable.ts";
import { handOffCurve, type JudgedSearch } from "../src/index.ts";

const judged: fc.Arbitrary<JudgedSearch> = fc.record({
  confidence: fc.oneof(
    fc.nat({ max: 1000 }).map((at) => at / 1000),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  verdict: fc.constantFrom("right", "wrong", "none"),
});
const curve = handOffCurve();

describe("laws of the hand-off curve", () => {
  it("does not depend on order, splits or storing", () => {
    expectMergeable(curve, judged);
  });

  it("counts at each threshold what reaches it", () => {
    fc.assert(
      fc.property(fc.array(judged, { minLength: 1 }), (searches) => {
        for (const { answerFrom, coverage, precision } of curve.finish(accumulate(curve, searches))
          .points) {
          const answered = searches.filter(({ confidence }) => confidence >= answerFrom);
          expect(coverage).toMatchObject({ count: answered.length, of: searches.length });
          expect(precision).toMatchObject({
            count: answered.filter(({ verdict }) => verdict === "right").length,
            of: answered.length,
          });
        }
      }),
    );
  });
});
