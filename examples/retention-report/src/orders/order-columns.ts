import { parse } from "csv-parse/sync";
import { ReportError } from "../report-error.ts";

/** Where in a row things stand. Plain, so that it can be handed to another thread. */
export interface OrderColumns {
  readonly delimiter: string;
  /** How many cells the heading has; a row has as many. */
  readonly cells: number;
  readonly id: number;
  readonly date: number;
  readonly amount: number;
}

/** What columns are called, where whoever asks does not say it. */
const NAMES = {
  id: ["customer_id", "customerid", "customer", "client_id", "user_id", "id"],
  date: ["order_date", "orderdate", "date", "ordered_at", "created_at", "day"],
  amount: ["amount", "revenue", "dollars", "total", "price", "value"],
} as const;

type Column = keyof typeof NAMES;

/** Names of columns that were said. */
export type ColumnNames = Readonly<Partial<Record<Column, string | undefined>>>;

/** Finds the columns of orders by the heading of a file. */
export function orderColumnsOf(heading: string, file: string, said: ColumnNames): OrderColumns {
  const delimiter = delimiterOf(heading);
  const cells = cellsOf(heading, delimiter, file);
  const place = (column: Column): number => {
    const name = said[column]?.toLowerCase();
    const names: readonly string[] = name === undefined ? NAMES[column] : [name];
    const found = names.map((known) => cells.indexOf(known)).find((at) => at >= 0);
    if (found !== undefined) return found;
    const message = `has no column for the ${column}; looked for ${names.join(", ")}; --${column} names another`;
    throw new ReportError(message, { file, line: 1 });
  };
  return {
    delimiter,
    cells: cells.length,
    id: place("id"),
    date: place("date"),
    amount: place("amount"),
  };
}

function cellsOf(heading: string, delimiter: string, file: string): string[] {
  try {
    const [cells = []] = parse(heading, { delimiter }) as string[][];
    return cells.map((cell) => cell.trim().toLowerCase());
  } catch {
    throw new ReportError("the heading is not valid CSV", { file, line: 1 });
  }
}

/** What parts the cells: whichever of the three the heading has most of. */
function delimiterOf(heading: string): string {
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}
