import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../scripts/any-text.ts";
import {
  type Audience,
  buildFaqIndex,
  type FaqEntryInput,
  maySee,
  searchFaq,
  suggestFaq,
  type TextRange,
} from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const words = "parcel return refund address kettle 退货 退款 地址 收貨 軟體 Café 👩‍👩‍👧 plug".split(
  " ",
);
const phrase = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((some) => some.join(" "));
const someText = fc.oneof(
  anyText({ maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  phrase,
);
const locale = fc.constantFrom("en", "zh-Hans", "zh-Hant", "zh-TW", "de");
const audience = fc.constantFrom<Audience>("public", "customer", "agent", "admin");
const entry = fc.record<FaqEntryInput>({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f", "B", "é"),
  question: fc.record({
    en: phrase.map((text) => `${text} why`),
    "zh-Hant": phrase.map((text) => `${text}嗎`),
  }),
  alternates: fc.record({ en: fc.array(someText, { maxLength: 2 }) }),
  answer: fc.record({
    en: someText.map((markdown) => ({ format: "markdown" as const, markdown })),
  }),
  tags: fc.array(phrase, { maxLength: 2 }),
  audience,
});
const base = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 6 });
const index = buildFaqIndex(helpBase);

function expectWholeCharacters(text: string, ranges: readonly TextRange[]): void {
  let last = 0;
  for (const [start, end] of ranges) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    for (const at of [start, end]) {
      const splits =
        /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");
      expect(splits).toBe(false);
    }
    last = end;
  }
}

describe("laws of searching", () => {
  it("any text is a query, with a whole result", () => {
    fc.assert(
      fc.property(someText, locale, audience, (query, locale, audience) => {
        const result = searchFaq(index, query, { locale, audience });
        expect(result.confidence).toBeGreaterThanOrEqual(0);
        expect(result.confidence).toBeLessThanOrEqual(1);
        expect(result.total).toBeGreaterThanOrEqual(result.hits.length);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(searchFaq(index, query, { locale, audience })).toEqual(result);
      }),
    );
  });

  it("ranges lie within their texts, in order, on whole characters", () => {
    fc.assert(
      fc.property(base, someText, locale, (entries, query, locale) => {
        const own = buildFaqIndex(entries);
        const { hits, terms } = searchFaq(own, query, { locale });
        expectWholeCharacters(
          query,
          terms.map(({ range }) => range),
        );
        for (const { question, highlights } of hits) {
          expectWholeCharacters(question, highlights.question);
          expectWholeCharacters(highlights.answer.excerpt, highlights.answer.ranges);
        }
        for (const { question, highlights } of suggestFaq(own, query, { locale })) {
          expectWholeCharacters(question, highlights);
        }
      }),
    );
  });

  it("the order of entries does not matter", () => {
    fc.assert(
      fc.property(
        base,
        fc.infiniteStream(fc.nat()),
        phrase,
        locale,
        (entries, keys, query, locale) => {
          const shuffled = entries
            .map((one) => ({ one, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const options = { locale };
          expect(searchFaq(buildFaqIndex(shuffled), query, options)).toEqual(
            searchFaq(buildFaqIndex(entries), query, options),
          );
        },
      ),
    );
  });

  it("an audience finds exactly what it would find if nothing else were there", () => {
    fc.assert(
      fc.property(base, phrase, locale, audience, (entries, query, locale, reader) => {
        const visible = entries.filter(({ audience = "public" }) => maySee(reader, audience));
        const facets = ["category", "tag", "locale"] as const;
        const options = { locale, audience: reader, facets };
        expect(searchFaq(buildFaqIndex(entries), query, options)).toEqual(
          searchFaq(buildFaqIndex(visible), query, options),
        );
        const typing = { locale, audience: reader };
        expect(suggestFaq(buildFaqIndex(entries), query, typing)).toEqual(
          suggestFaq(buildFaqIndex(visible), query, typing),
        );
      }),
    );
  });

  it("every found entry has one served locale, and no facet counts more than are found", () => {
    fc.assert(
      fc.property(base, phrase, locale, (entries, query, locale) => {
        const facets = ["tag", "locale"] as const;
        const { facets: counts, total } = searchFaq(buildFaqIndex(entries), query, {
          locale,
          facets,
        });
        const served = counts?.locale?.reduce((sum, { count }) => sum + count, 0);
        expect(served).toBe(total);
        for (const { count } of counts?.tag ?? []) expect(count).toBeLessThanOrEqual(total);
      }),
    );
  });

  it("every entry is found first by its own question, unless another is asked alike", () => {
    for (const { id, question } of helpBase.slice(0, 8)) {
      for (const [locale, text] of Object.entries(question)) {
        const { hits } = searchFaq(index, text, { locale, audience: "admin" });
        expect(hits[0]?.id, text).toBe(id);
        expect(hits[0]?.similarity).toBeCloseTo(1, 5);
      }
    }
  });
});
