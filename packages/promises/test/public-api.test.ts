import { expect, it } from "vitest";
import * as promises from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(promises).sort()).toEqual([
    "CustomerPromise",
    "PromiseFact",
    "PromiseStatus",
    "PromiseTerms",
    "assessPromise",
    "isOpenPromise",
    "nextPromiseWake",
    "promiseAfter",
  ]);
});
