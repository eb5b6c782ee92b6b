import { parseInput } from "@kefu/core";
import { FaqAnswer } from "./faq-answer.ts";

/**
 * Each rule undoes one piece of Markdown. Every pattern is bounded or anchored to a line, so that a hostile
 * answer costs linear time.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]{0,3}(?:```|~~~)[^\n]*$/gm, ""],
  [/^[ \t|:-]{3,}$/gm, ""],
  [/^[ \t]{0,3}#{1,6}[ \t]+/gm, ""],
  [/^[ \t]*(?:>[ \t]?)+/gm, ""],
  [/^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/gm, ""],
  [/!?\[([^\][\n]{0,500})\]\([^()\s]{0,2000}\)/g, "$1"],
  [/<\/?[a-zA-Z][^<>\n]{0,500}>/g, ""],
  [/(?<![ \t])[ \t]*\|[ \t]*/g, " "],
  [/\*{1,3}|~~|`+/g, ""],
  [/(^|[\s(])_{1,3}(?=\S)|(\S)_{1,3}(?=[\s).,;:!?]|$)/gm, "$1$2"],
  [/(?<![ \t])[ \t]+$/gm, ""],
  [/\n{3,}/g, "\n\n"],
];

/**
 * An answer as plain text, for search, previews and reading aloud: Markdown marks are gone, words stay, steps and
 * paragraphs stand on lines of their own.
 *
 * @throws `InvalidInputError` when it is no answer
 *
 * @example
 * ```ts
 * import { answerText } from "@kefu/faq";
 *
 * answerText({ format: "markdown", markdown: "**30 days**, see [returns](entry:returns)." }); // => "30 days, see returns."
 * answerText({ format: "steps", steps: ["打开**订单**", "点击“退货”"] }); // => "打开订单\n点击“退货”"
 * ```
 */
export function answerText(answer: FaqAnswer): string {
  return plainAnswer(parseInput(FaqAnswer, "answer", answer));
}

/** The same for an answer that has been read already. */
export function plainAnswer(answer: FaqAnswer): string {
  return plainText(
    partsOf(answer)
      .filter((part) => part !== "")
      .join("\n"),
  );
}

function partsOf(answer: FaqAnswer): readonly string[] {
  switch (answer.format) {
    case "markdown":
      return [answer.markdown];
    case "steps":
      return [answer.intro ?? "", ...answer.steps, answer.outro ?? ""];
    case "table": {
      const lines = [answer.columns, ...answer.rows].map((cells) => cells.join(" | "));
      return [answer.intro ?? "", ...lines, answer.outro ?? ""];
    }
    case "decisionTree":
      return answer.nodes.flatMap((node) =>
        node.kind === "outcome"
          ? [node.markdown]
          : [node.question, ...node.options.map(({ label }) => label)],
      );
    case "media":
      return [answer.description];
    default:
      return answer satisfies never;
  }
}

/** Text that no rule changes, which most of it is: a single line without marks, not beginning like that of a list. */
const UNMARKED = /^(?![ \t]*[\d:+-])[^\n\r\u2028\u2029#>*_`~|<[\]]*$/;

function plainText(markdown: string): string {
  if (UNMARKED.test(markdown)) return markdown.trim();
  return RULES.reduce((text, [pattern, by]) => text.replace(pattern, by), markdown).trim();
}
