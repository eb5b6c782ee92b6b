import { runInNewContext } from "node:vm";
import { KefuError } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildFaqIndex,
  type FaqIndex,
  FaqSnapshotError,
  faqSnapshot,
  loadFaqIndex,
  relatedFaq,
  searchFaq,
  suggestFaq,
  updateFaqIndex,
} from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const audiences = ["public", "customer", "agent", "admin"] as const;
const queries = ["retrun parcel", "退貨", "refund", "waive the fee", "kett", "软件 address"];

const answersOf = (index: FaqIndex) =>
  audiences.map((audience) => {
    const options = { locale: "en", audience };
    return [
      queries.map((query) => [
        searchFaq(index, query, { ...options, facets: ["category", "tag", "locale"] }),
        suggestFaq(index, query, options),
      ]),
      helpBase.map(({ id }) => relatedFaq(index, id, options)),
    ];
  });

const codeOf = (call: () => unknown): string | undefined => {
  try {
    call();
  } catch (error) {
    if (error instanceof KefuError) return error.code;
    throw error;
  }
  return undefined;
};

const small = [
  {
    id: "a",
    question: { en: "Why is Café 退貨 shut?", "zh-Hant": "為何？\ud83d" },
    answer: {
      en: { format: "steps" as const, steps: ["One", "Two"] },
      "zh-Hant": { format: "markdown" as const, markdown: "ñ ก 退 \ufffd \u{20000}" },
    },
    tags: ["x"],
    reviewBy: "2027-01-31",
  },
  { id: "b", question: { de: "Wo ist der Schlüssel?" }, audience: "agent" as const },
];

describe("faqSnapshot and loadFaqIndex", () => {
  it("find the same, stored as bytes, as a view of bytes, or as JSON", () => {
    const index = buildFaqIndex(helpBase);
    const before = answersOf(index);
    const bytes = faqSnapshot(index);
    expect(answersOf(index)).toEqual(before);
    expect(answersOf(loadFaqIndex(bytes))).toEqual(before);
    const padded = new Uint8Array(bytes.byteLength + 7);
    padded.set(new Uint8Array(bytes), 3);
    expect(answersOf(loadFaqIndex(padded.subarray(3, -4)))).toEqual(before);
    const json: unknown = JSON.parse(JSON.stringify(faqSnapshot(index, { as: "json" })));
    expect(answersOf(loadFaqIndex(json as never))).toEqual(before);
  });

  it("load the bytes of another realm, too", () => {
    const bytes = new Uint8Array(faqSnapshot(buildFaqIndex(small)));
    const foreign: Uint8Array<ArrayBuffer> = runInNewContext("Uint8Array.from(bytes)", { bytes });
    expect(foreign.buffer).not.toBeInstanceOf(ArrayBuffer);
    for (const given of [foreign, foreign.buffer]) {
      expect(faqSnapshot(loadFaqIndex(given))).toEqual(bytes.buffer);
    }
  });

  it("hold every text as it was written", () => {
    const loaded = loadFaqIndex(faqSnapshot(buildFaqIndex(small)));
    const { hits } = searchFaq(loaded, "為何", { locale: "zh-Hant" });
    expect(hits[0]?.question).toBe("為何？\ud83d");
    expect(hits[0]?.highlights.answer.excerpt).toBe("ñ ก 退 \ufffd \u{20000}");
    expect(searchFaq(loaded, "café", { locale: "en" }).hits[0]?.highlights.answer.excerpt).toBe(
      "One Two",
    );
  });

  it("give the same bytes for the same entries, however they came in, and after loading", () => {
    const bytes = faqSnapshot(buildFaqIndex(helpBase));
    const grown = buildFaqIndex(helpBase.slice(4).reverse());
    updateFaqIndex(grown, { put: [{ id: "gone", question: { en: "A passing zeppelin" } }] });
    updateFaqIndex(grown, { put: helpBase.slice(0, 5), remove: ["gone"] });
    expect(faqSnapshot(grown)).toEqual(bytes);
    expect(faqSnapshot(loadFaqIndex(bytes))).toEqual(bytes);
  });

  it("keep a lexicon of the shop's own, and an empty base", () => {
    const own = buildFaqIndex(helpBase, { lexicon: [["zeppelin", "parcel"]] });
    const loaded = loadFaqIndex(faqSnapshot(own));
    updateFaqIndex(loaded, { remove: ["returns-how"] });
    expect(searchFaq(loaded, "zeppelin", { locale: "en" }).hits[0]?.id).toBe("orders-status");
    const empty = loadFaqIndex(faqSnapshot(buildFaqIndex([])));
    expect(searchFaq(empty, "parcel", { locale: "en" }).total).toBe(0);
  });

  it("refuse a snapshot that is cut off anywhere", () => {
    const bytes = faqSnapshot(buildFaqIndex(small));
    for (let length = 0; length < bytes.byteLength; length++) {
      const cut = bytes.slice(0, length);
      expect(
        codeOf(() => loadFaqIndex(cut)),
        `${length}`,
      ).toBe("unusable-snapshot");
    }
  });

  it("refuse a snapshot of which any bit is flipped", () => {
    const bytes = new Uint8Array(faqSnapshot(buildFaqIndex(small)));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(
        codeOf(() => loadFaqIndex(bytes)),
        `${bit}`,
      ).toBe("unusable-snapshot");
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    }
    expect(codeOf(() => loadFaqIndex(bytes))).toBeUndefined();
  });

  it("survive a forged checksum: an error, or an index that can be asked", {
    timeout: 120_000,
  }, () => {
    const whole = new Uint8Array(faqSnapshot(buildFaqIndex(small)));
    const change = fc.tuple(fc.integer({ min: 16, max: whole.length - 1 }), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        let sum = 0x811c9dc5;
        for (const byte of bytes.subarray(16)) sum = Math.imul(sum ^ byte, 0x01000193);
        new DataView(bytes.buffer).setUint32(12, sum >>> 0, true);
        const code = codeOf(() => {
          const index = loadFaqIndex(bytes);
          const found = searchFaq(index, "why schlüssel 退貨 schlusel", {
            locale: "en",
            audience: "agent",
          });
          JSON.stringify([found, suggestFaq(index, "wh", { locale: "en" })]);
          updateFaqIndex(index, { put: small.slice(0, 1), remove: ["b"] });
          faqSnapshot(index);
        });
        expect([undefined, "unusable-snapshot"]).toContain(code);
      }),
      { numRuns: 2000 },
    );
  });

  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const handedOn = () => {
    const bytes = new Uint8Array(faqSnapshot(buildFaqIndex(small)));
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    return bytes;
  };
  const json = () => faqSnapshot(buildFaqIndex(small), { as: "json" });
  it.each<[string, () => unknown]>([
    ["nothing", () => undefined],
    ["a number", () => 1],
    ["another document", () => ({ format: "minisearch" })],
    ["no data", () => ({ format: "kefu-faq-index" })],
    ["another version", () => ({ ...json(), version: 1 })],
    ["another analyzer", () => ({ ...json(), analyzer: 1 })],
    ["no Base64", () => ({ ...json(), data: "退" })],
    ["cut Base64", () => ({ ...json(), data: json().data.slice(0, -4) })],
    ["a revoked proxy", revoked],
    ["a buffer handed on", () => handedOn().buffer],
    ["a view of a buffer handed on", handedOn],
    ["an empty buffer", () => new ArrayBuffer(0)],
    ["other bytes", () => new Uint8Array(1000).fill(65)],
  ])("refuse %s", (_, make) => {
    expect(() => loadFaqIndex(make() as never)).toThrow(FaqSnapshotError);
  });
});
