import { type Instant, instant, isoOf } from "@kefu/core";
import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import { answerCalendarCase, type CalendarCase } from "./conformance-answers.ts";

type ExpectedCase = ConformanceCase &
  CalendarCase & {
    readonly expected: unknown;
  };

/** Instants of an expectation, however they are written, as `isoOf` writes them. */
function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  return typeof value === "string" ? isoOf(instant(value)) : value;
}

function written(value: unknown, expected: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(expected)) {
    return value.map((one, i) => written(one, expected[i] ?? ""));
  }
  const isInstant = typeof value === "number" && typeof expected !== "number";
  return isInstant ? isoOf(value as Instant) : value;
}

for (const area of ["calendar", "calendar-fuzz"]) {
  describeConformance<ExpectedCase>(area, conformanceCases(import.meta.url, area), (one) => {
    const expected = normalised(one.expected);
    expect(written(answerCalendarCase(one), expected)).toEqual(expected);
  });
}
