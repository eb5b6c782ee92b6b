import {
  Customer,
  Interaction,
  InvalidInputError,
  KefuError,
  Message,
  Order,
  Product,
  parseInput,
  Ticket,
} from "@kefu/core";
import { describe, expect, it } from "vitest";
import type { z } from "zod";

function issuesOf(schema: z.ZodType, input: unknown): [string, string][] {
  try {
    parseInput(schema, "it", input);
  } catch (error) {
    if (error instanceof KefuError) {
      return error.issues.map(({ path, message }) => [path.join("."), message]);
    }
  }
  return [];
}

const pathsOf = (schema: z.ZodType, input: unknown) =>
  issuesOf(schema, input).map(([path]) => path);

describe("Customer", () => {
  const customer = { id: "c1", locale: "zh-hant" };

  it("fills in what was left out", () => {
    expect(parseInput(Customer, "customer", customer)).toEqual({
      id: "c1",
      locale: "zh-Hant",
      identities: [],
      contactPoints: [],
      tags: [],
    });
  });

  it("takes all that can be known", () => {
    const full = {
      ...customer,
      name: "王小明",
      identities: [{ kind: "phone", value: "+886 2 1234 5678" }],
      timeZone: "Asia/Taipei",
      contactPoints: [{ channel: "messenger", address: "wang" }],
      consentsReference: "consents/1",
      tier: "gold",
      tags: ["early"],
      since: 0,
    };
    const read = parseInput(Customer, "customer", full);
    expect(read.identities).toEqual([{ ...full.identities[0], verified: false }]);
    expect(read.timeZone).toBe("Asia/Taipei");
  });

  it.each([
    ["UTC", true],
    ["America/Argentina/Buenos_Aires", true],
    ["Etc/GMT+5", true],
    ["Asia/", false],
    ["/Asia", false],
    ["+05:00", false],
    ["Asia/Taipei ", false],
    ["", false],
    [`A${"a".repeat(64)}`, false],
  ])("takes the zone %s: %s", (timeZone, isTaken) => {
    expect(Customer.safeParse({ ...customer, timeZone }).success).toBe(isTaken);
  });

  it.each([
    [{ locale: "en" }, "id"],
    [{ id: "c1" }, "locale"],
    [{ ...customer, name: "" }, "name"],
    [{ ...customer, name: "a".repeat(201) }, "name"],
    [{ ...customer, identities: [{ kind: "fax", value: "1" }] }, "identities.0.kind"],
    [{ ...customer, identities: [{ kind: "email", value: "" }] }, "identities.0.value"],
    [{ ...customer, contactPoints: [{ channel: "fax", address: "1" }] }, "contactPoints.0.channel"],
    [{ ...customer, tags: [""] }, "tags.0"],
    [{ ...customer, tags: ["a".repeat(65)] }, "tags.0"],
    [{ ...customer, since: 0.5 }, "since"],
    [{ ...customer, surname: "王" }, "surname"],
  ])("refuses %o at %s", (input, path) => {
    expect(pathsOf(Customer, input)).toEqual([path]);
  });
});

describe("Order", () => {
  const line = { id: "l1", productId: "p1", quantity: 3, unitPriceMinor: 500, discountMinor: 100 };
  const order = {
    id: "o1",
    customerId: "c1",
    placedAt: 0,
    currency: "EUR",
    lines: [line, { id: "l2", productId: "p2", quantity: 1, unitPriceMinor: 0 }],
    shippingFeeMinor: 490,
    taxAddedMinor: 10,
    totalMinor: 1900,
    shipments: [{ id: "s1", lines: [{ lineId: "l1", quantity: 2 }], shippedAt: 1 }],
    refunds: [
      { id: "r1", lines: [{ lineId: "l1", quantity: 1 }], amountMinor: 1900, refundedAt: 2 },
    ],
  };

  it("takes an order whose parts agree", () => {
    expect(issuesOf(Order, order)).toEqual([]);
  });

  it("fills in what was left out", () => {
    const least = {
      ...order,
      shippingFeeMinor: undefined,
      taxAddedMinor: undefined,
      totalMinor: 1400,
    };
    const { channel, lines, shippingFeeMinor, taxAddedMinor, refunds, shipments } = parseInput(
      Order,
      "order",
      { ...least, refunds: undefined, shipments: undefined },
    );
    expect([channel, shippingFeeMinor, taxAddedMinor, refunds, shipments]).toEqual([
      "site",
      0,
      0,
      [],
      [],
    ]);
    expect(lines[1]?.discountMinor).toBe(0);
  });

  const most = Number.MAX_SAFE_INTEGER;
  it.each<[string, object, [string, string][]]>([
    ["a total below the sum", { totalMinor: 1899, refunds: [] }, [["totalMinor", "must be 1900"]]],
    ["a total above the sum", { totalMinor: 1901 }, [["totalMinor", "must be 1900"]]],
    [
      "ids that are not unique",
      { lines: [line, { ...line, discountMinor: 1500 }] },
      [["lines", "must have unique ids"]],
    ],
    [
      "shipments of other lines",
      {
        shipments: [
          order.shipments[0],
          { id: "s2", lines: [{ lineId: "x", quantity: 1 }], shippedAt: 1 },
        ],
      },
      [["shipments.1.lines", "must be lines of the order"]],
    ],
    [
      "refunds of other lines",
      {
        refunds: [
          { id: "r", lines: [{ lineId: "x", quantity: 1 }], amountMinor: 1, refundedAt: 1 },
        ],
      },
      [["refunds.0.lines", "must be lines of the order"]],
    ],
    [
      "refunds above the total",
      { refunds: [...order.refunds, { id: "r2", amountMinor: 1, refundedAt: 1 }] },
      [["refunds", "must not be more than the total"]],
    ],
    [
      "a discount above the price",
      {
        lines: [
          line,
          { id: "l2", productId: "p", quantity: 2, unitPriceMinor: 5, discountMinor: 11 },
        ],
        totalMinor: 1899,
        refunds: [],
      },
      [["lines.1.discountMinor", "must not be more than the price"]],
    ],
    [
      "sums that are no longer exact",
      {
        lines: [{ ...line, quantity: 2, unitPriceMinor: most, discountMinor: most }],
        shippingFeeMinor: 0,
        taxAddedMinor: 0,
        totalMinor: most,
        shipments: [],
        refunds: [],
      },
      [["totalMinor", `must be ${most}`]],
    ],
  ])("refuses %s", (_, change, issues) => {
    expect(issuesOf(Order, { ...order, ...change })).toEqual(issues);
  });

  it.each([
    [{ lines: [] }, "lines"],
    [{ lines: [{ ...line, quantity: 0 }] }, "lines.0.quantity"],
    [{ lines: [{ ...line, unitPriceMinor: -1 }] }, "lines.0.unitPriceMinor"],
    [{ totalMinor: 0.5 }, "totalMinor"],
    [{ currency: "EURO" }, "currency"],
    [{ channel: "fax" }, "channel"],
  ])("refuses %o", (change, path) => {
    expect(pathsOf(Order, { ...order, ...change })).toContain(path);
  });
});

describe("Ticket", () => {
  const ticket = { id: "t1", subject: "灯不亮", channel: "form", openedAt: 0 };

  it("fills in what was left out", () => {
    expect(parseInput(Ticket, "ticket", { ...ticket, context: {} })).toEqual({
      ...ticket,
      status: "new",
      level: "contact",
      priority: "normal",
      tags: [],
      context: { queries: [], entriesSeen: [], spentMilliseconds: 0 },
    });
  });

  it.each<[object, string[]]>([
    [{ status: "closed", closedAt: 1 }, []],
    [{ status: "closed" }, ["closedAt"]],
    [{ status: "solved", closedAt: 1 }, ["closedAt"]],
    [{ subject: "a".repeat(500) }, []],
    [{ subject: "a".repeat(501) }, ["subject"]],
    [{ subject: "" }, ["subject"]],
    [{ level: "vip" }, ["level"]],
    [{ priority: "vip" }, ["priority"]],
    [{ context: { queries: ["灯"], entriesSeen: [{ entryId: "e1", helped: false }] } }, []],
    [{ context: { spentMilliseconds: -1 } }, ["context.spentMilliseconds"]],
    [{ context: { entriesSeen: [{}] } }, ["context.entriesSeen.0.entryId"]],
  ])("with %o has issues at %o", (change, paths) => {
    expect(pathsOf(Ticket, { ...ticket, ...change })).toEqual(paths);
  });

  it("says when there is to be a closing date", () => {
    expect(issuesOf(Ticket, { ...ticket, closedAt: 1 })).toEqual([
      ["closedAt", 'must be there exactly when status is "closed"'],
    ]);
  });
});

describe("Product, Message and Interaction", () => {
  it("take what they should", () => {
    const product = { id: "p1", name: { en: "Lamp", "zh-Hans": "灯" } };
    expect(parseInput(Product, "product", product)).toEqual({
      ...product,
      categoryPath: [],
      tags: [],
    });
    const message = { id: "m1", direction: "inbound", channel: "email", sentAt: 0, text: "你好" };
    expect(parseInput(Message, "message", message)).toEqual(message);
    const interaction = {
      id: "i1",
      customerId: "c1",
      at: 0,
      channel: "site",
      direction: "inbound",
    };
    expect(parseInput(Interaction, "interaction", interaction)).toEqual(interaction);
  });

  it("refuse what they should", () => {
    expect(pathsOf(Product, { id: "p1", name: { en: "" } })).toEqual(["name.en"]);
    const message = { id: "m1", direction: "up", channel: "email", sentAt: 0, text: "" };
    expect(pathsOf(Message, message)).toEqual(["direction", "text"]);
    const interaction = { id: "i1", at: 0, channel: "site", direction: "inbound", outcome: "" };
    expect(pathsOf(Interaction, interaction)).toEqual(["customerId", "outcome"]);
    expect(() => parseInput(Product, "product", null)).toThrow(InvalidInputError);
  });
});
