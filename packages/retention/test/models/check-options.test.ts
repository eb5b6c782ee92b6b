import { describe, expect, it } from "vitest";
import { checkNumbers, FROM_ZERO } from "../../src/models/check-options.ts";
import { catching } from "../catching.ts";

describe("checkNumbers", () => {
  const check = (options: object) =>
    checkNumbers(options as { horizon: number; note?: string }, { horizon: FROM_ZERO }, ["note"]);

  it("takes what it knows", () => {
    expect(() => check({ horizon: 0, note: "x" })).not.toThrow();
  });

  it.each([
    [{ horizon: -1 }, ["horizon"]],
    [{}, ["horizon"]],
    [{ horizon: 1, horizont: 2 }, ["horizont"]],
    [{ horizon: Number.NaN, level: 2 }, ["horizon", "level"]],
  ])("names all that is wrong in %j", (options, wrong) => {
    const { issues } = catching(() => check(options));
    expect(issues.map(({ path }) => path[0])).toEqual(wrong);
  });
});
