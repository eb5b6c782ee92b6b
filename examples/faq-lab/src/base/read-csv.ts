import { type CsvError, parse } from "csv-parse/sync";
import { LabError } from "../lab-error.ts";
import { linesOf } from "./read-text.ts";

/** A row of a CSV file, by column. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** What columns a file must and may have. */
export interface CsvColumns {
  readonly needed: readonly string[];
  readonly allowed: readonly string[];
}

/** The rows of a CSV file with a heading. */
export function readCsv(text: string, file: string, columns: CsvColumns): readonly CsvRow[] {
  linesOf(text, file);
  const [head, ...rows] = parseRows(text, file);
  if (head === undefined) throw new LabError("has no heading", { file, line: 1 });
  checkColumns(head.record, columns, file);
  return rows.map(({ record, info }) => ({
    // The parser counts where a row ends; cells may hold several lines.
    line: info.lines - record.join("").split("\n").length + 1,
    cells: Object.fromEntries(head.record.map((column, at) => [column.trim(), record[at]])),
  }));
}

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parseRows(text: string, file: string): ParsedRow[] {
  try {
    return parse(text, { info: true, skip_empty_lines: true }) as unknown as ParsedRow[];
  } catch (error) {
    const { message, lines } = error as CsvError & { lines?: number };
    throw new LabError(message.split("\n")[0] ?? "is not valid CSV", { file, line: lines });
  }
}

function checkColumns(
  head: readonly string[],
  { needed, allowed }: CsvColumns,
  file: string,
): void {
  const names = head.map((name) => name.trim());
  const place = { file, line: 1 };
  const missing = needed.filter((name) => !names.includes(name));
  const every = [...needed, ...allowed].join(", ");
  if (missing.length > 0) {
    throw new LabError(`column ${missing.join(", ")} is missing; columns are ${every}`, place);
  }
  const unknown = names.find((name) => !needed.includes(name) && !allowed.includes(name));
  if (unknown !== undefined) {
    throw new LabError(`column "${unknown}" is not known; columns are ${every}`, place);
  }
}
