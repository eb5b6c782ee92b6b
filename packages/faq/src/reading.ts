import { unitsOf } from "./units.ts";

/** A text as the engine reads it: texts of one reading find the same. Empty when there is nothing to read. */
export const readingOf = (text: string): string =>
  unitsOf(text)
    .map(({ key }) => key)
    .join(" ");
