import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Audience,
  buildFaqIndex,
  type FaqEntryInput,
  type FaqIndex,
  relatedFaq,
  searchFaq,
  suggestFaq,
  updateFaqIndex,
} from "../src/index.ts";

const words =
  "parcel return refund address kettle using us one 退货 退款 地址 收貨 軟體 Café plugs 4711 ㎏".split(
    " ",
  );
const phrase = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((some) => some.join(" "));
const audience = fc.constantFrom<Audience>("public", "customer", "agent", "admin");
const ids = ["a", "b", "c", "d", "e", "f", "B", "é"];
const texts = fc.dictionary(fc.constantFrom("en", "de", "zh-Hant", "zh-Hans"), phrase, {
  minKeys: 1,
  maxKeys: 3,
});
const entry = fc.record(
  {
    id: fc.constantFrom(...ids),
    question: texts.map((by) => mapped(by, (text) => `${text} why嗎`)),
    alternates: texts.map((by) => mapped(by, (text) => [text])),
    answer: texts.map((by) =>
      mapped(by, (markdown) => ({ format: "markdown" as const, markdown })),
    ),
    tags: fc.array(fc.constantFrom("plug", "退款"), { maxLength: 2 }),
    category: fc.array(fc.constantFrom("one", "two"), { maxLength: 2 }),
    related: fc.array(fc.constantFrom(...ids), { maxLength: 2 }),
    audience,
    status: fc.constantFrom("published" as const, "published" as const, "draft" as const),
  },
  { requiredKeys: ["id", "question"] },
);
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 6 });
const step = fc
  .tuple(entries, fc.array(fc.constantFrom(...ids), { maxLength: 3 }))
  .map(([put, remove]) => ({
    put: put as FaqEntryInput[],
    remove: remove.filter((id) => !put.some((one) => one.id === id)),
  }));

function mapped<From, To>(by: Record<string, From>, turn: (from: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(by).map(([key, value]) => [key, turn(value)]));
}

const queries = [
  ...["retrun parcel", "refund using one address", "退貨 收货", "kettel 4711", "soft 软件", "us"],
  ...["plu", "cafe why", "嗎", "xyz", "return parcel return 退"],
];

/** Everything that can be asked of an index. */
function answersOf(index: FaqIndex) {
  const facets = ["category", "tag", "locale"] as const;
  return (["public", "customer", "agent", "admin"] as const).map((audience) =>
    ["en", "zh-Hant"].map((locale) => {
      const options = { locale, audience };
      const found = queries.map((query) => [
        searchFaq(index, query, { ...options, facets }),
        searchFaq(index, query, { ...options, tags: ["plug"], ids: ["a", "B"], limit: 1 }),
        suggestFaq(index, query, options),
      ]);
      return [found, ids.map((id) => relatedFaq(index, id, options))];
    }),
  );
}

function applied(
  before: ReadonlyMap<string, FaqEntryInput>,
  { put, remove }: { put: readonly FaqEntryInput[]; remove: readonly string[] },
): Map<string, FaqEntryInput> {
  const after = new Map(before);
  for (const id of remove) after.delete(id);
  for (const one of put) after.set(one.id, one);
  return after;
}

describe("laws of updating", () => {
  it("any sequence of updates finds what an index built anew finds", () => {
    fc.assert(
      fc.property(entries, fc.array(step, { maxLength: 4 }), fc.boolean(), (first, steps, asks) => {
        const index = buildFaqIndex(first as FaqEntryInput[]);
        let left = applied(new Map(), { put: first as FaqEntryInput[], remove: [] });
        for (const one of steps) {
          // Whatever is remembered of earlier searches must not show.
          if (asks) answersOf(index);
          updateFaqIndex(index, one);
          left = applied(left, one);
        }
        expect(answersOf(index)).toEqual(answersOf(buildFaqIndex([...left.values()])));
      }),
      { numRuns: 30 },
    );
  });

  it("many updates, enough to bring the index in order several times, leave no trace", () => {
    const index = buildFaqIndex([]);
    const left = new Map<string, FaqEntryInput>();
    for (let round = 0; round < 1500; round++) {
      const id = `entry ${(round * 7919) % 400}`;
      const text = `${words[round % words.length]} ${words[(round * 31) % words.length]} ${round % 97}`;
      const one: FaqEntryInput = { id, question: { en: text, "zh-Hans": `${text}吗` } };
      if (round % 5 === 4) {
        updateFaqIndex(index, { remove: [id] });
        left.delete(id);
      } else {
        updateFaqIndex(index, { put: [one] });
        left.set(id, one);
      }
      if (round % 100 === 0) searchFaq(index, "parcel", { locale: "en" });
    }
    expect(answersOf(index)).toEqual(answersOf(buildFaqIndex([...left.values()])));
  });
});
