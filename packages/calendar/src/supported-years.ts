import { type Instant, InvalidInputError, KefuError } from "@kefu/core";

/** Milliseconds in a day of 24 hours. */
export const DAY = 86_400_000;

/**
 * The mean Gregorian year. Tables are cut into pieces of this length, because 400 of them fill exactly the
 * 400 years that are supported, and the piece of a moment is found by one division.
 */
const YEAR = 365.2425 * DAY;

/** For products in place of quotients, which take longer; a millisecond is far above what either rounds away. */
export const PER_DAY = 1 / DAY;
const PER_YEAR = 1 / YEAR;

/** How many years are supported, each a table of its own. */
export const YEARS = 400;

/** 1800-01-01T00:00:00Z. */
export const FIRST = -5_364_662_400_000 as Instant;

/** 2200-01-01T00:00:00Z. */
export const LAST = (FIRST + YEARS * YEAR) as Instant;

/** The first moment of a table year; of year 400 it is the end of everything. */
export const startOfYear = (year: number): number => FIRST + year * YEAR;

/** The table year of a moment; those beyond the ends belong to the outermost. */
export function yearOf(at: number): number {
  const year = ((at - FIRST) * PER_YEAR) | 0;
  return year >= YEARS ? YEARS - 1 : Math.max(year, 0);
}

/**
 * A moment lies outside the years for which a calendar or a zone can answer: before 1800, after 2199, or
 * outside the span of the zone rules that the calendar was compiled with. `code` is `"out-of-range"`.
 */
export class OutOfRangeError extends KefuError {
  override readonly code = "out-of-range";
  override readonly name = "OutOfRangeError";
}

/**
 * Lets a moment pass that lies within a span, both ends included.
 *
 * @throws `InvalidInputError` when it is no moment at all
 * @throws {@link OutOfRangeError} when it lies outside
 */
export function checkInstant(at: Instant, name: string, span: { from: number; to: number }): void {
  if (Number.isInteger(at) && at >= span.from && at <= span.to) return;
  throw refusalOf(at, name, span);
}

function refusalOf(
  at: Instant,
  name: string,
  { from, to }: { from: number; to: number },
): KefuError {
  if (!Number.isInteger(at)) {
    const message = "must be an instant: make one with instant(…)";
    return new InvalidInputError(name, [{ path: [], message }]);
  }
  const [first, last] = [from, to].map((end) => new Date(end).toISOString());
  return new OutOfRangeError(name, [
    { path: [], message: `must lie between ${first} and ${last}` },
  ]);
}
