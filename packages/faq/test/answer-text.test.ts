import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { answerText } from "../src/index.ts";

const plain = (markdown: string) => answerText({ format: "markdown", markdown });

describe("answerText", () => {
  it.each([
    ["emphasis", "a **b** *c* ***d*** __e__ _f_ ~~g~~", "a b c d e f g"],
    ["underscores inside words stay", "snake_case_name", "snake_case_name"],
    ["links and pictures", "see [the page](entry:x) ![photo](a.png)", "see the page photo"],
    ["headings", "## Title\ntext", "Title\ntext"],
    ["lists", "- one\n* two\n12. three", "one\ntwo\nthree"],
    ["quotes", "> said\n> so", "said\nso"],
    ["tables", "| a | b |\n|---|:-:|\n| 1 | 2 |", "a b\n\n 1 2"],
    ["code", "run `npm start`\n```sh\nls\n```", "run npm start\n\nls"],
    ["HTML", "a <b>bold</b> < 3 > 2", "a bold < 3 > 2"],
    ["Chinese", "**收货后**[7天](entry:r)内", "收货后7天内"],
    ["nothing", "", ""],
  ])("%s", (_, markdown, text) => {
    expect(plain(markdown)).toBe(text);
  });

  it("puts the parts of steps on lines of their own", () => {
    const answer = {
      format: "steps",
      intro: "First:",
      steps: ["a", "**b**"],
      outro: "Done.",
    } as const;
    expect(answerText(answer)).toBe("First:\na\nb\nDone.");
  });

  // So long that more than linear time would never end.
  it.each([
    ["[", 2_000_000],
    ["![", 4_000_000],
    ["*", 0],
    ["_", 1_999_994],
    ["`", 0],
    ["|", 0],
    ["<a", 4_000_000],
    ["> ", 0],
    ["- ", 0],
    ["#", 2_000_000],
    ["(", 2_000_000],
    ["\n", 0],
    [" ", 0],
  ])("takes linear time on two million %j", (mark, length) => {
    expect(plain(mark.repeat(2_000_000))).toHaveLength(length);
    expect(plain(`a${mark.repeat(2_000_000)}b`)).toMatch(/^a/);
  });

  it("refuses what is no answer", () => {
    expect(() => answerText({ format: "steps", steps: [] })).toThrow(InvalidInputError);
  });
});
