import { expect, it } from "vitest";
import * as personalization from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(personalization).sort()).toEqual([]);
});
