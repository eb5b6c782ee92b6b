import { expect, it } from "vitest";
import * as loyalty from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(loyalty).sort()).toEqual([]);
});
