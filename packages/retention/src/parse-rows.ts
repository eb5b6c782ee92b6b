import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";

/** How a list of many rows is read. */
export interface RowReading<Schema extends z.ZodType> {
  /** What each row must be. */
  readonly schema: Schema;
  /** What the rows are called in an error. */
  readonly subject: string;
  /** The key of a list within each row, if there is one. */
  readonly list?: string;
  /** Reads a row that is plainly right, at a fraction of the cost; where it tells nothing of one row, the schema reads all. */
  readonly readPlainly?: (row: unknown) => z.output<Schema> | undefined;
}

/**
 * Checked rows. A list with holes is refused at the first one: a length of a thousand million may be all that it has.
 *
 * @throws `InvalidInputError` naming the rows that have not their shape
 */
export function parseRows<Schema extends z.ZodType>(
  { schema, subject, list, readPlainly }: RowReading<Schema>,
  given: unknown,
): z.output<Schema>[] {
  requireNoHoles(subject, given, []);
  if (list !== undefined && Array.isArray(given)) {
    for (const [at, row] of given.entries()) requireNoHoles(subject, row?.[list], [at, list]);
  }
  return (
    (readPlainly && readAll(readPlainly, given)) ?? parseInput(z.array(schema), subject, given)
  );
}

function readAll<Row>(
  readPlainly: (row: unknown) => Row | undefined,
  given: unknown,
): Row[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const rows: Row[] = [];
  for (const one of given) {
    const row = readPlainly(one);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  return rows;
}

function requireNoHoles(subject: string, list: unknown, path: readonly (string | number)[]): void {
  if (!Array.isArray(list)) return;
  for (let at = 0; at < list.length; at++) {
    if (at in list) continue;
    throw new InvalidInputError(subject, [{ path: [...path, at], message: "is missing" }]);
  }
}
