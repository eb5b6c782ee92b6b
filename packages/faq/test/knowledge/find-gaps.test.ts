import { explainBecause, handle, instant, replay } from "@kefu/core";
import {
  findGaps,
  type GapCommandInput,
  gapDecider,
  gapMessages,
  type KnowledgeGap,
  openGaps,
} from "@kefu/faq";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const asked = (...queries: string[]) => queries.map((query) => ({ query }));
const names = (gaps: readonly KnowledgeGap[]) =>
  gaps.map(({ question, weight }) => [question, weight]);

describe("findGaps", () => {
  it.each([
    [
      "words",
      asked(
        "gift wrapping",
        "do you offer gift wrapping?",
        "gift wrapping cost",
        "student discount",
      ),
    ],
    ["简体", asked("礼品包装", "有礼品包装吗", "礼品包装多少钱", "学生优惠")],
    ["both scripts", asked("礼品包装", "有禮品包裝嗎", "禮品包裝", "學生優惠")],
  ])("gathers what asks the same, in %s", (_, queries) => {
    expect(findGaps(queries).map(({ weight }) => weight)).toEqual([3]);
    expect(findGaps(queries, { leastWeight: 1 })).toHaveLength(2);
  });

  it("tells weights, languages and ways of asking", () => {
    const gaps = findGaps([
      { query: "student discount", weight: 5, locale: "en" },
      { query: " student discount ", locale: "de" },
      { query: "a discount for a student", locale: "en" },
      { query: "  " },
    ]);
    expect(gaps).toEqual([
      {
        question: "student discount",
        weight: 7,
        locales: ["de", "en"],
        members: [
          { query: "student discount", weight: 6 },
          { query: "a discount for a student", weight: 1 },
        ],
      },
    ]);
  });

  it("does not depend on the order of the queries, and keeps every query once", () => {
    const words = fc.array(fc.constantFrom("gift", "wrap", "student", "discount", "退货", "發票"), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (lists) => {
        const queries = asked(...lists.map((list) => list.join(" ")));
        const gaps = findGaps(queries, { leastWeight: 0 });
        expect(findGaps(queries.toReversed(), { leastWeight: 0 })).toEqual(gaps);
        const members = gaps.flatMap((gap) => gap.members.map(({ query }) => query));
        expect(members.sort()).toEqual([...new Set(queries.map(({ query }) => query))].sort());
      }),
      { numRuns: 30 },
    );
  });

  it("reads the five thousand most frequent of very many queries", () => {
    const queries = Array.from({ length: 100_000 }, (_, at) => ({
      query: `${100_000 + at}`,
      weight: at % 20 === 0 ? 3 : 2,
    }));
    const frequent = queries.filter(({ weight }) => weight === 3);
    expect(findGaps(queries).map(({ question, weight }) => ({ query: question, weight }))).toEqual(
      frequent,
    );
  });
});

describe("gapDecider", () => {
  const by = { by: "ada", at: instant(0) };
  const dismiss = (question: string, ...queries: string[]) => ({
    type: "dismiss",
    question,
    queries,
    why: "",
    ...by,
  });
  const merge = (question: string, into: string, ...queries: string[]) => ({
    type: "merge",
    question,
    into,
    queries,
    ...by,
  });
  const approve = (question: string, ...queries: string[]) => ({
    type: "approve",
    question,
    queries,
    entryId: "e",
    ...by,
  });
  const reopen = (question: string) => ({ type: "reopen", question, ...by });
  const run = (...commands: object[]) => {
    let snapshot = replay(gapDecider, []);
    let code = "accepted";
    commands.forEach((command, at) => {
      const handled = handle(gapDecider, {}, snapshot, {
        ...command,
        commandId: `c${at}`,
      } as GapCommandInput);
      if (handled.outcome === "accepted") snapshot = handled.snapshot;
      code = handled.outcome === "refused" ? handled.because.code : handled.outcome;
    });
    return { code, board: snapshot.state };
  };
  const gap = (...members: (readonly [query: string, weight: number])[]): KnowledgeGap => ({
    question: members[0]?.[0] ?? "",
    weight: members.reduce((sum, [, weight]) => sum + weight, 0),
    locales: [],
    members: members.map(([query, weight]) => ({ query, weight })),
  });
  const gaps = [gap(["a", 5], ["a2", 1]), gap(["b", 3]), gap(["c", 2])];

  it.each([
    ["once", [dismiss("a")], "accepted"],
    ["twice", [dismiss("a"), approve("a")], "gap-decided"],
    ["anew", [dismiss("a"), reopen("a"), approve("a")], "accepted"],
    ["reopened undecided", [reopen("a")], "gap-not-decided"],
    ["into itself", [merge("a", "a")], "gap-merged-into-itself"],
    ["into what is decided", [dismiss("b"), merge("a", "b")], "gap-decided"],
    ["in a circle", [merge("a", "b"), merge("b", "a")], "gap-decided"],
  ])("decides %s", (_, commands, code) => {
    expect(run(...commands).code).toBe(code);
  });

  it.each([
    [
      "nothing",
      [],
      [
        ["a", 6],
        ["b", 3],
        ["c", 2],
      ],
    ],
    [
      "a dismissed",
      [dismiss("a", "a")],
      [
        ["b", 3],
        ["c", 2],
      ],
    ],
    [
      "a approved",
      [approve("a", "a", "a2")],
      [
        ["b", 3],
        ["c", 2],
      ],
    ],
    [
      "a small part of a dismissed",
      [dismiss("a2", "a2")],
      [
        ["a", 6],
        ["b", 3],
        ["c", 2],
      ],
    ],
    [
      "c merged into b",
      [merge("c", "b", "c")],
      [
        ["a", 6],
        ["b", 5],
      ],
    ],
    ["c into b into a", [merge("c", "b", "c"), merge("b", "a", "b")], [["a", 11]]],
    ["c into b, b dismissed", [merge("c", "b", "c"), dismiss("b", "b")], [["a", 6]]],
    [
      "c into what is gone",
      [merge("c", "z", "c")],
      [
        ["a", 6],
        ["b", 3],
      ],
    ],
    [
      "a reopened",
      [dismiss("a", "a"), reopen("a")],
      [
        ["a", 6],
        ["b", 3],
        ["c", 2],
      ],
    ],
  ])("leaves open, after %s", (_, commands, expected) => {
    expect(names(openGaps(gaps, run(...commands).board))).toEqual(expected);
  });

  it("knows a dismissed gap in the other script, and tells marks apart that are read as nothing", () => {
    const { board } = run(dismiss("礼品包装", "礼品包装"), dismiss("??", "??"));
    const found = [gap(["禮品包裝", 3]), gap(["!!", 2])];
    expect(names(openGaps(found, board))).toEqual([["!!", 2]]);
  });

  it("explains refusals", () => {
    const because = { code: "gap-decided", facts: { question: "禮品" } };
    expect(explainBecause(because, "zh-HK", gapMessages)).toBe("「禮品」已處理。");
  });
});
