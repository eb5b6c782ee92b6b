import { InvalidInputError, instant, type JsonValue, murmur3 } from "@kefu/core";
import {
  type BucketHash,
  type BucketRange,
  bucketBy,
  compileRules,
  equalWeights,
  InvalidRuleSetError,
  type RuleCondition,
  rangeOf,
  selectRules,
  splitRanges,
} from "@kefu/personalization";
import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../../scripts/conformance.ts";

interface PeerDraw {
  readonly seed: string;
  readonly by: string;
  readonly hash: number;
}

interface PeerRule {
  readonly id?: string;
  readonly when?: RuleCondition;
  readonly value?: JsonValue;
  readonly rollout?: PeerDraw & { readonly coverage?: number; readonly range?: BucketRange };
  readonly filters?: readonly (PeerDraw & { readonly ranges: readonly BucketRange[] })[];
  readonly split?: PeerDraw & {
    readonly ranges: readonly BucketRange[];
    readonly values: readonly JsonValue[];
    readonly passthrough?: readonly boolean[];
  };
}

interface PeerVariant {
  readonly name: string;
  readonly weight: number;
  readonly overrides?: readonly {
    readonly contextName: string;
    readonly values: readonly string[];
  }[];
}

interface Case extends ConformanceCase {
  readonly kind: keyof typeof ANSWERS;
  readonly expect: unknown;
  readonly tolerance?: number;
}

const HASHES: Readonly<Record<number, BucketHash>> = { 1: "fnv1a-v1", 2: "fnv1a-v2" };
const at = instant("2026-11-24T09:00:00Z");

const ANSWERS = {
  hash: ({ algo, seed, value }: { algo: BucketHash; seed: string; value: string }) =>
    orNull(() => bucketBy(algo, seed, value)),
  inRange: (one: { algo: BucketHash; seed: string; value: string; range: BucketRange }) =>
    rangeOf(bucketBy(one.algo, one.seed, one.value), [one.range]) === 0,
  choose: ({ x, ranges }: { x: number; ranges: readonly BucketRange[] }) => rangeOf(x, ranges),
  equalWeights: ({ n }: { n: number }) => equalWeights(n),
  // What is refused here, the peer replaces: a negative coverage by none, weights that don't fit by equal ones.
  bucketRange: (one: { variations: number; coverage: number; weights: number[] | null }) => {
    const coverage = Math.max(0, one.coverage);
    const equal = equalWeights(one.variations);
    const fits = one.weights?.length === one.variations ? one.weights : equal;
    return (
      orNull(() => splitRanges({ weights: fits, coverage })) ??
      splitRanges({ weights: equal, coverage })
    );
  },
  percentage: (one: { group: string; by: string[]; data: object; percent: number }) =>
    answer(
      [
        {
          id: "in",
          shares: [
            {
              seed: one.group,
              by: one.by,
              hash: "murmur3-percent",
              ranges: [[0, one.percent / 100]],
            },
          ],
          content: true,
        },
      ],
      one.data,
    ).value ?? false,
  variant: (one: { group: string; by: string[]; data: object; variants: readonly PeerVariant[] }) =>
    overridden(one.variants, one.data) ?? drawnVariant(one),
  ruleset: (one: {
    ruleset: { default: JsonValue; rules: readonly PeerRule[] };
    data: object;
    groups?: Record<string, string[]>;
  }) => {
    const { value = one.ruleset.default, ...more } = answer(
      one.ruleset.rules.flatMap(translated),
      one.data,
      one.groups,
    );
    const rule = more.rule?.startsWith("#") ? null : (more.rule ?? null);
    return { value, ...more, rule };
  },
};

const home = new URL("../conformance.test.ts", import.meta.url).href;
describeConformance("rulesets", conformanceCases<Case>(home, "rulesets"), (one) => {
  const given = ANSWERS[one.kind](one as never);
  if (one.kind === "ruleset") expect(given).toMatchObject(one.expect as object);
  else if (one.tolerance === undefined) expect(given).toEqual(one.expect);
  else expect(flat(given).map(rounded)).toEqual(flat(one.expect).map(rounded));
});

type OurRules = Parameters<typeof compileRules>[0]["rules"];

function translated(rule: PeerRule, position: number): OurRules {
  const { when = { const: true }, rollout, filters = [], split, value = null } = rule;
  const draws = [...(rollout ? [rollout] : []), ...filters, ...(split ? [split] : [])];
  // An unknown hash is refused here; the peer passes the rule over.
  if (draws.some(({ hash }) => HASHES[hash] === undefined)) return [];
  const rolledOut = rollout && {
    ...drawOf(rollout),
    ranges: [rollout.range ?? ([0, rollout.coverage ?? 1] as const)],
  };
  return [
    {
      id: rule.id ?? `#${position}`,
      when,
      shares: [
        ...(rolledOut ? [rolledOut] : []),
        ...filters.map((filter) => ({ ...drawOf(filter), ranges: filter.ranges })),
      ],
      ...(split
        ? { split: { ...drawOf(split), variants: variantsOf(split) } }
        : { content: value }),
    },
  ];
}

function drawOf({ seed, by, hash }: PeerDraw) {
  return { seed, by, hash: HASHES[hash] as BucketHash };
}

function variantsOf({ ranges, values, passthrough }: NonNullable<PeerRule["split"]>) {
  return ranges.map((range, position) => ({
    id: `variant ${position}`,
    range,
    content: values[position] as JsonValue,
    ...(passthrough?.[position] ? { passOn: true as const } : {}),
  }));
}

interface Answer {
  readonly value?: JsonValue;
  readonly rule?: string;
  readonly variant?: number;
  readonly bucket?: number;
}

function answer(rules: OurRules, data: unknown, groups = {}): Answer {
  const { selected } = selectRules(compileRules({ version: "1", groups, rules }), data, at);
  const [first] = selected;
  if (first === undefined) return {};
  const { rule, content, variant } = first;
  return {
    value: content,
    rule: rule.id,
    ...(variant ? { variant: variant.index, bucket: variant.bucket } : {}),
  };
}

function overridden(variants: readonly PeerVariant[], data: object): string | undefined {
  return variants.find(({ overrides = [] }) =>
    overrides.some(({ contextName, values }) => values.includes(Reflect.get(data, contextName))),
  )?.name;
}

/** The weights are counted out by the peer's own seed, which is no bucket from 0 to 1: its ranges are translated. */
function drawnVariant(one: {
  group: string;
  by: string[];
  data: object;
  variants: readonly PeerVariant[];
}): string | undefined {
  const id = one.by
    .map((field) => Reflect.get(one.data, field))
    .find((value) => value !== undefined);
  const total = one.variants.reduce((sum, { weight }) => sum + weight, 0);
  const ranges = splitRanges({ weights: one.variants.map(({ weight }) => weight / total) });
  const bucket = ((murmur3(`${one.group}:${id}`, 86_028_157) % total) + 0.5) / total;
  return one.variants[rangeOf(bucket, ranges)]?.name;
}

function orNull<T>(call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidRuleSetError) return null;
    throw error;
  }
}

function flat(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flat(3) : [value];
}

function rounded(value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1e5) / 1e5 : value;
}
