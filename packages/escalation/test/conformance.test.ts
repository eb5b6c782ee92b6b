import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import { answerEscalationCase, type EscalationCase } from "./conformance-answers.ts";

const cases = conformanceCases<ConformanceCase & EscalationCase>(import.meta.url, "escalation");

describeConformance("escalation", cases, (one) => {
  expect(answerEscalationCase(one)).toMatchObject(one.expected);
});
