import { diffRevisions, type RevisionChange } from "@kefu/faq";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const en = (question: string) => ({ question: { en: question } });
const textOf = (kinds: readonly string[], { pieces }: RevisionChange) =>
  pieces.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join("");
const marked = (changes: readonly RevisionChange[]) =>
  changes.map(({ pieces }) =>
    pieces
      .map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind])
      .join(""),
  );

describe("diffRevisions", () => {
  it.each([
    ["words", "How do I return it?", "How can I return it?", "How [-do][+can] I return it?"],
    ["Han characters", "怎麼退貨？", "怎麼換貨？", "怎麼[-退][+換]貨？"],
    ["both scripts", "用iPhone下单", "用Android下单", "用[-iPhone][+Android]下单"],
    ["lines", "a\nb", "a\nc\nb", "a\n[+c\n]b"],
    ["emoji", "ok 👍", "ok 🎉", "ok [-👍][+🎉]"],
  ])("compares by %s", (_, older, newer, expected) => {
    expect(marked(diffRevisions(en(older), en(newer)))).toEqual([expected]);
  });

  it("names each place", () => {
    const older = {
      ...en("A?"),
      tags: ["x"],
      answer: { en: { format: "steps" as const, steps: ["one", "two"] } },
    };
    const newer = {
      question: { en: "A?", "zh-Hans": "甲？" },
      answer: { en: { format: "steps" as const, steps: ["one", "new", "two"] } },
      audience: "agent" as const,
    };
    const changes = diffRevisions(older, newer);
    expect(changes.map(({ path, change }) => [path.join("."), change])).toEqual([
      ["answer.en.steps", "changed"],
      ["tags", "removed"],
      ["audience", "changed"],
      ["question.zh-Hans", "added"],
    ]);
    expect(marked(changes)[0]).toBe("one\n[+new\n]two");
  });

  it("gives both texts back", () => {
    const text = fc
      .string({
        minLength: 1,
        unit: fc.constantFrom("a", "b", " ", "\n", "退", "貨", "👍", "\r\n", "\ud800"),
      })
      .map((t) => `x${t}`);
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const changes = diffRevisions(en(older), en(newer));
        expect(changes.length).toBe(older === newer ? 0 : 1);
        for (const change of changes) {
          expect(textOf(["same", "removed"], change)).toBe(older);
          expect(textOf(["same", "added"], change)).toBe(newer);
          expect(change.pieces.every((piece) => piece.text !== "")).toBe(true);
        }
      }),
    );
  });

  it.each([
    ["megabytes of words", "ab ".repeat(1e6), "cd ".repeat(1e6)],
    ["megabytes of line ends", `x${"\n".repeat(3e6)}`, `${"\n".repeat(3e6)}x`],
    [
      "thousands of other words",
      Array.from({ length: 8000 }, (_, at) => `a${at}`).join(" "),
      Array.from({ length: 8000 }, (_, at) => `b${at}`).join(" "),
    ],
    ["one long word", "a".repeat(3e6), "b".repeat(3e6)],
  ])("comes to an end on %s", (_, older, newer) => {
    const changes = diffRevisions(en(older), en(newer));
    expect(changes.map((change) => textOf(["same", "removed"], change))).toEqual([older]);
    expect(changes.map((change) => textOf(["same", "added"], change))).toEqual([newer]);
  });
});
