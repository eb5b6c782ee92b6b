// What the runtimes are compared on: every area's cases and the adapter that answers them.
// A further package joins by a line here.
import calendarCases from "../../packages/calendar/test/conformance/calendar.json" with {
  type: "json",
};
import calendarFuzzCases from "../../packages/calendar/test/conformance/calendar-fuzz.json" with {
  type: "json",
};
import { answerCalendarCase } from "../../packages/calendar/test/conformance-answers.ts";
import conditionCases from "../../packages/core/test/conformance/conditions.json" with {
  type: "json",
};
import { answerConditionCase } from "../../packages/core/test/conformance-answers.ts";
import faqSearchCases from "../../packages/faq/test/conformance/faq-search.json" with {
  type: "json",
};
import { answerFaqSearchCase } from "../../packages/faq/test/conformance-answers.ts";

interface Area {
  readonly name: string;
  readonly cases: readonly { readonly id: string }[];
  readonly answer: (one: never) => unknown;
}

/** The areas in the order of the report. */
export const areas: readonly Area[] = [
  { name: "conditions", cases: conditionCases.cases, answer: answerConditionCase },
  { name: "calendar", cases: calendarCases.cases, answer: answerCalendarCase },
  { name: "calendar-fuzz", cases: calendarFuzzCases.cases, answer: answerCalendarCase },
  { name: "faq-search", cases: faqSearchCases.cases, answer: answerFaqSearchCase },
];
