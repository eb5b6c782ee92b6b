import { KefuError, parseInput } from "@kefu/core";
import { z } from "zod";
import { isItemId } from "./baskets.ts";
import { ItemItemOptions } from "./fit-options.ts";
import { contentOf, type ItemModel, type ModelContent, modelOf } from "./item-model.ts";
import { reading } from "./reading.ts";

/** A snapshot cannot be used: fit the model anew. `code` is `"unusable-snapshot"`. */
export class ItemModelSnapshotError extends KefuError {
  override readonly code = "unusable-snapshot";
  override readonly name = "ItemModelSnapshotError";
}

/** A stored model as JSON. */
export interface ItemModelJson {
  /** What it is. */
  readonly format: "kefu-item-model";
  /** The version of the layout. */
  readonly version: number;
  /** Tells damage. */
  readonly checksum: number;
  /** By which measure items go together. */
  readonly mode: string;
  /** How many baskets were seen. */
  readonly baskets: number;
  /** All ids. */
  readonly items: readonly string[];
  /** In how many baskets each item is. */
  readonly counts: readonly number[];
  /** Where the neighbours of each item begin, and the last ones end. */
  readonly starts: readonly number[];
  /** Places of neighbours. */
  readonly neighbours: readonly number[];
  /** Baskets with both. */
  readonly together: readonly number[];
  /** How strong they are. */
  readonly weights: readonly number[];
}

const VERSION = 1;
/** "KITM". */
const MAGIC = 0x4d54494b;
/** Magic, version, checksum, length of the head in units of text. */
const HEADER = 16;

/** How to store a model. */
export const ItemModelSnapshotOptions = z.strictObject({
  /** `"bytes"` for one ArrayBuffer, `"json"` for what can be part of a JSON document; about twice as large. */
  as: z.enum(["bytes", "json"]).default("bytes"),
});
/** How to store a model, with defaults left out. */
export interface ItemModelSnapshotOptions
  extends Readonly<z.input<typeof ItemModelSnapshotOptions>> {}

/**
 * A model as bytes or JSON, to be stored, or sent to a browser. The same model gives the same bytes.
 *
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { fitItemItem, itemModelSnapshot, loadItemModel, recommend } from "@kefu/recommendation";
 *
 * const model = fitItemItem([["tea", "cup"], ["tea", "cup"], ["tea"]]);
 * const stored = JSON.stringify(itemModelSnapshot(model, { as: "json" }));
 * recommend(loadItemModel(JSON.parse(stored)), ["cup"]).items[0]?.itemId; // => "tea"
 * ```
 */
export function itemModelSnapshot(
  model: ItemModel,
  options: { readonly as: "json" },
): ItemModelJson;
export function itemModelSnapshot(
  model: ItemModel,
  options?: { readonly as?: "bytes" },
): ArrayBuffer;
export function itemModelSnapshot(
  model: ItemModel,
  options: ItemModelSnapshotOptions = {},
): ArrayBuffer | ItemModelJson {
  const content = contentOf(model);
  const { as } = parseInput(ItemModelSnapshotOptions, "snapshot options", options);
  const bytes = bytesOf(content);
  if (as === "bytes") return bytes;
  const { mode, baskets, items, counts, starts, neighbours, together, weights } = content;
  const checksum = new Uint32Array(bytes)[2] as number;
  const head = {
    format: "kefu-item-model",
    version: VERSION,
    checksum,
    mode,
    baskets,
    items,
  } as const;
  const lists = { counts: [...counts], starts: [...starts], neighbours: [...neighbours] };
  return { ...head, ...lists, together: [...together], weights: [...weights] };
}

/**
 * A model out of what {@link itemModelSnapshot} gave: it recommends the same as the one that was stored.
 *
 * The checksum tells damage, not forgery: load what you have stored. Of a forged one, what is recommended means nothing.
 *
 * @throws `ItemModelSnapshotError`, code `"unusable-snapshot"`, when it is no snapshot, is damaged, contradicts itself, or comes from
 *   another version of the layout: fit anew
 */
export function loadItemModel(snapshot: ArrayBuffer | ItemModelJson): ItemModel {
  const bytes = isBuffer(snapshot) ? snapshot : bytesOf(contentOfJson(snapshot), snapshot);
  const content = contentOfBytes(bytes);
  if (!isSound(content)) throw unusable("contradicts itself");
  return modelOf(content);
}

function isBuffer(value: unknown): value is ArrayBuffer {
  return reading(
    "item model snapshot",
    () =>
      Object.prototype.toString.call(value) === "[object ArrayBuffer]" &&
      value instanceof ArrayBuffer,
  );
}

type Stored = Omit<ModelContent, "places" | "popular">;

/** Header, head (JSON in UTF-16), then the columns: eight bytes a number first, for alignment. */
function bytesOf(
  content: Stored,
  stored?: { readonly version: number; readonly checksum: number },
): ArrayBuffer {
  const { mode, baskets, items, counts, starts, neighbours, together, weights } = content;
  const head = JSON.stringify({ mode, baskets, items, edges: neighbours.length });
  const columns = [counts, starts, neighbours, together, weights];
  const at = alignedEnd(head.length);
  const bytes = new ArrayBuffer(columns.reduce((end, column) => end + column.byteLength, at));
  const text = new Uint16Array(bytes, HEADER, head.length);
  for (let place = 0; place < head.length; place++) text[place] = head.charCodeAt(place);
  columns.reduce((to, column) => {
    new Uint8Array(bytes, to).set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
    );
    return to + column.byteLength;
  }, at);
  const { version, checksum } = stored ?? { version: VERSION, checksum: checksumOf(bytes) };
  new Uint32Array(bytes, 0, 4).set([MAGIC, version, checksum, head.length]);
  return bytes;
}

const alignedEnd = (headLength: number): number => Math.ceil((HEADER + 2 * headLength) / 8) * 8;

/** FNV-1a over four bytes at a time: no single changed byte goes unnoticed. */
function checksumOf(bytes: ArrayBuffer): number {
  const words = new Uint32Array(bytes, HEADER);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++)
    hash = Math.imul(hash ^ (words[at] as number), 0x01000193);
  return hash >>> 0;
}

function contentOfBytes(bytes: ArrayBuffer): Stored {
  const { byteLength } = bytes;
  if (byteLength < HEADER || byteLength % 4 !== 0) throw unusable("is no snapshot");
  const [magic, version, checksum, length = 0] = new Uint32Array(bytes, 0, 4);
  if (magic !== MAGIC) throw unusable("is no snapshot");
  if (version !== VERSION) throw unusable("was made by another version of the layout");
  if (checksum !== checksumOf(bytes)) throw unusable("is damaged");
  if (HEADER + 2 * length > byteLength) throw unusable("is cut off");
  const { mode, baskets, items, edges } = headOf(new Uint16Array(bytes, HEADER, length));
  let at = alignedEnd(length);
  if (byteLength !== at + 12 * items.length + 4 + 12 * edges) throw unusable("is cut off");
  const place = (size: number) => {
    at += size;
    return at - size;
  };
  return {
    ...{ mode, baskets, items },
    counts: new Float64Array(bytes.slice(place(8 * items.length), at)),
    starts: new Uint32Array(bytes.slice(place(4 * items.length + 4), at)),
    neighbours: new Uint32Array(bytes.slice(place(4 * edges), at)),
    together: new Uint32Array(bytes.slice(place(4 * edges), at)),
    weights: new Float32Array(bytes.slice(place(4 * edges), at)),
  };
}

const mode = z.enum([...ItemItemOptions.shape.mode.unwrap().options, "ease"]);
const Head = z.object({
  mode,
  baskets: z.int().nonnegative(),
  items: z.array(z.string()),
  edges: z.int().nonnegative(),
});

function headOf(text: Uint16Array): z.output<typeof Head> {
  let json = "";
  for (let at = 0; at < text.length; at += 8192) {
    json += String.fromCharCode(...text.subarray(at, at + 8192));
  }
  try {
    return parseInput(Head, "item model snapshot", JSON.parse(json));
  } catch {
    throw unusable("contradicts itself");
  }
}

const numbers = z.array(z.number());
const Json = z.object({
  format: z.literal("kefu-item-model"),
  version: z.int().nonnegative(),
  checksum: z.int().nonnegative(),
  ...{ mode, baskets: z.number(), items: z.array(z.string()) },
  ...{ counts: numbers, starts: numbers, neighbours: numbers, together: numbers, weights: numbers },
});

function contentOfJson(snapshot: unknown): Stored {
  try {
    const { counts, starts, neighbours, together, weights, ...head } = parseInput(
      Json,
      "snapshot",
      snapshot,
    );
    const integers = { starts: Uint32Array.from(starts), neighbours: Uint32Array.from(neighbours) };
    const others = { together: Uint32Array.from(together), weights: Float32Array.from(weights) };
    return { ...head, counts: Float64Array.from(counts), ...integers, ...others };
  } catch {
    throw unusable("is no snapshot");
  }
}

/** Whether all places are within bounds and in order, and all numbers make sense. */
function isSound(stored: Stored): boolean {
  const { items, starts, neighbours } = stored;
  const isWhole = starts[0] === 0 && starts[items.length] === neighbours.length;
  return isWhole && items.every((_, item) => isSoundItem(stored, item) && isSoundRow(stored, item));
}

function isSoundRow(stored: Stored, item: number): boolean {
  const [from, to] = [stored.starts[item] as number, stored.starts[item + 1] as number];
  if (to < from || to > stored.neighbours.length) return false;
  for (let at = from; at < to; at++) if (!isSoundNeighbour(stored, item, at, from)) return false;
  return true;
}

function isSoundItem({ items, counts, baskets }: Stored, item: number): boolean {
  const [id, count] = [items[item], counts[item] as number];
  const isInOrder = item === 0 || (items[item - 1] as string) < (id as string);
  return isItemId(id) && isInOrder && Number.isSafeInteger(count) && count > 0 && count <= baskets;
}

function isSoundNeighbour(stored: Stored, item: number, at: number, from: number): boolean {
  const { counts, neighbours, together, weights } = stored;
  const other = neighbours[at] as number;
  const most = Math.min(counts[item] as number, counts[other] ?? -1);
  const isInOrder = at === from || other > (neighbours[at - 1] as number);
  return (
    isInOrder && other !== item && (together[at] as number) <= most && Number.isFinite(weights[at])
  );
}

function unusable(message: string): ItemModelSnapshotError {
  return new ItemModelSnapshotError("item model snapshot", [{ path: [], message }]);
}
