import { parse } from "csv-parse/sync";
import type { OrderColumns } from "./order-columns.ts";
import { customerOf, dayOfDate, minorOfAmount, type Reject } from "./read-cells.ts";
import { type Chunk, lineCount } from "./split-chunks.ts";

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
  /** The line with which it begins and its text, once somebody asks. */
  readonly place?: { readonly line: number; readonly text: string };
}

/** Reads the rows of a chunk. */
export function readChunk(chunk: Chunk, format: OrderFormat): Orders {
  const orders = ordersOf(rowsOf(chunk, format), format);
  // Where each row stands is costly to follow, and nobody asks while all is well.
  if (orders?.rejected.length === 0) return orders;
  return ordersOf(placedRowsOf(chunk, format), format) as Orders;
}

function ordersOf(rows: Iterable<Row> | undefined, format: OrderFormat): Orders | undefined {
  if (rows === undefined) return undefined;
  const [customerIds, days, amounts]: [string[], number[], number[]] = [[], [], []];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    const order = orderOf(row.cells, format);
    if (typeof order === "string") {
      rejected.push({ line: 0, text: "", ...row.place, reason: order });
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

const days = new Map<string, number | undefined>();

/** The same days come again and again. */
function knownDay(text: string): number | undefined {
  const known = days.get(text);
  if (known !== undefined) return known;
  // Dates with the hour are many.
  if (days.size > 20_000) days.clear();
  const day = dayOfDate(text);
  if (day !== undefined) days.set(text, day);
  return day;
}

const optionsOf = ({ delimiter }: OrderFormat) => ({
  delimiter,
  relax_column_count: true,
  skip_empty_lines: true,
});

function rowsOf({ text }: Chunk, format: OrderFormat): Row[] | undefined {
  try {
    return (parse(text, optionsOf(format)) as string[][]).map((cells) => ({ cells }));
  } catch {
    return undefined;
  }
}

/** Every row with its place; where the quotes of a chunk do not close, line by line. */
function placedRowsOf(chunk: Chunk, format: OrderFormat): Row[] {
  try {
    return placed(chunk, format);
  } catch {
    return chunk.text.split("\n").flatMap((text, at) => lineOf(text, chunk.line + at, format));
  }
}

interface Recorded {
  readonly record: string[];
  readonly raw: string;
}

function placed({ text, line }: Chunk, format: OrderFormat): Row[] {
  const options = { ...optionsOf(format), raw: true, skip_empty_lines: false };
  const rows = parse(text, options) as unknown as Recorded[];
  let next = line;
  return rows.flatMap(({ record, raw }) => {
    const place = { line: next, text: raw.replace(/\r?\n$/, "") };
    next += Math.max(1, lineCount(raw));
    return place.text === "" ? [] : [{ cells: record, place }];
  });
}

function lineOf(given: string, line: number, format: OrderFormat): Row[] {
  const text = given.replace(/\r$/, "");
  if (text === "") return [];
  const place = { line, text };
  try {
    const [cells = []] = parse(text, optionsOf(format)) as string[][];
    return [{ cells, place }];
  } catch {
    return [{ cells: [], place }];
  }
}
