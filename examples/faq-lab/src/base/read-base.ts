import { readdirSync, type Stats, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { FaqEntry } from "@kefu/faq";
import { LabError } from "../lab-error.ts";
import { isDataSet, readDataSet } from "./data-set.ts";
import { type EntryPart, entryOfText, guessLocale, joinParts, listOf } from "./entry-part.ts";
import type { LabelledQuery } from "./labelled-query.ts";
import { readCsv } from "./read-csv.ts";
import { parseJson, parseJsonLines } from "./read-json.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readText } from "./read-text.ts";

/** A knowledge base, and the queries that came with it. */
export interface Base {
  readonly entries: readonly FaqEntry[];
  readonly queries: readonly LabelledQuery[];
}

const COLUMNS = {
  needed: ["id", "question", "answer"],
  allowed: ["locale", "alternates", "tags", "category"],
};

type Reader = (
  text: string,
  file: string,
) => { parts: readonly EntryPart[]; queries?: readonly LabelledQuery[] };

const jsonLines: Reader = (text, file) => ({ parts: parseJsonLines(text, file) });
const markdown: Reader = (text, file) => ({
  parts: readMarkdown(text, { file, name: basename(file, extname(file)) }),
});
const READERS: Readonly<Record<string, Reader | undefined>> = {
  ".json": readJson,
  ".jsonl": jsonLines,
  ".ndjson": jsonLines,
  ".csv": (text, file) => ({ parts: csvParts(text, file) }),
  ".md": markdown,
  ".markdown": markdown,
};

/** Reads a file, or every file of a folder that it understands. */
export function readBase(path: string): Base {
  const read = filesOf(path).map((file) => {
    const reader = READERS[extname(file).toLowerCase()];
    if (reader === undefined) {
      throw new LabError(`is none of ${Object.keys(READERS).join(", ")}`, { file });
    }
    return reader(readText(file), file);
  });
  const entries = joinParts(read.flatMap(({ parts }) => parts));
  if (entries.length === 0) throw new LabError("holds no entries", { file: path });
  return { entries, queries: read.flatMap(({ queries = [] }) => queries) };
}

function filesOf(path: string): readonly string[] {
  if (!statOf(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => READERS[extname(name).toLowerCase()] !== undefined)
    .filter((name) => basename(name).toLowerCase() !== "readme.md")
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statOf(file).isFile());
}

function statOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    throw new LabError(`cannot be read (${(error as NodeJS.ErrnoException).code})`, { file });
  }
}

function readJson(text: string, file: string): ReturnType<Reader> {
  const value = parseJson(text, file);
  if (isDataSet(value)) return readDataSet(value, file);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return { parts: entries.map((entry) => ({ place: { file }, entry })) };
}

const csvParts = (text: string, file: string): EntryPart[] =>
  readCsv(text, file, COLUMNS).map(({ line, cells }) => {
    const { id = "", question = "", answer = "", locale } = cells as Record<string, string>;
    const entry = entryOfText({
      id,
      locale: locale || guessLocale(question),
      question,
      alternates: listOf(cells["alternates"]),
      answer: answer.trim(),
      tags: listOf(cells["tags"]),
      category: listOf(cells["category"]),
    });
    return { place: { file, line }, entry };
  });
