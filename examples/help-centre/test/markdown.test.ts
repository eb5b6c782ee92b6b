import { describe, expect, it } from "vitest";
import { inlineHtml, markdownHtml } from "../src/knowledge/markdown.ts";

const place = { entryPath: (id: string) => `/en/answers/${id}`, tableLabel: 'A "table"' };
const html = (markdown: string) => markdownHtml(markdown, place);

describe("markdownHtml", () => {
  it.each([
    [
      "links to entries",
      "[costs](entry:returns-costs)",
      '<a href="/en/answers/returns-costs">costs</a>',
    ],
    ["shows markup as text", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["refuses addresses that run code", "[x](javascript:alert(1))", "[x](javascript:alert(1))"],
    ["emphasises", "**30 天**", "<strong>30 天</strong>"],
  ])("%s", (_title, markdown, expected) => {
    expect(html(markdown)).toContain(expected);
  });

  it("makes tables scroll by keyboard, with a name", () => {
    expect(html("| a |\n|---|\n| b |")).toContain(
      '<div class="table-scroll" role="region" tabindex="0" aria-label="A &quot;table&quot;"><table>',
    );
  });

  it("stands in a line without a paragraph", () => {
    expect(inlineHtml("do **this** & <b>", place)).toBe("do <strong>this</strong> &amp; &lt;b&gt;");
  });
});
