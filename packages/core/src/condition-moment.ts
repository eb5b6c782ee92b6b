import { instant } from "./instant.ts";

/** The moment that a value names: ISO 8601 with offset, or milliseconds. NaN when it names none. */
export function momentOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return Number.NaN;
  try {
    return instant(value);
  } catch {
    return Number.NaN;
  }
}
