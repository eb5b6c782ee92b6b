import { InvalidInputError, parseInput } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  AnswerPolicy,
  type AnswerPolicyInput,
  buildFaqIndex,
  type FaqSearchResult,
  searchFaq,
} from "../src/index.ts";

const index = buildFaqIndex([
  { id: "clean", question: { en: "How do I clean the coffee machine?" } },
  { id: "descale", question: { en: "How do I descale the coffee machine?" } },
  { id: "fill", question: { en: "How do I fill the coffee machine?" } },
  { id: "move", question: { en: "How do I move the coffee machine?" } },
  { id: "plug", question: { en: "哪个插头适合国外？", "zh-Hans": "哪个插头适合国外？" } },
]);
const search = (query: string, policy: AnswerPolicyInput = {}, limit = 10) =>
  searchFaq(index, query, { locale: "en", policy, limit });
const { confidence } = search("clean the machine");

describe("outcome by threshold", () => {
  it.each<[string, AnswerPolicyInput, FaqSearchResult["outcome"]]>([
    ["at answerFrom", { answerFrom: confidence, handOffBelow: 0 }, "answer"],
    ["just below answerFrom", { answerFrom: confidence + 1e-9, closeShare: 0.97 }, "handOff"],
    [
      "below answerFrom, others close",
      { answerFrom: 1, handOffBelow: confidence, closeShare: 0.01 },
      "clarify",
    ],
    [
      "just below handOffBelow",
      { answerFrom: 1, handOffBelow: confidence + 1e-9, closeShare: 0.01 },
      "handOff",
    ],
    ["above, others no twins", { answerFrom: 0.1, handOffBelow: 0 }, "answer"],
    [
      "above, others twins",
      { answerFrom: 0.1, handOffBelow: 0, closeShare: 0.01, twinShare: 0.01 },
      "clarify",
    ],
  ])("%s", (_, policy, outcome) => {
    const result = search("clean the machine", policy);
    expect(result.outcome).toBe(outcome);
    expect(result.because.facts["threshold"]).toBe(policy.answerFrom);
  });

  it.each([2, 3, 4, 5])("offers at most %i choices", (mostChoices) => {
    const result = search("coffee machine", { mostChoices });
    if (result.outcome !== "clarify") expect.fail(result.outcome);
    expect(result.choices).toHaveLength(Math.min(4, mostChoices));
  });

  it.each(["coffee machine", "clean the machine", "插头", "zeppelin"])(
    "does not hang on the room for hits: %s",
    (query) => {
      const { hits, ...rest } = search(query);
      const { hits: one, ...same } = search(query, {}, 1);
      expect(same).toEqual(rest);
      expect(one).toEqual(hits.slice(0, 1));
    },
  );
});

describe("reads a policy", () => {
  it("fills in what is left out", () => {
    expect(parseInput(AnswerPolicy, "policy", {})).toEqual({
      answerFrom: 0.5,
      handOffBelow: 0.25,
      closeShare: 0.75,
      twinShare: 0.97,
      mostChoices: 3,
    });
    expect(search("coffee machine", {})).toEqual(
      searchFaq(index, "coffee machine", { locale: "en" }),
    );
  });

  it.each<[AnswerPolicyInput, string]>([
    [{ answerFrom: 1.01 }, "answerFrom"],
    [{ answerFrom: -0.01 }, "answerFrom"],
    [{ answerFrom: Number.NaN }, "answerFrom"],
    [{ answerFrom: 0.2, handOffBelow: 0.3 }, "handOffBelow"],
    [{ handOffBelow: 0.51 }, "handOffBelow"],
    [{ closeShare: 0.98 }, "closeShare"],
    [{ twinShare: 0.7 }, "closeShare"],
    [{ mostChoices: 1 }, "mostChoices"],
    [{ mostChoices: 6 }, "mostChoices"],
    [{ treshold: 0.5 } as AnswerPolicyInput, "treshold"],
  ])("refuses %j", (policy, key) => {
    expect(() => search("a", policy)).toThrow(InvalidInputError);
    try {
      search("a", policy);
    } catch (error) {
      const { issues } = error as InvalidInputError;
      expect(issues.map(({ path }) => path)).toContainEqual(["policy", key]);
    }
  });
});
