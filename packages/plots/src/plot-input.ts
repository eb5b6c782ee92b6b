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

/** Each is above the one before. */
export const areRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? number));
