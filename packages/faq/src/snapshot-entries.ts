import { parseInput } from "@kefu/core";
import { Audience } from "./audience.ts";
import { FaqAnswer } from "./faq-answer.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { type SnapshotReader, type SnapshotWriter, unusable } from "./snapshot-bytes.ts";

const [MARKDOWN, JSON_TEXT] = [0, 1];

/** Writes an entry field by field, so that whatever is read is an entry. */
export function writeEntry(writer: SnapshotWriter, entry: FaqEntry): void {
  const { id, category, question, alternates, learnt, answer, tags, audience, related } = entry;
  writer.text(id);
  writer.byte(Audience.options.indexOf(audience));
  writer.text(entry.reviewBy ?? "");
  for (const texts of [category, tags, related]) writeTexts(writer, texts);
  writeRecord(writer, question, (text) => writer.text(text));
  for (const texts of [alternates, learnt]) {
    writeRecord(writer, texts, (some) => writeTexts(writer, some));
  }
  writeRecord(writer, answer, (one) => {
    writer.byte(one.format === "markdown" ? MARKDOWN : JSON_TEXT);
    writer.text(one.format === "markdown" ? one.markdown : JSON.stringify(one));
  });
}

/** Writes texts. */
export function writeTexts(writer: SnapshotWriter, texts: readonly string[]): void {
  writer.number(texts.length);
  for (const text of texts) writer.text(text);
}

function writeRecord<Value>(
  writer: SnapshotWriter,
  record: Readonly<Record<string, Value>>,
  write: (value: Value) => void,
): void {
  // The same texts give the same bytes, however their locales are ordered.
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  writer.number(entries.length);
  for (const [key, value] of entries) {
    writer.text(key);
    write(value);
  }
}

/** Reads an entry. */
export function readEntry(reader: SnapshotReader): FaqEntry {
  const id = reader.text();
  const audience = Audience.options[reader.below(Audience.options.length)] as Audience;
  const reviewBy = reader.text() as NonNullable<FaqEntry["reviewBy"]>;
  const [category, tags, related] = [readTexts(reader), readTexts(reader), readTexts(reader)];
  return {
    id,
    category,
    question: readRecord(reader, reader.text),
    alternates: readRecord(reader, () => readTexts(reader)),
    learnt: readRecord(reader, () => readTexts(reader)),
    answer: readRecord(reader, () => readAnswer(reader)),
    tags,
    audience,
    status: "published",
    ...(reviewBy.length === 0 ? {} : { reviewBy }),
    related,
  };
}

/** Reads texts. */
export function readTexts(reader: SnapshotReader): string[] {
  const texts: string[] = [];
  for (let left = reader.count(); left > 0; left--) texts.push(reader.text());
  return texts;
}

function readRecord<Value>(reader: SnapshotReader, read: () => Value): Record<string, Value> {
  const count = reader.count();
  if (count === 0) return {};
  if (count === 1) return { [reader.text()]: read() };
  const pairs: [string, Value][] = [];
  for (let left = count; left > 0; left--) pairs.push([reader.text(), read()]);
  return Object.fromEntries(pairs);
}

function readAnswer(reader: SnapshotReader): FaqAnswer {
  const form = reader.below(2);
  const text = reader.text();
  if (form === MARKDOWN) return { format: "markdown", markdown: text };
  try {
    return parseInput(FaqAnswer, "answer", JSON.parse(text));
  } catch {
    throw unusable("holds an answer that is none");
  }
}
