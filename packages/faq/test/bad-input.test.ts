import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  buildFaqIndex,
  confirmedPhrasings,
  faqSnapshot,
  learnPhrasings,
  loadFaqIndex,
  searchFaq,
  updateFaqIndex,
} from "../src/index.ts";
import { checksum } from "../src/snapshot-bytes.ts";

const parcel = { id: "a", question: { en: "Where is my parcel?" } };

describe("an entry of more text than a string can hold", () => {
  const big = "x ".repeat(300_000);
  const steps = { en: { format: "steps" as const, steps: Array(1000).fill(big) } };

  it("is refused when the index is built", () => {
    expect(() => buildFaqIndex([{ ...parcel, tags: Array(1000).fill(big) }])).toThrow(
      InvalidInputError,
    );
  });

  it("is refused by an update, which changes nothing", () => {
    const index = buildFaqIndex([parcel]);
    const put = [{ ...parcel, answer: steps }];
    expect(() => updateFaqIndex(index, { put, remove: [] })).toThrow("put.0");
    expect(searchFaq(index, "parcel", { locale: "en" }).total).toBe(1);
  });
});

it("reads a character with very many marks in time that grows with their number", () => {
  const marked = (times: number) => `a${"\u0301\u0316".repeat(times)} parcel`;
  const index = buildFaqIndex([{ id: "a", question: { en: marked(200_000) } }]);
  expect(searchFaq(index, marked(200_000), { locale: "en" }).because.code).not.toBe("empty-query");
  expect(searchFaq(index, "parcel", { locale: "en" }).hits[0]?.id).toBe("a");
});

it("shows nothing of a forged answer with a length of its own making", () => {
  const answer = { en: { format: "steps" as const, steps: ["x".repeat(40)] } };
  const bytes = new Uint8Array(faqSnapshot(buildFaqIndex([{ ...parcel, answer }])).slice(0));
  const text = String.fromCharCode(...bytes);
  const at = text.indexOf('{"format":"steps"');
  const evil = '{"format":"steps","steps":{"length":{"toString":1,"valueOf":1}}}'.padEnd(71);
  for (let i = 0; i < evil.length; i++) bytes[at + i] = evil.charCodeAt(i);
  new DataView(bytes.buffer).setUint32(12, checksum(bytes.subarray(16)), true);
  expect(at).toBeGreaterThan(0);
  const [hit] = searchFaq(loadFaqIndex(bytes.buffer), "parcel", { locale: "en" }).hits;
  expect(hit?.highlights.answer).toEqual({ excerpt: "", ranges: [] });
});

it("does not let a result change the index", () => {
  const index = loadFaqIndex(faqSnapshot(buildFaqIndex([parcel])));
  const [hit] = searchFaq(index, "parcel", { locale: "en" }).hits;
  if (hit !== undefined) (hit.category as string[]).push("forged");
  expect(searchFaq(index, "parcel", { locale: "en", category: "forged" }).total).toBe(0);
});

it("names no word of another customer as a correction", () => {
  const index = buildFaqIndex([{ ...parcel, learnt: { en: ["parcel of wojciechowska"] } }]);
  const { terms } = searchFaq(index, "wojciechowsk", { locale: "en" });
  expect(terms.map(({ correctedTo }) => correctedTo)).toEqual([undefined]);
});

it("finds the same first hit however many are asked for", () => {
  const crowd = Array.from({ length: 40 }, (_, at) => ({
    id: `crowd${at}`,
    question: { en: `red kettle kettle red kettle red number${at}` },
  }));
  const others = Array.from({ length: 60 }, (_, at) => `something else ${at}`);
  const exact = { id: "exact", question: { en: "What about kettles?" } };
  const index = buildFaqIndex([
    ...crowd,
    { ...exact, alternates: { en: [...others, "red kettle"] } },
  ]);
  const firstOf = (limit: number) => {
    const { hits, outcome, confidence } = searchFaq(index, "red kettle", { locale: "en", limit });
    return { id: hits[0]?.id, outcome, confidence };
  };
  expect([5, 15, 50, 100].map(firstOf)).toEqual(Array(4).fill(firstOf(1)));
});

it("learns nothing that looks like a number of somebody's, however it is written", () => {
  const numbers = [
    ...["call 555–123–456", "512—345—678", "138‑001‑380‑00", "06·12·34·56·78", "138:001:380"],
    ...[
      "138、001、380、00",
      "1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣",
      "壹叁捌零零壹叁捌",
      "1\u200b3\u200b8\u200b0\u200b0",
      "mail me at a.example.com",
    ],
  ];
  const learning = confirmedPhrasings();
  const said = numbers.flatMap((query) =>
    ["c1", "c2"].map((customer) => ({
      customer,
      query,
      locale: "en",
      entryId: "a",
      at: 0,
      helped: true,
    })),
  );
  expect(learning.finish(said.reduce(learning.add as never, learning.create()))).toEqual([]);
});

it("learns from many in time that grows with their number, and joins what is listed twice", () => {
  const many = Array.from({ length: 50_000 }, () => ({
    entryId: "a",
    locale: "en",
    phrasings: [],
  }));
  expect(learnPhrasings([parcel], many)[0]?.learnt).toEqual({});
  const phrasings = (text: string) => [{ text, helped: 2, unhelped: 0 }];
  const twice = ["first way", "second way"].map((text) => ({
    entryId: "a",
    locale: "en",
    phrasings: phrasings(text),
  }));
  expect(learnPhrasings([parcel], twice)[0]?.learnt).toEqual({ en: ["first way", "second way"] });
});

it("takes another word for no slip of the keyboard", () => {
  const index = buildFaqIndex([parcel, { id: "b", question: { en: "How can I pay?" } }]);
  const search = (query: string) => searchFaq(index, query, { locale: "en" });
  expect(search("where is my cancel").terms).toEqual([
    { term: "cancel", range: [12, 18], known: false, coverage: 0 },
  ]);
  expect(search("where is my aprcel").terms[0]?.correctedTo).toBe("parcel");
  expect(search("where is my parcle").confidence).toBeLessThan(1);
});

it("takes a lower answer threshold without a word about the other one", () => {
  const index = buildFaqIndex([parcel]);
  const options = { locale: "en", policy: { answerFrom: 0.1 } };
  expect(searchFaq(index, "my parcel is late", options).outcome).toBe("answer");
});
