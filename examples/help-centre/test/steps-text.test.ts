import { describe, expect, it } from "vitest";
import { isPlain, stepsOfText, textOfSteps } from "../src/editor/steps-text.ts";

const format = "steps" as const;

describe("steps as a text", () => {
  it.each([
    { format, steps: ["打开应用", "点**保存**"], intro: "先登录。", outro: "完成。" },
    { format, steps: ["Open the app"] },
    { format, steps: ["1", "2"], intro: "Two lines\nof text" },
  ])("come back as they were: $steps", (answer) => {
    expect(stepsOfText(textOfSteps(answer))).toEqual(answer);
    expect(isPlain(answer)).toBe(true);
  });

  it.each([
    ["1) one\n2、two", ["one", "two"]],
    ["1. one\nand more\n\n2. two", ["one and more", "two"]],
    ["7. one", ["one"]],
  ])("%j", (text, steps) => {
    expect(stepsOfText(text)?.steps).toEqual(steps);
  });

  it("are none without a numbered line", () => {
    expect(stepsOfText("Just open the app.")).toBeUndefined();
  });

  it("are not plain where a text could not tell steps from what is around them", () => {
    expect(isPlain({ format, steps: ["one"], intro: "1. looks like a step" })).toBe(false);
    expect(isPlain({ format, steps: ["one\ntwo"] })).toBe(false);
  });
});
