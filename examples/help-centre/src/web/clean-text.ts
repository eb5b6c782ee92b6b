/** Control characters but line feed and tab, and halves of surrogate pairs: PostgreSQL refuses some, nobody can read any. */
const UNREADABLE = /[^\P{Cc}\t\n]|\p{Cs}/gu;

/** What a person typed over several lines: one kind of line break, no unreadable characters, no blank ends. */
export function cleanText(value: unknown): string {
  if (typeof value !== "string") return "";
  return value.replace(/\r\n?/g, "\n").replace(UNREADABLE, "").trim();
}

/** What a person typed into one line: as {@link cleanText}, all white space made single spaces. */
export function cleanLine(value: unknown): string {
  return cleanText(value).replace(/\s+/g, " ");
}
