import { extname } from "node:path";
import type { FaqEntry } from "@kefu/faq";
import { z } from "zod";
import { LabError, type Place } from "../lab-error.ts";
import { type EntryPart, guessLocale, listOf } from "./entry-part.ts";
import { readCsv } from "./read-csv.ts";
import { parseJson, parseJsonLines } from "./read-json.ts";
import { readText } from "./read-text.ts";

/** A query of which someone said what answers it. */
export interface LabelledQuery {
  readonly text: string;
  readonly locale: string;
  /** The ids of the entries that answer it; empty when none does. */
  readonly right: ReadonlySet<string>;
}

const COLUMNS = { needed: ["query", "entry"], allowed: ["locale"] };
const Written = z.strictObject({
  query: z.string(),
  locale: z.string().optional(),
  entry: z.union([z.string(), z.array(z.string())]).default([]),
});

/** The queries of a CSV, JSON or JSONL file; each entry that they name must exist. */
export function readQueries(file: string, entries: readonly FaqEntry[]): readonly LabelledQuery[] {
  const ids = new Set(entries.map(({ id }) => id));
  const queries = writtenQueries(readText(file), file).map(({ entry, place }) => {
    const { success, data, error } = Written.safeParse(entry);
    if (!success) throw new LabError(`query: ${error.issues[0]?.message}`, place);
    return labelled(data, ids, place);
  });
  if (queries.length === 0) throw new LabError("holds no queries", { file });
  return queries;
}

function labelled(
  { query, locale, entry }: z.output<typeof Written>,
  ids: ReadonlySet<string>,
  place: Place,
): LabelledQuery {
  const right = typeof entry === "string" ? listOf(entry) : entry;
  const unknown = right.find((id) => !ids.has(id));
  if (unknown !== undefined) throw new LabError(`the base has no entry "${unknown}"`, place);
  return { text: query, locale: locale || guessLocale(query), right: new Set(right) };
}

function writtenQueries(text: string, file: string): readonly EntryPart[] {
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return readCsv(text, file, COLUMNS).map(({ line, cells }) => ({
        place: { file, line },
        entry: cells,
      }));
    case ".jsonl":
    case ".ndjson":
      return parseJsonLines(text, file);
    case ".json": {
      const value = parseJson(text, file);
      if (!Array.isArray(value)) throw new LabError("must be a list of queries", { file, line: 1 });
      return value.map((entry: unknown) => ({ place: { file }, entry }));
    }
    default:
      throw new LabError("queries are read from .csv, .json or .jsonl", { file });
  }
}
