import {
  answerText,
  DecisionTreeAnswer,
  MediaAnswer,
  TableAnswer,
  walkDecisionTree,
} from "@kefu/faq";
import { describe, expect, it } from "vitest";

const question = (id: string, ...next: string[]) => ({
  kind: "question" as const,
  id,
  question: `${id}?`,
  options: next.map((to) => ({ label: `to ${to}`, next: to })),
});
const outcome = (id: string, handOff = false) => ({
  kind: "outcome" as const,
  id,
  markdown: `Do ${id}.`,
  handOff,
});
const tree = (...nodes: (ReturnType<typeof question> | ReturnType<typeof outcome>)[]) => ({
  format: "decisionTree" as const,
  nodes,
});
const lamp = tree(
  question("lamp", "plug", "fuse"),
  outcome("plug"),
  question("fuse", "plug", "call"),
  outcome("call", true),
);

describe("walkDecisionTree", () => {
  it.each([
    [[], "question", "lamp", 0],
    [[0], "outcome", "plug", 1],
    [[1], "question", "fuse", 1],
    [[1, 1], "outcome", "call", 2],
    [[1, 1, 7, 7], "outcome", "call", 2],
  ])("after %j stands at a %s called %s", (choices, kind, nodeId, taken) => {
    const step = walkDecisionTree(lamp, choices);
    expect(step).toMatchObject({ kind, nodeId });
    expect(step.taken).toHaveLength(taken);
  });

  it("tells who takes over what was asked and answered", () => {
    const taken = [
      { question: "lamp?", answer: "to fuse" },
      { question: "fuse?", answer: "to call" },
    ];
    expect(walkDecisionTree(lamp, [1, 1])).toMatchObject({ handOff: true, taken });
  });

  it("refuses a choice that is no option, with its place", () => {
    expect(() => walkDecisionTree(lamp, [1, 2])).toThrow("1: is none of the options");
  });
});

describe("DecisionTreeAnswer", () => {
  it.each([
    ["a dead choice", tree(question("a", "b")), ["nodes", 0, "options", 0, "next"]],
    ["an id twice", tree(question("a", "b"), outcome("b"), outcome("b")), ["nodes", 2, "id"]],
    ["a lost node", tree(question("a", "b"), outcome("b"), outcome("c")), ["nodes", 2]],
    ["a circle", tree(question("a", "b"), question("b", "a", "c"), outcome("c")), ["nodes", 0]],
    ["a question that leads to itself", tree(question("a", "a", "b"), outcome("b")), ["nodes", 0]],
    ["no node", tree(), ["nodes"]],
    ["a question without options", tree(question("a")), ["nodes", 0, "options"]],
  ])("refuses %s", (_, broken, path) => {
    expect(DecisionTreeAnswer.safeParse(broken).error?.issues[0]?.path).toEqual(path);
  });

  it("is searched by all its words", () => {
    expect(answerText(tree(question("a", "b"), outcome("b")))).toBe("a?\nto b\nDo b.");
  });
});

describe("TableAnswer", () => {
  const table = { format: "table" as const, columns: ["尺码", "胸围"], rows: [["M", "**96**"]] };

  it("is read line by line", () => {
    expect(answerText({ ...table, intro: "表：" })).toBe("表：\n尺码 胸围\nM 96");
  });

  it("has a cell for each column", () => {
    const rows = [["M", "96"], ["L"]];
    expect(TableAnswer.safeParse({ ...table, rows }).error?.issues[0]?.path).toEqual(["rows", 1]);
  });
});

describe("MediaAnswer", () => {
  const media = (source: string) => ({
    format: "media" as const,
    kind: "video" as const,
    source,
    description: "How to fold it",
  });

  it.each([
    ["https://shop.example/fold.mp4", true],
    ["/media/fold.mp4", true],
    ["//evil.example/x", false],
    ["http://shop.example/x", false],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ['https://x/"onerror=', false],
    ["", false],
  ])("takes %s: %s", (source, isTaken) => {
    expect(MediaAnswer.safeParse(media(source)).success).toBe(isTaken);
  });

  it("is searched by its description", () => {
    expect(answerText(media("/x"))).toBe("How to fold it");
  });
});
