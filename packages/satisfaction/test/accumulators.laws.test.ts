import fc from "fast-check";
import { it } from "vitest";
import { expectMergeable } from "../../../scripts/mergeable.ts";
import {
  customerSatisfaction,
  KanoFeeling,
  kanoStudy,
  netPromoterScore,
  satisfactionAntecedents,
  satisfactionIndex,
  scaleReliability,
  serviceQuality,
} from "../src/index.ts";

const rating = (lowest: number, highest: number) =>
  fc.oneof(
    fc.record({ rating: fc.integer({ min: lowest, max: highest }) }),
    fc.record({ excluded: fc.constantFrom("skipped" as const, "dismissed" as const) }),
  );
const maybe = (lowest: number, highest: number) =>
  fc.option(fc.integer({ min: lowest, max: highest }), { freq: 9 });
const feeling = fc.constantFrom(...KanoFeeling.options);
const pair = fc.record({
  expected: fc.integer({ min: 1, max: 7 }),
  perceived: fc.integer({ min: 1, max: 7 }),
});

it("net promoter score", () => expectMergeable(netPromoterScore(), rating(0, 10)));
it("customer satisfaction", () => expectMergeable(customerSatisfaction(), rating(1, 5)));
it("Kano study", () =>
  expectMergeable(kanoStudy, fc.record({ functional: feeling, dysfunctional: feeling })));
it("reliability", () =>
  expectMergeable(scaleReliability({ items: 3 }), fc.tuple(maybe(1, 5), maybe(1, 5), maybe(1, 5))));
it("satisfaction index", () =>
  expectMergeable(satisfactionIndex(), fc.tuple(maybe(1, 10), maybe(1, 10), maybe(1, 10))));
it("service quality", () =>
  expectMergeable(
    serviceQuality({ dimensions: { a: ["x", "y", "z"], b: ["w"] } }),
    fc.record({ x: pair, y: pair, z: pair, w: pair }, { requiredKeys: [] }),
  ));
it("antecedents", () =>
  expectMergeable(
    satisfactionAntecedents(),
    fc.record({
      expectation: maybe(1, 7),
      performance: maybe(1, 7),
      affect: maybe(1, 7),
      equity: maybe(1, 7),
      satisfaction: maybe(1, 7),
    }),
  ));
