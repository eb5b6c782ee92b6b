import { z } from "zod";

/** A title, and a line below it. */
export const Headed = {
  /** What the figure is about. */
  title: z.string().min(1).max(200),
  /** A line below the title. */
  subtitle: z.string().min(1).max(400).optional(),
};

/** The name of a row, a column, a line: as long as people read. */
export const Label = z.string().min(1).max(80);

/** Names that tell rows, lines and columns apart. */
export const areDistinct = (names: readonly string[]): boolean =>
  new Set(names).size === names.length;

/** Both ends of an interval or neither, the lower not above the upper. */
export const isInterval = ({
  lower,
  upper,
}: {
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}): boolean => (lower === undefined || upper === undefined ? lower === upper : lower <= upper);

/** What is said of an interval that is none. */
export const INTERVAL_MESSAGE = "lower and upper must come together, lower at most upper";

/** Each is above the one before. */
export const areRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? number));
