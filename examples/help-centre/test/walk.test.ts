import { DecisionTreeAnswer } from "@kefu/faq";
import { describe, expect, it } from "vitest";
import { standAt, walkIn } from "../src/knowledge/walk.ts";

const tree = DecisionTreeAnswer.parse({
  format: "decisionTree",
  nodes: [
    {
      kind: "question",
      id: "light",
      question: "Does it light up?",
      options: [
        { label: "No", next: "plug" },
        { label: "Yes", next: "noise" },
      ],
    },
    {
      kind: "question",
      id: "noise",
      question: "Does it hum?",
      options: [{ label: "Yes", next: "person" }],
    },
    { kind: "outcome", id: "plug", markdown: "Look at the plug." },
    { kind: "outcome", id: "person", markdown: "Ask us.", handOff: true },
  ],
});

describe("walkIn", () => {
  it.each([
    [undefined, []],
    ["", []],
    ["0", [0]],
    ["0.2.1", [0, 2, 1]],
    ["007", [7]],
    ["-1", []],
    ["1.", []],
    ["1e3", []],
    ["1234", []],
    ["0".concat(".0".repeat(49)), Array(50).fill(0)],
    ["0".concat(".0".repeat(50)), []],
  ])("reads %j", (text, walk) => {
    expect(walkIn(text)).toEqual(walk);
  });
});

describe("standAt", () => {
  it.each([
    ["the start", [], "light", []],
    ["a question", [1], "noise", [1]],
    ["an end", [1, 0], "person", [1, 0]],
    ["an end, choices beyond it passed over", [0, 5, 5], "plug", [0]],
    ["the last question that is known", [1, 7], "noise", [1]],
    ["the start, where no choice is known", [9, 9], "light", []],
  ])("leads to %s", (_title, walk, nodeId, kept) => {
    const { step, walk: stood } = standAt(tree, walk);
    expect([step.nodeId, stood]).toEqual([nodeId, kept]);
  });
});
