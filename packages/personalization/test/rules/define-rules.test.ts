import { instant } from "@kefu/core";
import {
  compileRules,
  defineRules,
  type FieldPath,
  InvalidRuleSetError,
  matchRules,
  type ValueAt,
} from "@kefu/personalization";
import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";

const Profile = z.object({
  id: z.string(),
  tier: z.enum(["none", "silver", "gold"]),
  age: z.number().optional(),
  newsletter: z.boolean(),
  address: z.object({ country: z.string(), city: z.string().nullable() }).optional(),
  tags: z.array(z.string()),
  orders: z.array(z.object({ total: z.number(), at: z.string() })),
  extra: z.record(z.string(), z.unknown()),
});
type Profile = z.output<typeof Profile>;
const { condition, ruleSet, compile } = defineRules(Profile);
const at = instant("2026-11-24T09:00:00Z");

describe("at compile time", () => {
  it("knows the paths and what is there", () => {
    expectTypeOf<"address.country" | "orders.0.total" | "tags.length">().toExtend<
      FieldPath<Profile>
    >();
    expectTypeOf<"adress.country">().not.toExtend<FieldPath<Profile>>();
    expectTypeOf<ValueAt<Profile, "orders.0.total">>().toEqualTypeOf<number>();
    expectTypeOf<ValueAt<Profile, "tags.length">>().toEqualTypeOf<number>();
    expectTypeOf<ValueAt<Profile, "address.city">>().toEqualTypeOf<string | null>();
  });

  it("takes what the types allow", () => {
    const regular = condition({
      all: [
        { field: "tier", op: "in", value: ["silver", "gold"] },
        { field: "age", op: "gte", value: 18 },
        { field: "address.country", op: "eq", value: "DE" },
        { field: "orders", op: "some", where: { field: "total", op: "gt", value: 100 } },
        { field: "orders", op: "count", where: { field: "", op: "gte", value: 2 } },
        { field: "extra.anything", op: "present" },
        { not: { segment: "staff" } },
      ],
    });
    expect(regular).toHaveProperty("all.length", 7);
  });

  it("refuses what they don't", () => {
    const wrong = [
      // @ts-expect-error a field that there is not
      condition({ field: "adress.country", op: "eq", value: "DE" }),
      // @ts-expect-error a value that the field can't have
      condition({ field: "tier", op: "eq", value: "platinum" }),
      // @ts-expect-error an operator for texts
      condition({ field: "age", op: "startsWith", value: "1" }),
      // @ts-expect-error a text against a number
      condition({ field: "age", op: "gt", value: "18" }),
      // @ts-expect-error no list
      condition({ field: "newsletter", op: "some", where: { field: "", op: "present" } }),
      // @ts-expect-error a field that the elements have not
      condition({ field: "orders", op: "some", where: { field: "sum", op: "gt", value: 1 } }),
    ];
    const rules = wrong.map((when, position) => ({ id: `${position}`, when, content: 1 }));
    const { issues } = refusalOf(() => compileRules({ version: "1", rules }, { profile: Profile }));
    expect(issues.map(({ code, path, message }) => [code, path.join("."), message])).toEqual([
      [
        "unknown-field",
        "rules.0.when.field",
        'unknown field "adress.country": did you mean "address"?',
      ],
      [
        "unknown-value",
        "rules.1.when.value",
        'the field is never "platinum": say one of none, silver, gold',
      ],
      ["type", "rules.2.when.op", '"startsWith" asks of a text, which the field never is'],
      ["type", "rules.3.when.value", "the field is never string: say number"],
      ["type", "rules.4.when.op", '"some" asks of a list, which the field never is'],
      ["unknown-field", "rules.5.when.where.field", 'unknown field "sum"'],
    ]);
  });
});

describe("at load time", () => {
  it.each([
    [{ field: "age", op: "eq", value: 5 }],
    [{ field: "address.city", op: "eq", value: null }],
    [{ field: "tags", op: "in", value: ["tea"] }],
    [{ field: "tags", op: "containsAll", value: ["tea"] }],
    [{ field: "tags.0", op: "startsWith", value: "t" }],
    [{ field: "orders.3.at", op: "withinLast", value: { days: 3 } }],
    [{ field: "extra.x.y", op: "gt", value: 5 }],
    [{ field: "tier", op: "gte", value: "a" }],
    [{ field: "tier", op: "eq", value: "GOLD", ci: true }],
    [{ field: "", op: "type", value: "object" }],
  ])("takes %j", (when) => {
    const rules = compile({ version: "1", rules: [{ id: "a", when, content: 1 }] });
    expect(matchRules(rules, {}, at)).toHaveLength("op" in when && when.op === "type" ? 1 : 0);
  });

  it.each([
    ["toString", 'unknown field "toString"'],
    ["__defineGetter__.x", 'unknown field "__defineGetter__.x"'],
    ["address.contry", 'unknown field "address.contry": did you mean "country"?'],
    ["orders.total", 'unknown field "orders.total"'],
    ["a".repeat(1000), `unknown field "${"a".repeat(1000)}"`],
  ])("refuses the field %s", (field, message) => {
    const when = { field, op: "present" };
    const load = () => compile({ version: "1", rules: [{ id: "a", when, content: 1 }] });
    expect(refusalOf(load).issues).toEqual([
      { code: "unknown-field", path: ["rules", 0, "when", "field"], message },
    ]);
  });

  it("loads what was written", () => {
    const written = ruleSet({
      version: "1",
      segments: {
        regular: { field: "orders", op: "count", where: { field: "", op: "gte", value: 2 } },
      },
      rules: [{ id: "a", when: { segment: "regular" }, content: "tea" }],
    });
    const order = { total: 5, at: "2026-11-01T00:00:00Z" };
    expect(matchRules(compile(written), { orders: [order, order] }, at)).toHaveLength(1);
  });

  it.each([[undefined], [null], [5], [{}], [{ _zod: {} }]])("refuses the schema %j", (schema) => {
    expect(() => defineRules(schema as never)).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});

interface Refusal {
  readonly issues: readonly { code: string; path: readonly unknown[]; message: string }[];
}

function refusalOf(load: () => unknown): Refusal {
  try {
    load();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidRuleSetError);
    return error as Refusal;
  }
  throw new Error("was not refused");
}
