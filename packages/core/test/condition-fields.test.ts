import { type Condition, checkConditionFields, conditionFields } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const Profile = z.strictObject({
  country: z.string().optional(),
  address: z
    .object({ city: z.string(), zip: z.string().nullable() })
    .default({ city: "", zip: null }),
  orders: z.array(z.object({ total: z.number(), items: z.array(z.string()) })).readonly(),
  traits: z.record(z.string(), z.number()),
  extra: z.unknown(),
  loose: z.looseObject({ known: z.string() }),
  pair: z.tuple([z.object({ left: z.string() }), z.object({ right: z.string() })]),
  contact: z.union([z.object({ mail: z.string() }), z.object({ phone: z.string() })]),
  both: z.intersection(z.object({ one: z.number() }), z.object({ two: z.number() })),
  get parent(): z.ZodType {
    return z.lazy(() => Profile.optional());
  },
});

describe("conditionFields", () => {
  it("lists each path once", () => {
    const condition: Condition = {
      all: [
        { field: "tier", op: "eq", value: "gold" },
        { not: { field: "tier", op: "absent" } },
        { field: "orders", op: "some", where: { field: "total", op: "gt", value: 1 } },
        { field: "tags", op: "some", where: { field: "", op: "eq", value: "vip" } },
        { field: "tags", op: "count", where: { field: "", op: "gt", value: 1 } },
      ],
    };
    expect(conditionFields(condition)).toEqual([
      "tier",
      "orders",
      "orders.*.total",
      "tags",
      "tags.*",
      "tags.length",
    ]);
  });
});

describe("checkConditionFields", () => {
  it.each([
    ["", "country", "address.city", "address.zip", "orders.0.total", "orders.2.items.0"],
    ["orders.length", "traits.anything", "extra.what.ever", "loose.known", "loose.unknown.deep"],
    ["pair.0.left", "contact.mail", "contact.phone", "both.one", "both.two"],
    ["parent.parent.address.city"],
  ])("knows the fields %j %j %j", (...fields) => {
    for (const field of fields) {
      expect(checkConditionFields({ field, op: "present" }, Profile)).toEqual([]);
    }
  });

  it.each([
    ["contry", ': did you mean "country"?'],
    ["adress.city", ': did you mean "address"?'],
    ["address.town", ""],
    ["address.ctiy", ': did you mean "city"?'],
    ["country.code", ""],
    ["country.length", ""],
    ["orders.total", ""],
    ["contact.male", ': did you mean "mail"?'],
    ["parent.parent.contry", ': did you mean "country"?'],
    ["constructor", ""],
    ["__proto__", ""],
  ])("does not know %s", (field, hint) => {
    expect(checkConditionFields({ not: { field, op: "present" } }, Profile)).toEqual([
      { path: ["not", "field"], message: `unknown field "${field}"${hint}` },
    ]);
  });

  it("looks into lists", () => {
    const where: Condition = { any: [{ field: "totl", op: "gt", value: 1 }] };
    expect(checkConditionFields({ field: "orders", op: "some", where }, Profile)).toEqual([
      {
        path: ["where", "any", 0, "field"],
        message: 'unknown field "totl": did you mean "total"?',
      },
    ]);
    const count: Condition = {
      field: "orders",
      op: "count",
      where: { field: "length", op: "gt", value: 1 },
    };
    expect(checkConditionFields(count, Profile)).toHaveLength(1);
  });

  it.each([[undefined], [null], [5], [{}], [{ _zod: {} }]])("refuses the schema %j", (schema) => {
    expect(() => checkConditionFields({ const: true }, schema as never)).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});
