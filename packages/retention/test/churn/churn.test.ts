import { describe, expect, it } from "vitest";
import {
  type ChurnDefinitionInput,
  churn,
  loyaltyMatrix,
  type WinBackPolicyInput,
  winBackList,
} from "../../src/index.ts";
import { catching } from "../catching.ts";

const asOf = "2026-06-30";

describe("contracts", () => {
  const definition = { kind: "contractual" } as const;

  it.each([
    ["2026-06-29", true],
    ["2026-06-30", true],
    ["2026-07-01", false],
    [undefined, false],
  ])("that end on %s", (endedOn, churned) => {
    const customer = endedOn === undefined ? {} : { endedOn };
    const { customers } = churn([{ customerId: "mei", ...customer }], { asOf, definition });
    expect(customers[0]?.churned).toBe(churned);
  });
});

describe("silence", () => {
  /** Purchases every ten days up to a day of June. */
  const every10 = (last: number) =>
    [40, 30, 20, 10, 0].map((before) =>
      new Date(Date.UTC(2026, 5, last - before)).toISOString().slice(0, 10),
    );
  const definition: ChurnDefinitionInput = { kind: "silence", fewestGaps: 4 };
  const judged = (purchases: readonly string[], given: ChurnDefinitionInput = definition) =>
    churn([{ customerId: "mei", purchases }], { asOf, definition: given }).customers[0];

  it("is too long from the day after the usual gap", () => {
    expect(judged(every10(21))).toMatchObject({ churned: false, silentDays: 9, usualDays: 10 });
    expect(judged(every10(20))).toMatchObject({ churned: false, silentDays: 10, usualDays: 10 });
    expect(judged(every10(19))).toMatchObject({ churned: true, silentDays: 11, usualDays: 10 });
  });

  it("does not know later purchases, nor counts a day twice", () => {
    const purchases = [...every10(19), "2026-06-19", "2026-07-01"];
    expect(judged(purchases)).toMatchObject({ churned: true, silentDays: 11, usualDays: 10 });
  });

  it("is measured by the segment where a customer has too few gaps", () => {
    const few = { customerId: "ann", purchases: ["2026-06-01", "2026-06-19"] };
    const many = { customerId: "mei", purchases: every10(20) };
    const { customers } = churn([few, many], { asOf, definition });
    expect(customers[0]).toMatchObject({ silentDays: 11, usualDays: 14.8, churned: false });
    const own = churn([few, many], { asOf, definition: { kind: "silence", fewestGaps: 1 } });
    expect(own.customers[0]).toMatchObject({ usualDays: 18, churned: false });
    const segments = churn([{ ...few, segment: "rare" }, many], { asOf, definition });
    expect(segments.customers[0]).toMatchObject({ usualDays: null, churned: null });
  });

  it("may be measured by the segment always", () => {
    const [often, rarely] = [every10(19), ["2026-01-01", "2026-06-19"]];
    const { customers } = churn(
      [
        { customerId: "mei", purchases: often },
        { customerId: "ann", purchases: rarely },
      ],
      { asOf, definition: { kind: "silence", gapsOf: "segment", quantile: 0.5, fewestGaps: 5 } },
    );
    expect(customers.map(({ usualDays }) => usualDays)).toEqual([10, 10]);
  });

  it("says what it does not know, and leaves it out", () => {
    const report = churn(
      [
        { customerId: "nobody" },
        { customerId: "once", purchases: ["2026-06-01"] },
        { customerId: "mei", purchases: every10(19) },
      ],
      { asOf, definition: { ...definition, gapsOf: "customer", fewestGaps: 4 } },
    );
    expect(report.customers.map(({ because }) => because.code)).toEqual([
      "no-purchases",
      "silent-too-long",
      "silent-too-long",
    ]);
    expect(report).toMatchObject({ n: 2, unknown: 1, churned: 2, value: 1 });
    expect(report.diagnostics).toEqual(["FEW_EVENTS", "BOUNDARY"]);
  });

  it("echoes the definition", () => {
    const report = churn([], { asOf, definition: { kind: "silence" } });
    expect(report.definition).toEqual({
      code: "churn-silence",
      facts: { quantile: 0.9, gapsOf: "customer", fewestGaps: 5 },
    });
    expect([report.value, report.interval, report.diagnostics]).toEqual([null, null, ["NO_DATA"]]);
  });
});

describe("win-back list", () => {
  const lost = { customerId: "mei", churned: true, silentDays: 90, valueMinor: 1000 };
  const reasonFor = (customer: object, policy: WinBackPolicyInput = {}) => {
    const { entries, left } = winBackList([{ ...lost, ...customer }], policy);
    const reason = Object.entries(left).find(([, count]) => count > 0)?.[0];
    return entries.length === 1 ? "listed" : reason;
  };

  it.each<[string, object, WinBackPolicyInput]>([
    ["listed", {}, {}],
    ["not-churned", { churned: false }, {}],
    ["churn-unknown", { churned: null }, {}],
    ["no-consent", { hasConsent: false }, {}],
    ["listed", {}, { longestSilenceDays: 90 }],
    ["silent-for-ever", {}, { longestSilenceDays: 89 }],
    ["listed", {}, { contactCostMinor: 99 }],
    ["not-worthwhile", {}, { contactCostMinor: 100 }],
    ["listed", { successShare: 0.2 }, { contactCostMinor: 100 }],
  ])("%s: %j under %j", (expected, customer, policy) => {
    expect(reasonFor(customer, policy)).toBe(expected);
  });

  it("lists the most worthwhile first, alike by id, up to a limit", () => {
    const customers = [
      { ...lost, customerId: "c" },
      { ...lost, customerId: "a" },
      { ...lost, customerId: "b", valueMinor: 2000 },
    ];
    const { entries, left, gainMinor } = winBackList(customers, { limit: 2 });
    expect(entries.map(({ customerId }) => customerId)).toEqual(["b", "a"]);
    expect([left["beyond-limit"], gainMinor]).toEqual([1, 300]);
  });

  it.each([
    [0.57, 57],
    [0.58, 58],
    [0.29, 29],
  ])("takes %s of a hundred for what it says", (successShare, expected) => {
    const customer = { customerId: "mei", churned: true, valueMinor: 100 };
    expect(winBackList([customer], { successShare, contactCostMinor: 0 }).gainMinor).toBe(expected);
  });
});

describe("loyalty matrix", () => {
  const classOf = (attitude: number, behaviour: number) =>
    loyaltyMatrix([{ customerId: "mei", attitude, behaviour }]).cells.find(
      ({ customers }) => customers === 1,
    )?.loyalty;

  it.each([
    [9, 4, "loyal"],
    [9, 3.9, "latent"],
    [8.9, 4, "spurious"],
    [8.9, 3.9, "none"],
  ])("attitude %d and behaviour %d are %s", (attitude, behaviour, expected) => {
    expect(classOf(attitude, behaviour)).toBe(expected);
  });

  it("queues the fondest first, alike by id", () => {
    const customers = [
      { customerId: "c", attitude: 9, behaviour: 1 },
      { customerId: "b", attitude: 10, behaviour: 1 },
      { customerId: "a", attitude: 9, behaviour: 2 },
    ];
    const { crossSellQueue } = loyaltyMatrix(customers);
    expect(crossSellQueue.map(({ customerId }) => customerId)).toEqual(["b", "a", "c"]);
  });

  it("counts nobody whose attitude is unknown", () => {
    const matrix = loyaltyMatrix([{ customerId: "mei", attitude: null, behaviour: 9 }]);
    expect(matrix).toMatchObject({ n: 0, unknown: 1, diagnostics: ["NO_DATA"] });
    expect(matrix.cells.map(({ share }) => share)).toEqual([null, null, null, null]);
  });
});

it.each<[string, () => unknown, readonly (string | number)[]]>([
  [
    "a day that is none",
    () =>
      churn([{ customerId: "mei", purchases: ["2026-02-30"] }], {
        asOf,
        definition: { kind: "silence" },
      }),
    [0, "purchases", 0],
  ],
  [
    "an unknown definition",
    () => churn([], { asOf, definition: { kind: "mood" } as never }),
    ["definition", "kind"],
  ],
  [
    "no value",
    () => winBackList([{ customerId: "mei", churned: true } as never]),
    [0, "valueMinor"],
  ],
  [
    "NaN",
    () => loyaltyMatrix([{ customerId: "mei", attitude: Number.NaN, behaviour: 1 }]),
    [0, "attitude"],
  ],
])("refuses %s", (_, call, path) => {
  expect(catching(call).issues[0]?.path).toEqual(path);
});

const lost = { customerId: "mei" };
const won = { ...lost, churned: true, valueMinor: 5 };
const loyal = { ...lost, attitude: 9, behaviour: 1 };

it.each([
  ["churn", () => churn([lost, lost], { asOf, definition: { kind: "contractual" } })],
  ["winBackList", () => winBackList([won, won])],
  ["loyaltyMatrix", () => loyaltyMatrix([loyal, loyal])],
])("%s refuses a customer who stands twice", (_, call) => {
  expect(catching(call).issues).toEqual([
    { path: [1, "customerId"], message: "stands at 0 already" },
  ]);
});
