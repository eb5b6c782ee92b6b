import { parseInput } from "@kefu/core";
import { Audience } from "./audience.ts";
import {
  type EntryForm,
  type EntryParts,
  type EntryText,
  type LocaleCount,
  textCount,
} from "./entry-form.ts";
import type { EntryStore, StoredEntries } from "./entry-store.ts";
import { FaqAnswer } from "./faq-answer.ts";
import { contradiction, type SnapshotReader, type SnapshotWriter } from "./snapshot-bytes.ts";
import { decodeText, encodeText } from "./snapshot-text.ts";

/** Writes all entries; no position is empty. */
export function writeEntries(writer: SnapshotWriter, entries: EntryStore): void {
  const positions = Array.from({ length: entries.length() }, (_, position) => position);
  const forms = new Map<EntryForm | undefined, number>();
  for (const position of positions) {
    const form = entries.formAt(position);
    forms.set(form, forms.get(form) ?? forms.size);
  }
  writer.number(forms.size);
  for (const form of forms.keys()) writeForm(writer, form as EntryForm);
  writer.number(positions.length);
  for (const position of positions) writer.text(entries.idAt(position));
  writer.numbers(positions.map((position) => forms.get(entries.formAt(position)) as number));
  const texts = positions.map((position) =>
    (entries.partsAt(position) as EntryParts).texts.map((text) =>
      typeof text === "string" ? text : JSON.stringify(text),
    ),
  );
  const blobs = texts.map((some) => encodeText(some.join("")));
  for (const some of texts) writer.numbers(some.map((text) => text.length));
  writer.numbers(blobs.map((blob) => blob.length));
  for (const blob of blobs) writer.bytes(blob);
}

function writeForm(writer: SnapshotWriter, form: EntryForm): void {
  const { audience, reviewBy, category, tags, related, question, alternates, learnt, answer } =
    form;
  writer.number(Audience.options.indexOf(audience));
  for (const count of [reviewBy, category, tags, related]) writer.number(count);
  writeTexts(writer, question);
  for (const lists of [alternates, learnt, answer]) {
    writer.number(lists.length);
    for (const { locale, count } of lists) {
      writer.text(locale);
      writer.number(count);
    }
  }
}

function readForm(reader: SnapshotReader): EntryForm {
  const audience = Audience.options[reader.below(Audience.options.length)] as Audience;
  const reviewBy = reader.below(2);
  const [category, tags, related] = [reader.count(), reader.count(), reader.count()];
  const question = readTexts(reader);
  const [alternates, learnt, answer] = [readLists(reader), readLists(reader), readLists(reader)];
  return { audience, reviewBy, category, tags, related, question, alternates, learnt, answer };
}

const readLists = (reader: SnapshotReader): LocaleCount[] =>
  readMany(reader, () => ({ locale: reader.text(), count: reader.count() }));

/** Reads as many things as the number before them says. */
export function readMany<Item>(reader: SnapshotReader, read: () => Item): Item[] {
  const items: Item[] = [];
  for (let left = reader.count(); left > 0; left--) items.push(read());
  return items;
}

/** Writes texts. */
export function writeTexts(writer: SnapshotWriter, texts: readonly string[]): void {
  writer.number(texts.length);
  for (const text of texts) writer.text(text);
}

/** Reads texts. */
export const readTexts = (reader: SnapshotReader): string[] => readMany(reader, reader.text);

/** Reads ids and forms; the texts of an entry when it is first asked for. */
export function readEntries(reader: SnapshotReader): StoredEntries {
  const forms = readMany(reader, () => readForm(reader));
  const count = reader.count();
  const ids = reader.texts(count);
  const isOrdered = ids.every((id, at) => at === 0 || (ids[at - 1] as string) < id);
  const formNumbers = reader.numbers(count);
  if (!isOrdered || formNumbers.some((form) => form >= forms.length)) throw contradiction();
  const counts = forms.map(textCount);
  // By position: which of all texts is its first.
  const firsts = new Uint32Array(count + 1);
  let total = 0;
  for (let at = 0; at < count; at++) {
    total += counts[formNumbers[at] as number] as number;
    firsts[at + 1] = total;
  }
  const lengths = reader.numbers(total);
  const sizes = reader.offsets(count);
  refuseLonger(lengths, firsts, sizes);
  // A copy, as the bytes that were handed in may change.
  const bytes = reader.bytes(sizes[count] as number).slice();
  const read = (position: number, form: EntryForm): EntryText[] => {
    const own = lengths.subarray(firsts[position], firsts[position + 1]);
    const texts = split(bytes.subarray(sizes[position], sizes[position + 1]), own);
    const first = texts.length - form.answer.length;
    return texts.map((text, at) =>
      at >= first && form.answer[at - first]?.count === 0 ? readAnswer(text) : text,
    );
  };
  return { ids, forms, formNumbers, read };
}

/** Refuses texts that are longer than their bytes: each character takes one at least. */
function refuseLonger(lengths: Uint32Array, firsts: Uint32Array, sizes: Uint32Array): void {
  for (let at = 1; at < sizes.length; at++) {
    let left = (sizes[at] as number) - (sizes[at - 1] as number);
    const end = firsts[at] as number;
    for (let text = firsts[at - 1] as number; text < end; text++) left -= lengths[text] as number;
    if (left < 0) throw contradiction();
  }
}

function split(bytes: Uint8Array, lengths: Uint32Array): string[] {
  let end = 0;
  const all = decodeText(
    bytes,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  return Array.from(lengths, (length) => {
    end += length;
    return all.slice(end - length, end);
  });
}

/** Whoever forges a snapshot chooses what is found, and does no other harm. */
function readAnswer(text: string): FaqAnswer {
  try {
    return parseInput(FaqAnswer, "answer", JSON.parse(text));
  } catch {
    return { format: "markdown", markdown: "" };
  }
}
