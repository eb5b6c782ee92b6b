import { instant } from "./instant.ts";

/** The moment that a value names: an ISO 8601 text with offset, or an instant. NaN when it names none. */
export function momentOf(value: unknown): number {
  if (typeof value !== "string" && typeof value !== "number") return Number.NaN;
  try {
    return instant(value);
  } catch {
    return Number.NaN;
  }
}
