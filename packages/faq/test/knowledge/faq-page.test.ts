import { instant } from "@kefu/core";
import { type FaqEntryInput, faqPage, jsonForScript } from "@kefu/faq";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const entry = (more: Partial<FaqEntryInput> = {}): FaqEntryInput => ({
  id: "returns",
  question: { en: "Returns?", "zh-Hans": "退货？" },
  answer: { en: { format: "markdown", markdown: "**30** days" } },
  ...more,
});

describe("faqPage", () => {
  it("holds question and plain answer", () => {
    const page = faqPage([entry()], "EN", { modifiedAt: instant("2026-11-24T00:00:00Z") });
    expect(page).toEqual({
      "@context": "https://schema.org",
      "@type": "FAQPage",
      inLanguage: "en",
      dateModified: "2026-11-24T00:00:00.000Z",
      mainEntity: [
        {
          "@type": "Question",
          name: "Returns?",
          acceptedAnswer: { "@type": "Answer", text: "30 days" },
        },
      ],
    });
  });

  it.each([
    ["customers", entry({ audience: "customer" }), "en"],
    ["agents", entry({ audience: "agent" }), "en"],
    ["nobody yet", entry({ status: "draft" }), "en"],
    ["nobody any more", entry({ status: "archived" }), "en"],
    ["readers without an answer in their language", entry(), "zh-Hans"],
    ["readers of another language", entry(), "fr"],
  ])("leaves out what is for %s", (_, given, locale) => {
    const page = faqPage([given], locale);
    expect(page.mainEntity).toEqual([]);
    expect(page).not.toHaveProperty("dateModified");
  });
});

describe("jsonForScript", () => {
  it.each(["</script>", "<!--", "<script", "\u2028\u2029", "]]>"])("makes %j harmless", (text) => {
    const json = jsonForScript({ text });
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ text });
  });

  it("means the same JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (page) => {
        const json = jsonForScript(page);
        expect(json).not.toContain("<");
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(page)));
      }),
    );
  });
});
