import { type Instant, instant } from "@kefu/core";
import fc from "fast-check";
import { z } from "zod";
import { describeFuzz } from "../../../../scripts/fuzz.ts";
import {
  bucketBy,
  compileRules,
  defineRules,
  equalWeights,
  explainFinding,
  lintRules,
  matchRules,
  parseRuleSet,
  rangeOf,
  segmentsOf,
  selectRules,
  splitRanges,
} from "../../src/index.ts";

const at = fc.constantFrom<Instant>(instant(0), instant("2026-11-24T09:00:00Z"));
const profile = fc.constantFrom<unknown>(
  { id: "c1", tier: "gold", orders: 4, tags: ["tea"], seen: "2026-11-20T00:00:00Z" },
  { id: 7, tier: "none", orders: -1, tags: [] },
);
const ruleSet = {
  version: "1",
  segments: { gold: { field: "tier", op: "eq", value: "gold" } },
  groups: { tea: ["tea", "mate"] },
  holdOut: { seed: "2026", range: [0, 0.1] },
  rules: [
    {
      id: "a",
      when: { all: [{ segment: "gold" }, { field: "tags", op: "inGroup", group: "tea" }] },
      exclusive: "g",
      shares: [{ seed: "s", by: ["id", "tier"], ranges: [[0, 0.9]] }],
      split: {
        seed: "x",
        hash: "fnv1a-v2",
        variants: [
          { id: "one", range: [0, 0.5], content: "Hi {tier}" },
          { id: "two", range: [0.5, 1], content: { en: "Hi" }, passOn: true },
        ],
      },
    },
    {
      id: "b",
      priority: 2,
      when: {
        any: [
          { field: "orders", op: "gte", value: 3 },
          { not: { field: "seen", op: "withinLast", value: { days: 3 } } },
          { field: "tags", op: "some", where: { field: "", op: "matches", value: "^t" } },
        ],
      },
      activeFrom: "2026-01-01T00:00:00Z",
      activeTo: 1_900_000_000_000,
      content: 1,
      message: { purpose: "marketing", category: "news", channels: ["email"] },
    },
  ],
} as unknown as Parameters<typeof compileRules>[0];
const Profile = z.object({
  id: z.union([z.string(), z.number()]),
  tier: z.enum(["gold", "none"]),
  orders: z.number(),
  tags: z.array(z.string()),
  seen: z.string().optional(),
});
const sets = fc.constant(ruleSet);
const compiled = fc.constant(compileRules(ruleSet));
const options = fc.constantFrom({}, { profile: Profile });
const finding = fc.constantFrom(...lintRules(ruleSet, { profile: Profile }));

describeFuzz(
  {
    ...{ bucketBy, compileRules, defineRules, equalWeights, explainFinding, lintRules, matchRules },
    ...{ parseRuleSet, rangeOf, segmentsOf, selectRules, splitRanges },
  },
  {
    words: ["all", "any", "segment", "field", "op", "in", "eq", "murmur3", "fnv1a-v1", Profile],
    arguments: {
      bucketBy: fc.tuple(fc.constantFrom("murmur3", "fnv1a-v1"), fc.string(), fc.string()),
      compileRules: fc.tuple(sets, options),
      defineRules: fc.tuple(fc.constant(Profile)),
      equalWeights: fc.tuple(fc.integer({ min: -1, max: 1001 })),
      explainFinding: fc.tuple(finding, fc.constantFrom("en", "zh-Hant")),
      lintRules: fc.tuple(sets, options),
      matchRules: fc.tuple(compiled, profile, at),
      parseRuleSet: fc.tuple(sets),
      rangeOf: fc.tuple(fc.double({ min: 0, max: 1 }), fc.constant([[0, 0.5]])),
      segmentsOf: fc.tuple(compiled, profile, at),
      selectRules: fc.tuple(compiled, profile, at),
      splitRanges: fc.tuple(fc.record({ weights: fc.constant([0.4, 0.6]), coverage: fc.double() })),
    },
  },
);
