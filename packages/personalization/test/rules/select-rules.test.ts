import { instant } from "@kefu/core";
import {
  bucketBy,
  compileRules,
  equalWeights,
  matchRules,
  type RuleSetInput,
  rangeOf,
  selectRules,
  splitRanges,
} from "@kefu/personalization";
import { describe, expect, it } from "vitest";

const at = instant("2026-11-24T09:00:00Z");
const ids = Array.from({ length: 500 }, (_, id) => `c${id}`);
const selectOf = (rules: RuleSetInput["rules"], rest: Partial<RuleSetInput> = {}) => {
  const compiled = compileRules({ version: "1", rules, ...rest });
  return (profile: object) => selectRules(compiled, profile, at);
};
const split = (weights: number[], coverage = 1) => ({
  seed: "welcome",
  variants: splitRanges({ weights, coverage }).map((range, at) => ({
    id: "ABC".charAt(at),
    range,
    content: at,
  })),
});

describe("selectRules", () => {
  it("lets one rule of a group count, the first in the order of decision that gives something", () => {
    const select = selectOf([
      { id: "last", exclusive: "g", content: 1 },
      { id: "first", exclusive: "g", priority: 1, content: 2 },
      {
        id: "nobody",
        exclusive: "g",
        priority: 2,
        shares: [{ seed: "s", ranges: [] }],
        content: 3,
      },
      { id: "free", content: 4 },
    ]);
    const { selected, passedOver } = select({ id: "c1" });
    expect(selected.map(({ rule }) => rule.id)).toEqual(["first", "free"]);
    expect(passedOver.map(({ rule, because }) => [rule.id, because])).toEqual([
      ["nobody", "not-in-share"],
      ["last", "exclusive"],
    ]);
  });

  it("holds out before anything is drawn, and only who has an id", () => {
    const select = selectOf([{ id: "a", content: 1 }], { holdOut: { seed: "h", range: [0, 0.1] } });
    const held = ids.filter((id) => select({ id }).heldOut !== undefined);
    expect(held).toEqual(ids.filter((id) => bucketBy("murmur3", "h", id) < 0.1));
    expect(held.length).toBeGreaterThan(25);
    expect(held.every((id) => select({ id }).selected.length === 0)).toBe(true);
    expect(select({}).selected).toHaveLength(1);
  });

  it("leaves everybody with the variant that they have when the coverage grows", () => {
    const variantsAt = (coverage: number) => {
      const select = selectOf([{ id: "a", split: split([0.5, 0.3, 0.2], coverage) }]);
      return ids.map((id) => select({ id }).selected[0]?.variant?.id);
    };
    const [few, more, all] = [variantsAt(0.2), variantsAt(0.6), variantsAt(1)];
    for (const [at, variant] of few.entries()) expect([undefined, more[at]]).toContain(variant);
    for (const [at, variant] of more.entries()) expect([undefined, all[at]]).toContain(variant);
    expect(all).not.toContain(undefined);
  });

  it("takes 42 and “42” for the same customer, and the first field that is there", () => {
    const select = selectOf([{ id: "a", split: { ...split([0.5, 0.5]), by: ["account", "id"] } }]);
    expect(select({ id: 42 }).selected[0]?.variant).toEqual(
      select({ id: "42" }).selected[0]?.variant,
    );
    expect(select({ account: "42", id: 7 }).selected[0]?.variant).toEqual(
      select({ id: 42 }).selected[0]?.variant,
    );
    expect(select({}).passedOver).toMatchObject([{ because: "no-variant" }]);
  });

  it("counts who passes on, and lets the next rule decide", () => {
    const control = { id: "control", range: [0, 1] as const, content: null, passOn: true as const };
    const select = selectOf([
      { id: "test", priority: 1, split: { seed: "s", variants: [control] } },
      { id: "next", content: 1 },
    ]);
    const { selected, passedOver } = select({ id: "c1" });
    expect(selected.map(({ rule }) => rule.id)).toEqual(["next"]);
    expect(passedOver).toMatchObject([{ because: "passed-on", variant: { id: "control" } }]);
  });
});

describe("matchRules", () => {
  it.each([
    [-1, []],
    [0, ["a"]],
    [9, ["a"]],
    [10, []],
  ])("counts from activeFrom to before activeTo: %i", (offset, expected) => {
    const rules = compileRules({
      version: "1",
      rules: [{ id: "a", activeFrom: at, activeTo: at + 10, content: 1 }],
    });
    expect(matchRules(rules, {}, instant(at + offset)).map(({ id }) => id)).toEqual(expected);
  });

  it("takes moments as texts, too", () => {
    const { ruleSet } = compileRules({
      version: "1",
      rules: [{ id: "a", activeFrom: "2026-11-24T10:00:00+01:00", content: 1 }],
    });
    expect(ruleSet.rules[0]?.activeFrom).toBe(at);
  });
});

describe("what is refused", () => {
  const refusal = (set: unknown) => {
    try {
      compileRules(set as RuleSetInput);
    } catch (error) {
      return error as {
        code: string;
        issues: readonly { path: readonly unknown[]; message: string }[];
      };
    }
    return undefined;
  };

  it.each([
    [{ field: "a", op: "is", value: 1 }, "op"],
    [{ field: "a", op: "eq", value: 1, extra: 1 }, "extra"],
    [{ field: "a", op: "in", value: 1 }, "value"],
    [{ field: "a", op: "matches", value: "(a+)+\\1" }, "value"],
    [{ all: [{ segment: "x" }] }, "all.0.segment"],
    [{ all: [], any: [] }, "any"],
    [{ field: "a", op: "some", where: { segment: "x" } }, "where"],
  ])("%j", (when, path) => {
    const { code, issues } =
      refusal({ version: "1", rules: [{ id: "a", when, content: 1 }] }) ?? {};
    expect(code).toBe("invalid-rule-set");
    expect(issues?.map((issue) => issue.path.join("."))).toContainEqual(
      expect.stringContaining(`rules.0.when.${path}`),
    );
  });

  it("ten megabytes, in linear time", () => {
    const rule = (id: number) => ({
      id: `${id}`,
      when: { field: "a", op: "is", value: id },
      content: 1,
    });
    const rulesIn = (count: number) => Array.from({ length: count }, (_, id) => rule(id));
    const secondsFor = (count: number) => {
      const before = process.cpuUsage();
      expect(refusal({ version: "1", rules: rulesIn(count) })?.issues).toHaveLength(count);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    };
    secondsFor(1_000);
    expect(secondsFor(20_000)).toBeLessThan(40 * Math.max(0.05, secondsFor(2_000)));
  });

  it("what contains itself, and chains of segments without end", () => {
    const round: { any: unknown[] } = { any: [] };
    round.any.push(round, round);
    expect(
      refusal({ version: "1", rules: [{ id: "a", when: round, content: 1 }] })?.issues,
    ).toHaveLength(1);
    const names = Array.from({ length: 1_000 }, (_, at) => `s${at}`);
    const segments = Object.fromEntries(
      names.map((name, at) => [name, { segment: names[at + 1] ?? "s0" }]),
    );
    expect(refusal({ version: "1", segments, rules: [] })?.issues).toHaveLength(1_000);
  });

  it.each([
    [() => bucketBy("sha" as never, "s", "a")],
    [() => bucketBy("murmur3", "s", Number.NaN)],
    [() => rangeOf(Number.NaN, [])],
    [() => splitRanges({ weights: [0.5, 0.4] })],
    [() => splitRanges({ weights: [1], coverage: 1.1 })],
    [() => equalWeights(1.5)],
    [() => matchRules({} as never, {}, at)],
  ])("case %#", (call) => {
    expect(call).toThrow(expect.objectContaining({ code: "invalid-input" }));
  });
});
