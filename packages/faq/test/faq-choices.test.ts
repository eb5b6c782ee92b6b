import { describe, expect, it } from "vitest";
import { choicesOf } from "../src/faq-choices.ts";

const hitsOf = (similarities: readonly number[]) =>
  similarities.map((similarity, at) => ({
    id: String(at),
    question: "Drum full?",
    score: 9 - at,
    similarity,
    highlights: { question: [[0, 4]] as const, answer: { excerpt: "", ranges: [] } },
  }));

describe("choicesOf", () => {
  it.each([
    ["nothing", [], ""],
    ["two", [0.4, 0.4], "01"],
    ["the first stays first", [0.37, 0.5], "01"],
    ["better fits before higher scores", [0.37, 0.5, 0.35, 0.4, 0.36], "013"],
    ["equal fits by score", [0.4, 0.4, 0.4, 0.4], "012"],
    ["none beyond the fifth", [0.4, 0.4, 0.4, 0.4, 0.4, 0.9], "012"],
    ["just close enough", [0.5, 0.375], "01"],
    ["just too far off", [0.5, 0.374], "0"],
  ])("%s", (_, similarities, ids) => {
    expect(
      choicesOf(hitsOf(similarities), { share: 0.75, most: 3 })
        .map(({ id }) => id)
        .join(""),
    ).toBe(ids);
  });

  it("tells what the query does not say", () => {
    expect(choicesOf(hitsOf([0.4]), { share: 0.75, most: 3 })[0]?.distinguishing).toEqual([
      [4, 10],
    ]);
  });
});
