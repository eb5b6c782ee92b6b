import * as core from "@kefu/core";
import fc from "fast-check";
import { z } from "zod";
import { anyText } from "../../../scripts/any-text.ts";
import { describeFuzz } from "../../../scripts/fuzz.ts";

const money = fc.record({
  amountMinor: fc.maxSafeInteger(),
  currency: fc.constantFrom("EUR", "JPY", "KWD"),
});
const locale = fc.constantFrom("en", "zh", "zh-Hant-HK", "de-AT", "sr-Latn-RS-ekavsk");
const text = fc.dictionary(locale, fc.string({ minLength: 1 }));
const fallback = fc.record(
  {
    mode: fc.constantFrom("chain", "exact"),
    next: fc.dictionary(locale, locale),
    last: fc.array(locale),
  },
  { requiredKeys: [] },
);
const because = fc.record({
  code: fc.constantFrom("late", "early"),
  facts: fc.dictionary(fc.constantFrom("name", "day"), fc.oneof(fc.string(), fc.integer())),
});
const fraction = fc.record({
  numerator: fc.maxSafeInteger(),
  denominator: fc.nat().map((n) => n + 1),
});
const rounding = fc.constantFrom(...core.Rounding.options);
const decider = fc.constant({
  initial: null,
  decide: (_: unknown, __: unknown, command: unknown) => ({
    outcome: "accepted",
    events: [command],
  }),
  evolve: (_: unknown, event: unknown) => event,
});
const accumulator = fc.constant({
  create: () => 0,
  add: (sum: number) => sum + 1,
  merge: (one: number, other: number) => one + other,
  finish: (sum: number) => sum,
});
const ids = fc.array(fc.string({ minLength: 1, unit: "grapheme-ascii" }), { maxLength: 4 });
const snapshot = fc.record({ state: fc.jsonValue(), version: fc.nat(), commandIds: ids });
const command = fc.record(
  { commandId: fc.constantFrom("c1", "c2"), expectedVersion: fc.nat({ max: 3 }) },
  { requiredKeys: ["commandId"] },
);
const order = fc.constant({
  id: "o1",
  customerId: "c1",
  placedAt: 0,
  currency: "EUR",
  lines: [{ id: "l1", productId: "p1", quantity: 2, unitPriceMinor: 5, discountMinor: 1 }],
  totalMinor: 9,
  shipments: [{ id: "s1", lines: [{ lineId: "l1", quantity: 1 }], shippedAt: 0 }],
  refunds: [{ id: "r1", lines: [{ lineId: "l1", quantity: 1 }], amountMinor: 5, refundedAt: 0 }],
});
const models = [
  ...[core.Customer, core.Product, core.Order, core.Ticket, core.Message, core.Interaction],
  ...[core.LocaleFallbackPolicy, core.LocalizedText, core.MessageCatalogue, core.Because],
];
const schema = fc.constantFrom<z.ZodType>(
  ...models,
  z.lazy(() => core.Money.nullable()),
  z.json(),
);
const audience = fc.constantFrom(...core.Audience.options);

describeFuzz(core, {
  arguments: {
    accumulate: fc.tuple(accumulator, fc.array(fc.jsonValue())),
    addMoney: fc.tuple(money, money),
    allocateMoney: fc.tuple(money, fc.array(fc.maxSafeNat(), { maxLength: 5 })),
    bucketOf: fc.tuple(anyText(), fc.oneof(fc.string(), fc.double())),
    compareMoney: fc.tuple(money, money),
    decimalOf: fc.tuple(money),
    explainBecause: fc.tuple(
      because,
      locale,
      fc.dictionary(fc.constantFrom("late"), text),
      fallback,
    ),
    fallbackChain: fc.tuple(locale, fallback),
    handle: fc.tuple(decider, fc.jsonValue(), snapshot, command),
    localize: fc.tuple(text, locale, fallback),
    localizeValue: fc.tuple(fc.dictionary(locale, fc.jsonValue()), locale, fallback),
    moneyOfDecimal: fc.tuple(fc.stringMatching(/^[-+]?\d{1,20}(\.\d{1,5})?$/), fc.constant("EUR")),
    multiplyMoney: fc.tuple(money, fraction, rounding),
    multiplyRounded: fc.tuple(fc.maxSafeInteger(), fraction, rounding),
    murmur3: fc.tuple(anyText(), fc.double()),
    parseInput: fc.tuple(schema, fc.string(), fc.oneof(order, text, snapshot, because)),
    redact: fc.tuple(schema, fc.oneof(order, text, snapshot, because), audience),
    replay: fc.tuple(decider, fc.array(fc.jsonValue()), fc.record({ snapshot, commandIds: ids })),
    seededRandom: fc.tuple(fc.string()),
    subtractMoney: fc.tuple(money, money),
  },
});
