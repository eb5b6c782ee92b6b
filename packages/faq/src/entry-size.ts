import type { KefuIssue } from "@kefu/core";
import type { FaqEntry } from "./faq-entry.ts";

/** More text than any entry has; joining more could exceed what a string can hold. */
const LONGEST_ENTRY = 4_000_000;

/** One issue for every entry that holds too much text. */
export function issuesOfSize(entries: readonly FaqEntry[]): KefuIssue[] {
  const message = `must not hold more than ${LONGEST_ENTRY} characters in all`;
  return entries.flatMap((entry, at) =>
    lengthOf(entry) > LONGEST_ENTRY ? [{ path: [at], message }] : [],
  );
}

function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let length = 0;
  // A list of the values of each object would cost more than all the rest.
  for (const key in value) length += lengthOf((value as Record<string, unknown>)[key]);
  return length;
}
