import {
  type EntryForm,
  type EntryParts,
  type EntryText,
  entryOf,
  entryParts,
  textCount,
} from "./entry-form.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { append, createGrowingArray } from "./growing-array.ts";

/** Entries, numbered by position in the order in which they came. Kept as forms and texts, put together when they are read. */
export interface EntryStore {
  /** How many positions there are, those of removed entries included. */
  readonly length: () => number;
  /** Adds an entry whose id is new; its position. */
  readonly add: (entry: FaqEntry) => number;
  /** Leaves a position empty. */
  readonly remove: (position: number) => void;
  /** Where the entry with an id is. */
  readonly find: (id: string) => number | undefined;
  /** The id of the entry that is or was at a position. */
  readonly idAt: (position: number) => string;
  /** All but the texts; `undefined` where an entry was removed. */
  readonly formAt: (position: number) => EntryForm | undefined;
  /** The entry; `undefined` where one was removed. */
  readonly at: (position: number) => FaqEntry | undefined;
  /** The same for one that is taken apart. */
  readonly addParts: (parts: EntryParts) => number;
  /** The entry, taken apart. */
  readonly partsAt: (position: number) => EntryParts | undefined;
}

/** Entries that are read from a snapshot when they are first asked for. */
export interface StoredEntries {
  /** In ascending order. */
  readonly ids: string[];
  readonly forms: readonly EntryForm[];
  /** By position: which form. */
  readonly formNumbers: Uint32Array;
  /** Reads the texts of the entry at a position. */
  readonly read: (position: number, form: EntryForm) => readonly EntryText[];
}

const GONE = 0xffffffff;

/** A store without entries, or with those of a snapshot. */
export function createEntryStore(stored?: StoredEntries): EntryStore {
  const ids = stored?.ids ?? [];
  const forms = [...(stored?.forms ?? [])];
  const numbers = new Map(forms.map((form, number) => [JSON.stringify(form), number]));
  const formNumbers = createGrowingArray();
  // By position: where its texts begin. Those of a snapshot are empty until they are read.
  const firstTexts = createGrowingArray();
  const texts: (EntryText | undefined)[] = [];
  // Positions of the ids that came later than a greater one.
  const astray = new Map<string, number>();
  let ordered = ids.length;

  const numberOf = (form: EntryForm): number => {
    const key = JSON.stringify(form);
    const number = numbers.get(key) ?? forms.push(form) - 1;
    numbers.set(key, number);
    return number;
  };
  const formAt = (position: number): EntryForm | undefined =>
    forms[formNumbers.values[position] as number];
  const partsAt = (position: number): EntryParts | undefined => {
    const form = formAt(position);
    if (form === undefined) return undefined;
    const [count, first] = [textCount(form), firstTexts.values[position] as number];
    if (count > 0 && texts[first] === undefined) {
      stored?.read(position, form).forEach((text, at) => {
        texts[first + at] = text;
      });
    }
    return {
      id: ids[position] as string,
      form,
      texts: texts.slice(first, first + count) as EntryText[],
    };
  };
  const addParts = ({ id, form, texts: added }: EntryParts): number => {
    const position = formNumbers.length;
    append(firstTexts, texts.length);
    append(formNumbers, numberOf(form));
    const last = ids[ordered - 1];
    for (const text of added) texts.push(text);
    if (ordered === position && (last === undefined || last < id)) ordered++;
    else astray.set(id, position);
    ids[position] = id;
    return position;
  };
  const counts = forms.map(textCount);
  let count = 0;
  for (const number of stored?.formNumbers ?? []) {
    append(firstTexts, count);
    append(formNumbers, number);
    count += counts[number] as number;
  }
  texts.length = count;
  return {
    length: () => formNumbers.length,
    add: (entry) => addParts(entryParts(entry)),
    addParts,
    remove: (position) => {
      astray.delete(ids[position] as string);
      formNumbers.values[position] = GONE;
    },
    find: (id) => {
      const position = astray.get(id) ?? placeOf(ids, ordered, id);
      return formAt(position) === undefined ? undefined : position;
    },
    idAt: (position) => ids[position] as string,
    formAt,
    at: (position) => {
      const parts = partsAt(position);
      return parts && entryOf(parts);
    },
    partsAt,
  };
}

/** The positions of the entries that are left, in the order of their ids. */
export function positionsInOrder({ length, idAt, formAt }: EntryStore): number[] {
  const positions = Array.from({ length: length() }, (_, position) => position);
  return positions
    .filter((position) => formAt(position) !== undefined)
    .sort((a, b) => (idAt(a) < idAt(b) ? -1 : 1));
}

/** The entries at some positions; the store itself where these are all there are. */
export function storeOf(entries: EntryStore, positions: readonly number[]): EntryStore {
  const isWhole = positions.length === entries.length();
  if (isWhole && positions.every((position, at) => position === at)) return entries;
  const chosen = createEntryStore();
  for (const position of positions) chosen.addParts(entries.partsAt(position) as EntryParts);
  return chosen;
}

/** Where an id is among the first ones, which are in order; -1 when it is not there. */
function placeOf(ids: readonly string[], ordered: number, id: string): number {
  let [low, high] = [0, ordered];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as string) < id) low = middle + 1;
    else high = middle;
  }
  return low < ordered && ids[low] === id ? low : -1;
}
