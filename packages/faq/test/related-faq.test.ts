import { describe, expect, it } from "vitest";
import { buildFaqIndex, relatedFaq } from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const index = buildFaqIndex(helpBase);
const ids = (id: string, options = {}) =>
  relatedFaq(index, id, { locale: "en", ...options }).map((one) => `${one.id} ${one.because}`);

describe("relatedFaq", () => {
  it("lists what the entry names first, and hides what the reader may not see", () => {
    expect(ids("returns-how")[0]).toBe("refund-time pinned");
    expect(ids("returns-how").join()).not.toContain("staff-returns");
    expect(ids("returns-how", { audience: "agent" }).slice(0, 2)).toEqual([
      "refund-time pinned",
      "staff-returns pinned",
    ]);
  });

  it("finds similar entries", () => {
    const coffee = buildFaqIndex([
      { id: "clean", question: { en: "How do I clean the coffee machine?" } },
      { id: "descale", question: { en: "How do I descale the coffee machine?" } },
      { id: "plug", question: { en: "Which plug fits abroad?" } },
    ]);
    expect(relatedFaq(coffee, "clean", { locale: "en" })).toMatchObject([
      { id: "descale", because: "similar" },
    ]);
  });

  it.each(["nowhere", "staff-returns", "draft", "__proto__"])(
    "knows nothing of %s, be it hidden or missing",
    (id) => {
      expect(ids(id)).toEqual([]);
    },
  );
});
