/** C0 and C1 controls but line feed and tab, and the halves of broken surrogate pairs: PostgreSQL refuses some, nobody can read any. */
const UNREADABLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What a person typed over several lines: one kind of line break, no unreadable characters, no blank ends. */
export function cleanText(value: unknown): string {
  if (typeof value !== "string") return "";
  return value.replace(/\r\n?/g, "\n").replace(UNREADABLE, "").trim();
}

/** What a person typed into one line: as {@link cleanText}, all white space made single spaces. */
export function cleanLine(value: unknown): string {
  return cleanText(value).replace(/\s+/g, " ");
}
