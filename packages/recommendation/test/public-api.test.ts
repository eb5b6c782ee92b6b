import { expect, it } from "vitest";
import * as recommendation from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(recommendation).sort()).toEqual([]);
});
