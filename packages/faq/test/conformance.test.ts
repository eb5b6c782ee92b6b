import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import {
  answerFaqSearchCase,
  type FaqSearchCase,
  type FaqSearchExpectation,
} from "./conformance-answers.ts";

interface Case extends ConformanceCase, FaqSearchCase {
  readonly expected: FaqSearchExpectation;
}

describeConformance("faq-search", conformanceCases<Case>(import.meta.url, "faq-search"), (one) => {
  expect(answerFaqSearchCase(one)).toMatchObject(one.expected);
});
