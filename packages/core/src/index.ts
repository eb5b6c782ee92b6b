/**
 * The vocabulary of customer service, as plain data.
 *
 * @packageDocumentation
 */
export { Duration, millisecondsIn } from "./duration.ts";
export { InvalidInputError, KefuError, type KefuIssue } from "./errors.ts";
export { Instant, instant, isoOf } from "./instant.ts";
export { LocalDate } from "./local-date.ts";
export { parseInput } from "./parse-input.ts";
