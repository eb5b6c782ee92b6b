import fc from "fast-check";
import { expect, it } from "vitest";
import { compilePattern, isSafePattern } from "../src/safe-pattern.ts";

const atom = fc.constantFrom(
  ...["a", "b", "k", "K", "客", "😀", ".", "-", " ", "^", "$", "\\b", "\\B", "\\d", "\\w", "\\s"],
  ...[
    "\\W",
    "\\D",
    "\\S",
    "[ab]",
    "[^a]",
    "[a-c\\d]",
    "[^\\w客]",
    "[]",
    "[^]",
    "\\.",
    "\\n",
    "\\u{61}",
  ],
);
const quantifier = fc.constantFrom(
  "",
  "",
  "*",
  "+",
  "?",
  "*?",
  "{2}",
  "{0}",
  "{1,}",
  "{0,2}?",
  "{2,3}",
);
const { pattern } = fc.letrec<{ pattern: string; group: string; piece: string }>((tie) => ({
  pattern: fc.array(tie("piece"), { maxLength: 3 }).map((pieces) => pieces.join("")),
  group: fc
    .tuple(fc.constantFrom("(", "(?:"), fc.array(tie("pattern"), { minLength: 1, maxLength: 2 }))
    .map(([open, branches]) => `${open}${branches.join("|")})`),
  piece: fc
    .tuple(fc.oneof({ maxDepth: 2 }, atom, tie("group")), quantifier)
    .map(([single, count]) => single + (/^(?:[$^]|\\b)$/i.test(single) ? "" : count)),
}));
const text = fc
  .array(
    fc.constantFrom("a", "b", "c", "k", "K", "\u212a", "客", "😀", "\ud83d", "1", " ", "\n", "-"),
    {
      maxLength: 8,
    },
  )
  .map((characters) => characters.join(""));

it("answers as the native engine does", () => {
  fc.assert(
    fc.property(pattern, text, fc.boolean(), (source, subject, ci) => {
      // V8 also looks for word boundaries in the middle of a surrogate pair, against the standard.
      const isMiscounted = /\\b/i.test(source) && /[\ud800-\udfff]/.test(subject);
      fc.pre(isSafePattern(source) && !isMiscounted);
      const native = new RegExp(source, ci ? "iu" : "u");
      expect(compilePattern(source, ci)(subject)).toBe(native.test(subject));
    }),
    { numRuns: 3_000 },
  );
});

/** Mostly signs with a meaning; fast-check's own unit "binary" takes seconds to set up. */
const sign = fc.constantFrom(...`abk^$.\\[](){}|*+?-,:=!<>1209udxpPBbwWsS客😀\ud83d\0`.split(""));

it("takes any text as a pattern, or refuses it with a SyntaxError", () => {
  fc.assert(
    fc.property(fc.string({ unit: sign }), text, (source, subject) => {
      try {
        expect(compilePattern(source)(subject)).toBeTypeOf("boolean");
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
    { numRuns: 1_000 },
  );
});
