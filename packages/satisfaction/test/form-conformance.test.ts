import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import { answerFormCase, type FormCase } from "./form-conformance-answers.ts";

interface Case extends ConformanceCase, FormCase {
  readonly expect: object;
}

describeConformance("forms", conformanceCases<Case>(import.meta.url, "forms"), (one) => {
  expect(answerFormCase(one)).toMatchObject(one.expect);
});
