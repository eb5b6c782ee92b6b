import { describe, expect, it } from "vitest";
import { answerHtml } from "../src/knowledge/markdown.ts";

const place = { entryPath: (id: string) => `/en/answers/${id}`, tableLabel: 'A "table"' };
const html = (markdown: string) => answerHtml({ format: "markdown", markdown }, place);

describe("answerHtml", () => {
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

  it("numbers steps", () => {
    const answer = { format: "steps", intro: "First", steps: ["do **this**", "then"] } as const;
    expect(answerHtml(answer, place)).toBe(
      '<p>First</p>\n<ol class="steps"><li>do <strong>this</strong></li><li>then</li></ol>',
    );
  });

  it("shows other formats as plain text", () => {
    const answer = { format: "table", columns: ["to", "days"], rows: [["NL & BE", "1"]] } as const;
    expect(answerHtml(answer, place)).toContain("NL &amp; BE");
  });
});
