import {
  type Audience,
  Customer,
  InvalidInputError,
  Order,
  Product,
  redact,
  Ticket,
} from "@kefu/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const asClass = (dataClass: string) => z.string().meta({ dataClass });
const AUDIENCES: readonly Audience[] = ["public", "customer", "agent", "admin"];
const seenBy = (schema: z.ZodType, value: unknown) =>
  AUDIENCES.map((audience) => redact(schema, value, audience));

const Record = z.strictObject({
  open: asClass("public"),
  own: asClass("personal"),
  note: asClass("internal"),
  health: asClass("sensitive"),
  unclassified: z.string(),
  mistyped: asClass("personel"),
});
const record = {
  open: "a",
  own: "b",
  note: "c",
  health: "d",
  unclassified: "e",
  mistyped: "f",
};

describe("redact", () => {
  it("shows each audience one class more; what has none is the most confidential", () => {
    const { open, own, note } = record;
    expect(seenBy(Record, record)).toEqual([{ open }, { open, own }, { open, own, note }, record]);
  });

  it("leaves out keys that the schema does not name, of any name", () => {
    const Open = z.looseObject({ open: asClass("public") });
    const value = JSON.parse('{"open":"a","extra":"b","__proto__":{"c":1},"constructor":"d"}');
    const copies = seenBy(Open, value);
    expect(copies).toEqual([{ open: "a" }, { open: "a" }, { open: "a" }, { open: "a" }]);
    expect(Object.getPrototypeOf(copies[3])).toBe(Object.prototype);
  });

  it("leaves the value alone and gives a copy", () => {
    const Tags = z.strictObject({ tags: z.array(asClass("public")) });
    const value = { tags: ["a"] };
    const copy = redact(Tags, value, "public") as typeof value;
    copy.tags.push("b");
    expect(value).toEqual({ tags: ["a"] });
  });

  it.each<[string, z.ZodType]>([
    ["optional", asClass("personal").optional()],
    ["nullable", asClass("personal").nullable()],
    ["default", asClass("personal").default("x")],
    ["prefault", asClass("personal").prefault("x")],
    ["readonly", asClass("personal").readonly()],
    ["catch", asClass("personal").catch("x")],
    ["brand", asClass("personal").brand("x")],
    ["check", asClass("personal").min(1)],
    ["refinement", asClass("personal").refine(() => true)],
    ["description", asClass("personal").describe("x")],
    ["lazy", z.lazy(() => asClass("personal"))],
    ["transform", asClass("personal").transform((text) => text)],
    ["preprocess", z.preprocess((text) => text, asClass("personal"))],
    ["pipe", z.string().pipe(asClass("personal"))],
    ["class on the wrapper", z.string().optional().meta({ dataClass: "personal" })],
    ["class on both, the stricter", asClass("personal").optional().meta({ dataClass: "public" })],
    ["union", z.union([z.number(), asClass("personal")])],
  ])("finds the class through %s", (_, field) => {
    const schema = z.strictObject({ open: asClass("public"), field });
    const value = { open: "a", field: "b" };
    expect(seenBy(schema, value)).toEqual([{ open: "a" }, value, value, value]);
  });

  it("asks for the class of all that a field lies in", () => {
    const Inner = z.strictObject({ open: asClass("public"), note: asClass("internal") });
    const Outer = z.strictObject({ inner: Inner.meta({ dataClass: "personal" }) });
    const inner = { open: "a", note: "b" };
    const customer = { inner: { open: "a" } };
    expect(seenBy(Outer, { inner })).toEqual([null, customer, { inner }, { inner }]);
  });

  it("hands the class of a record down to fields without one", () => {
    const Inner = z.strictObject({ plain: z.string(), deep: z.array(z.number()) });
    const value = { plain: "a", deep: [1, 2] };
    expect(redact(Inner.meta({ dataClass: "public" }), value, "public")).toEqual(value);
    expect(redact(Inner, value, "agent")).toBeNull();
    expect(redact(Inner, value, "admin")).toEqual(value);
  });

  it("walks lists and records", () => {
    const Item = z.strictObject({ open: asClass("public"), own: asClass("personal") });
    const schema = z.strictObject({ list: z.array(Item), map: z.record(z.string(), Item) });
    const item = { open: "a", own: "b" };
    const value = { list: [item, item], map: { x: item } };
    const open = { open: "a" };
    const shown = { list: [open, open], map: { x: open } };
    expect(seenBy(schema, value)).toEqual([shown, value, value, value]);
  });

  it("leaves out unclassified lists and objects of which nothing stays, and keeps classified ones", () => {
    const hidden = z.strictObject({ list: z.array(asClass("personal")), open: asClass("public") });
    expect(redact(hidden, { list: ["a", "b"], open: "c" }, "public")).toEqual({ open: "c" });
    const shown = z.array(asClass("personal")).meta({ dataClass: "public" });
    expect(redact(shown, ["a"], "public")).toEqual([]);
    expect(redact(z.strictObject({}).meta({ dataClass: "public" }), {}, "public")).toEqual({});
  });

  it("takes the option of a union that the value fits", () => {
    const Card = z.strictObject({ kind: z.literal("card"), last: asClass("personal") });
    const Cash = z.strictObject({ kind: z.literal("cash"), desk: asClass("public") });
    for (const schema of [z.union([Card, Cash]), z.discriminatedUnion("kind", [Card, Cash])]) {
      expect(redact(schema, { kind: "cash", desk: "a" }, "public")).toEqual({ desk: "a" });
      expect(redact(schema, { kind: "card", last: "a" }, "public")).toBeNull();
      expect(redact(schema, { kind: "card", desk: "a" }, "public")).toBeNull();
      expect(redact(schema, "card", "public")).toBeNull();
    }
  });

  it.each<[z.ZodType, unknown, unknown]>([
    [asClass("public"), { secret: "a" }, {}],
    [asClass("public"), ["a"], []],
    [z.strictObject({ a: z.string() }).meta({ dataClass: "public" }), "secret", null],
    [z.record(z.string(), z.string()).meta({ dataClass: "public" }), "secret", null],
    [z.array(z.string()).meta({ dataClass: "public" }), "secret", null],
    [z.array(z.string()).meta({ dataClass: "public" }), { a: "secret" }, {}],
    [z.union([z.number(), z.boolean()]).meta({ dataClass: "public" }), "secret", null],
    [z.unknown().meta({ dataClass: "public" }), { secret: "a" }, {}],
    [z.tuple([z.string()]).meta({ dataClass: "public" }), ["secret"], []],
    [asClass("public").optional(), undefined, null],
    [asClass("public").nullable(), null, null],
    [z.number().meta({ dataClass: "public" }), 0, 0],
    [z.boolean().meta({ dataClass: "public" }), false, false],
  ])("of %o shows of %o: %o", (schema, value, shown) => {
    expect(redact(schema, value, "public")).toEqual(shown);
  });

  it("shows null where an object may be missing", () => {
    const inner = z
      .strictObject({ a: asClass("public") })
      .meta({ dataClass: "public" })
      .nullable();
    expect(redact(z.strictObject({ inner }), { inner: null }, "public")).toEqual({ inner: null });
  });

  it("survives values on which zod itself throws", () => {
    const schema = z.union([z.string().max(3), z.number()]).meta({ dataClass: "public" });
    expect(redact(schema, { length: Object.create(null) }, "public")).toEqual({});
  });

  it("refuses circles, other audiences, and what is no schema", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => redact(z.unknown(), circle, "admin")).toThrow(
      "value: nested deeper than 64 levels",
    );
    expect(() => redact(z.unknown(), 1, "staff" as Audience)).toThrow("audience: ");
    expect(() => redact({} as z.ZodType, 1, "admin")).toThrow(InvalidInputError);
  });
});

describe("the models", () => {
  const customer = {
    id: "c1",
    identities: [{ kind: "email", value: "a@example.org", verified: true }],
    locale: "zh-Hant",
    contactPoints: [],
    consentsReference: "consents/c1",
    tags: ["vip"],
  };
  const { consentsReference, tags, ...personal } = customer;

  it("show nothing of a customer to the public, no notes of the staff to the customer", () => {
    expect(seenBy(Customer, customer)).toEqual([null, personal, customer, customer]);
  });

  it("show all of a product to all", () => {
    const product = { id: "p1", name: { en: "Lamp" }, price: { amountMinor: 1, currency: "EUR" } };
    expect(redact(Product, product, "public")).toEqual(product);
  });

  it("show orders to the customer, and tickets without what the staff note", () => {
    expect(redact(Order, { id: "o1" }, "public")).toBeNull();
    expect(redact(Order, { id: "o1" }, "customer")).toEqual({ id: "o1" });
    const ticket = { id: "t1", status: "open", priority: "high", assignee: "Mei", tags: ["x"] };
    expect(redact(Ticket, ticket, "public")).toBeNull();
    expect(redact(Ticket, ticket, "customer")).toEqual({ id: "t1", status: "open" });
    expect(redact(Ticket, ticket, "agent")).toEqual(ticket);
  });
});
