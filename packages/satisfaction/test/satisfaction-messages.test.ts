import { accumulate, explainBecause } from "@kefu/core";
import { expect, it } from "vitest";
import { customerSatisfaction, satisfactionMessages } from "../src/index.ts";

it("has every sentence in three languages, with the same facts", () => {
  const facts = (sentence = "") => sentence.match(/\{[^}]+\}/g)?.sort() ?? [];
  for (const texts of Object.values(satisfactionMessages)) {
    expect(Object.keys(texts)).toEqual(["en", "zh-Hans", "zh-Hant"]);
    const [english, ...others] = Object.values(texts).map((text) => new Set(facts(text)));
    for (const other of others) expect(other).toEqual(english);
  }
});

it("says how a figure was counted", () => {
  const csat = customerSatisfaction();
  const { definition } = csat.finish(accumulate(csat, [{ rating: 5 }]));
  expect(explainBecause(definition, "zh-Hans", satisfactionMessages)).toBe(
    "在 1 到 5 的量表上，回答 4 到 5 的比例。",
  );
});
