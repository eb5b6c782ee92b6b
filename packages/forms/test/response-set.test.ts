import { accumulate } from "@kefu/core";
import { expect, it } from "vitest";
import { type FormResponse, responseSet } from "../src/index.ts";

it("keeps the fuller of two responses with one key", () => {
  const response = (answers: object) => ({ key: "k", answers }) as unknown as FormResponse;
  const [short, long] = [response({ a: 1 }), response({ a: 1, b: 2 })];
  expect(responseSet.finish(accumulate(responseSet, [short, long, short]))).toEqual([long]);
  expect(responseSet.finish(accumulate(responseSet, [long, short]))).toEqual([long]);
});
