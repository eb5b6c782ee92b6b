import { parse } from "csv-parse/sync";
import type { OrderColumns } from "./order-columns.ts";
import { customerOf, dayOfDate, minorOfAmount, type Reject } from "./read-cells.ts";
import type { Chunk } from "./split-chunks.ts";

/** A row that is no order, as it stands in the file. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: Reject;
  readonly text: string;
}

/** What a chunk holds: every row of it is either an order or rejected. */
export interface Orders {
  readonly customerIds: readonly string[];
  readonly days: readonly number[];
  readonly amounts: readonly number[];
  readonly rejected: readonly RejectedRow[];
}

/** How the cells of a row are read. */
export interface OrderFormat extends OrderColumns {
  /** The decimals of the currency. */
  readonly decimals: number;
}

interface Row {
  readonly cells: readonly string[];
  /** The line with which it begins. */
  readonly line: number;
  readonly text: string;
}

/** Reads the rows of a chunk. */
export function readChunk(chunk: Chunk, format: OrderFormat): Orders {
  const [customerIds, days, amounts]: [string[], number[], number[]] = [[], [], []];
  const rejected: RejectedRow[] = [];
  for (const { cells, line, text } of rowsOf(chunk, format)) {
    const order = orderOf(cells, format);
    if (typeof order === "string") {
      rejected.push({ line, reason: order, text });
    } else {
      customerIds.push(order.id);
      days.push(order.day);
      amounts.push(order.amount);
    }
  }
  return { customerIds, days, amounts, rejected };
}

function orderOf(cells: readonly string[], format: OrderFormat) {
  if (cells.length !== format.cells) return "BAD_ROW";
  const id = customerOf(cells[format.id] as string);
  if (id === undefined) return "NO_CUSTOMER";
  const day = knownDay((cells[format.date] as string).trim());
  if (day === undefined) return "BAD_DATE";
  const amount = minorOfAmount((cells[format.amount] as string).trim(), format.decimals);
  return amount === undefined ? "BAD_AMOUNT" : { id, day, amount };
}

const days = new Map<string, number>();
const DATE_LENGTH = "2026-11-24".length;

/** The same days come again and again; dates with the hour are many. */
function knownDay(text: string): number | undefined {
  if (text.length !== DATE_LENGTH) return dayOfDate(text);
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = dayOfDate(text);
  if (day !== undefined) days.set(text, day);
  return day;
}

function rowsOf(chunk: Chunk, format: OrderFormat): Iterable<Row> {
  if (!chunk.text.includes('"')) return linesOf(chunk, (text) => text.split(format.delimiter));
  try {
    return quotedRowsOf(chunk, format);
  } catch {
    // Where the quotes of a chunk do not close, a row is a line.
    return linesOf(chunk, (text) => cellsOf(text, format));
  }
}

function* linesOf(
  { text, line }: Chunk,
  cellsIn: (text: string) => readonly string[],
): Generator<Row> {
  for (let [from, at] = [0, line]; from < text.length; at++) {
    const feed = text.indexOf("\n", from);
    const end = feed < 0 ? text.length : feed;
    const row = text.slice(from, text[end - 1] === "\r" ? end - 1 : end);
    if (row !== "") yield { cells: cellsIn(row), line: at, text: row };
    from = end + 1;
  }
}

interface Recorded {
  readonly record: string[];
  readonly raw: string;
}

function quotedRowsOf({ text, line }: Chunk, { delimiter }: OrderFormat): Row[] {
  const options = { delimiter, relax_column_count: true, raw: true };
  const rows = parse(text, options) as unknown as Recorded[];
  let next = line;
  return rows.flatMap(({ record, raw }) => {
    const row = { cells: record, line: next, text: raw.replace(/\r?\n$/, "") };
    next += Math.max(1, raw.split("\n").length - 1);
    return row.text === "" ? [] : [row];
  });
}

function cellsOf(text: string, { delimiter }: OrderFormat): readonly string[] {
  try {
    const [cells = []] = parse(text, { delimiter, relax_column_count: true }) as string[][];
    return cells;
  } catch {
    return [];
  }
}
