import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { buildFaqIndex, type FaqHit, type SearchFaqOptions, searchFaq } from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const index = buildFaqIndex(helpBase);
const search = (query: string, options: Partial<SearchFaqOptions> = {}) =>
  searchFaq(index, query, { locale: "en", ...options });
const firstId = (query: string, locale = "en") => search(query, { locale }).hits[0]?.id;
const marked = (hit: FaqHit | undefined) =>
  hit?.highlights.question.map((range) => hit.question.slice(...range));

describe("finds", () => {
  it.each([
    ["the question itself", "How do I send an item back?", "en", "returns-how"],
    ["an alternate", "return kettle", "en", "returns-how"],
    ["another form of a word", "sending items", "en", "returns-how"],
    ["a tag", "address", "en", "orders-address"],
    ["a word of an answer", "limescale", "en", "kettle-lid"],
    ["other words for the same concept", "reimbursement", "en", "refund-time"],
    ["a typing mistake", "parcle", "en", "orders-status"],
    ["two typing mistakes", "chnage the adress", "en", "orders-address"],
    ["upper case and full width", "ＰＡＲＣＥＬ", "en", "orders-status"],
    ["Simplified", "怎么退货", "zh-Hans", "returns-how"],
    ["Traditional with a Traditional base", "軟體怎麼更新", "zh-Hant", "app-software"],
    ["Simplified words in a Traditional base", "软体更新", "zh-Hans", "app-software"],
    ["the mainland's word for Taiwan's", "软件更新", "zh-Hans", "app-software"],
    ["Traditional where only Simplified is written", "東西不想要了", "zh-Hant", "returns-how"],
    ["a Chinese concept in other words", "我要改送貨地址", "zh-Hant", "orders-address"],
    ["English on a Chinese page", "where is my parcel", "zh-Hans", "orders-status"],
  ])("%s: %s", (_, query, locale, id) => {
    expect(firstId(query, locale)).toBe(id);
  });

  it.each(["umbrellas", "typewriters"])("never a draft or archived entry: %s", (query) => {
    expect(search(query)).toMatchObject({ outcome: "handOff", total: 0 });
  });
});

describe("outcome", () => {
  it("is an answer when one entry fits well", () => {
    const result = search("Where is my parcel?");
    expect(result).toMatchObject({ outcome: "answer", because: { code: "confident-best" } });
    expect(result.confidence).toBe(1);
  });

  it("asks back when several fit about equally", () => {
    const twins = buildFaqIndex([
      { id: "a", question: { en: "How do I clean the coffee machine?" } },
      { id: "b", question: { en: "How do I descale the coffee machine?" } },
      { id: "c", question: { en: "Which plug fits abroad?" } },
    ]);
    const result = searchFaq(twins, "coffee machine", { locale: "en" });
    if (result.outcome !== "clarify") expect.fail(result.outcome);
    expect(result.because).toMatchObject({ code: "close-choices", facts: { choices: 2 } });
    expect(result.choices.map(({ id }) => id)).toEqual(["a", "b"]);
    const [first] = result.choices;
    const told = first?.distinguishing.map((range) => first.question.slice(...range));
    expect(told?.join("")).toContain("clean");
    expect(told?.join("")).not.toContain("coffee");
  });

  it.each([
    ["", "empty-query"],
    [" \t\u0000", "empty-query"],
    ["📦🎉", "empty-query"],
    ["?!。，", "empty-query"],
    ["\ud800", "empty-query"],
    ["xylophone", "nothing-found"],
    ["木琴", "nothing-found"],
    ["خدمة العملاء", "nothing-found"],
    ["is there a swimming pool for my dog at the weekend", "low-confidence"],
  ])("hands %j off: %s", (query, code) => {
    const result = search(query);
    expect(result.outcome).toBe("handOff");
    expect(result.because.code).toBe(code);
  });

  it("finds nothing in an empty knowledge base", () => {
    expect(searchFaq(buildFaqIndex([]), "parcel", { locale: "en" })).toMatchObject({
      outcome: "handOff",
      because: { code: "nothing-found" },
      hits: [],
      total: 0,
      confidence: 0,
    });
  });
});

describe("what became of each word", () => {
  const coverage = (query: string, locale = "en") =>
    search(query, { locale }).terms.map(({ term, known, coverage }) => [term, known, coverage]);

  it("tells known from unknown words and leaves function words out", () => {
    expect(coverage("where is my parcel zeppelin")).toEqual([
      ["parcel", true, 1],
      ["zeppelin", false, 0],
    ]);
  });

  it("names the word that a typing mistake was read as", () => {
    expect(search("parsel").terms).toMatchObject([{ term: "parsel", correctedTo: "parcel" }]);
  });

  it("reports Chinese in stretches", () => {
    expect(coverage("修改收货地址大象", "zh-Hans")).toEqual([
      ["修改收货地址", true, 1],
      ["大象", false, 0],
    ]);
  });

  it.each(["㋿", "㎏", "㋿㋿", "和㋿", "㋿和", "㏂", "½"])("reports %s once", (query) => {
    const { terms } = search(query, { locale: "zh-Hans" });
    const ends = terms.map(({ range: [, end] }) => end);
    expect(terms.map(({ range: [start] }) => start)).toEqual([0, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(query.length);
  });

  it("gives offsets into the query as it was typed", () => {
    const query = "📦 ｐａｒｃｅｌ?";
    expect(search(query).terms.map(({ range }) => query.slice(...range))).toEqual(["ｐａｒｃｅｌ"]);
  });
});

describe("highlights", () => {
  it.each([
    ["parcels", "en", ["parcel"]],
    ["parcle", "en", ["parcel"]],
    ["修改地址", "zh-Hans", ["修改收货地址"]],
    ["更改送貨地址", "zh-Hant", ["修改收件地址"]],
    ["包裹", "zh-Hant", ["包裹"]],
  ])("%s", (query, locale, expected) => {
    expect(marked(search(query, { locale }).hits[0])).toEqual(expected);
  });

  it("keeps offsets right beside emoji, combining marks and full-width letters", () => {
    const question = "👩‍👩‍👧 Cafe\u0301 machine ＰＬＵＧ 退貨?";
    const odd = buildFaqIndex([{ id: "odd", question: { en: question } }]);
    const find = (query: string) => marked(searchFaq(odd, query, { locale: "en" }).hits[0]);
    expect(find("café")).toEqual(["Cafe\u0301"]);
    expect(find("plug")).toEqual(["ＰＬＵＧ"]);
    expect(find("退货")).toEqual(["退貨"]);
  });

  it("cuts the excerpt where the answer fits, at the start of a sentence", () => {
    const filler = "Nothing of interest stands in this sentence. ".repeat(10);
    const long = buildFaqIndex([
      {
        id: "long",
        question: { en: "How do I clean it?" },
        answer: {
          en: { format: "markdown", markdown: `${filler}Use **vinegar** once a month. ${filler}` },
        },
      },
    ]);
    const answer = searchFaq(long, "vinegar", { locale: "en" }).hits[0]?.highlights.answer;
    expect(answer?.excerpt).toMatch(/^…Use vinegar once a month\. .*…$/);
    expect(answer?.ranges.map((range) => answer.excerpt.slice(...range))).toEqual(["vinegar"]);
  });
});

describe("why", () => {
  it.each([
    ["Where is my parcel?", "question", "en"],
    ["ship it elsewhere", "alternate", "en"],
    ["limescale", "answer", "en"],
  ])("%s was found in the %s", (query, field, locale) => {
    expect(search(query).hits[0]?.because).toMatchObject({ field, locale });
  });
});

describe("language", () => {
  it.each([
    ["zh-Hant-HK", "怎么退货", "zh-Hant", "如何申請退貨？"],
    ["zh-CN", "退货", "zh-Hans", "怎么申请退货？"],
    ["zh-Hans", "kettle lid", "en", "The lid of my kettle does not close"],
  ])("%s is served in the next language of its chain", (locale, query, served, question) => {
    expect(search(query, { locale }).hits[0]).toMatchObject({ locale: served, question });
  });

  it.each([
    ["en", "我的包裹在哪裡", "orders-status", "en", "Where is my parcel?"],
    ["en", "东西不想要了", "returns-how", "en", "How do I send an item back?"],
    ["de", "退款要等多久", "refund-time", "en", "When will I get my money back?"],
  ])("on a page in %s, %s finds %s", (locale, query, id, served, question) => {
    expect(search(query, { locale }).hits[0]).toMatchObject({ id, locale: served, question });
  });

  it("finds by any language what is served in one alone", () => {
    const options = { locale: "en", fallback: { mode: "exact" } } as const;
    expect(search("退款要等多久", options).hits[0]).toMatchObject({
      id: "refund-time",
      locale: "en",
    });
    expect(search("如何更新軟體", options).hits.map(({ id }) => id)).not.toContain("app-software");
  });

  it("reads a fallback policy of any length once for each set of languages, not for each entry", () => {
    const next = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`en-v${at + 10_000}`, "zh-Hans"]),
    );
    const entries = Array.from({ length: 5000 }, (_, at) => ({
      id: `e${at}`,
      question: { "zh-Hans": `包裹 ${at}` },
    }));
    const options = { locale: "en-v12345", fallback: { next, last: [] } };
    expect(searchFaq(buildFaqIndex(entries), "包裹 7", options).hits[0]?.id).toBe("e7");
  });

  it("serves nothing else when the chain is switched off", () => {
    const { hits } = search("软件更新", { locale: "zh-Hans", fallback: { mode: "exact" } });
    expect(hits.map(({ id }) => id)).not.toContain("app-software");
  });
});

describe("filters", () => {
  it("keeps to a category and what is below it", () => {
    const ids = search("how do I return my order", { category: "returns" }).hits.map(
      ({ id }) => id,
    );
    expect(ids).toContain("returns-how");
    expect(ids).not.toContain("orders-address");
    expect(search("return", { category: "how" }).hits.map(({ id }) => id)).toEqual(["returns-how"]);
  });

  it("keeps to entries with all tags", () => {
    expect(search("return", { tags: ["return", "退货"] }).total).toBe(1);
    expect(search("return", { tags: ["return", "address"] }).total).toBe(0);
  });

  it("limits hits, not the total", () => {
    const { hits, total } = search("my order parcel kettle", { limit: 1 });
    expect(hits).toHaveLength(1);
    expect(total).toBeGreaterThan(1);
  });
});

describe("audience", () => {
  it.each([
    ["public", "loyalty points", false],
    ["customer", "loyalty points", true],
    ["customer", "waive the return fee", false],
    ["agent", "waive the return fee", true],
    ["admin", "waive the return fee", true],
  ] as const)("%s, %s: %s", (audience, query, isFound) => {
    const { hits } = search(query, { audience });
    expect(hits.some(({ id }) => /^(customer|staff)-/.test(id))).toBe(isFound);
  });

  it.each(["waive", "kangaroo", "waiev", "kangaro"])(
    "knows nothing of a word that only others may read: %s",
    (query) => {
      const result = search(query);
      expect(result).toMatchObject({ total: 0, hits: [] });
      expect(result.terms.map(({ known }) => known)).toEqual([false]);
      expect(result.terms[0]).not.toHaveProperty("correctedTo");
    },
  );
});

describe("any query", () => {
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };

  it.each([
    ["ten million letters", "a".repeat(1e7), "nothing-found"],
    ["a million words", "parcel ".repeat(1e6), "low-confidence"],
    ["ten million characters", "退".repeat(1e7), "low-confidence"],
    ["ten million marks", `a${"\u0301".repeat(1e7)}`, "nothing-found"],
    ["ten million halves of characters", "\ud840".repeat(1e7), "empty-query"],
    ["right to left", "\u202e\u05d4\u05d7\u05d6\u05e8\u05d4 parcel", "low-confidence"],
    ["HTML and SQL", "<script>alert(1)</script>'; DROP TABLE parcel;--", "low-confidence"],
  ])("%s", (_, query, code) => {
    expect(search(query).because.code).toBe(code);
  });

  it.each([
    ["no index", () => searchFaq({} as never, "a", { locale: "en" })],
    ["a revoked proxy", () => searchFaq(revoked() as never, "a", { locale: "en" })],
    ["no text", () => searchFaq(index, 1 as never, { locale: "en" })],
    ["no locale", () => searchFaq(index, "a", {} as never)],
    ["a broken locale", () => searchFaq(index, "a", { locale: "e" })],
    [
      "an unknown audience",
      () => searchFaq(index, "a", { locale: "en", audience: "boss" as never }),
    ],
    ["a limit of zero", () => searchFaq(index, "a", { locale: "en", limit: 0 })],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(InvalidInputError);
  });
});
