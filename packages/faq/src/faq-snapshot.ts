import { parseInput } from "@kefu/core";
import { z } from "zod";
import { analyzerFingerprint } from "./analyzer-fingerprint.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { contentOf, type FaqIndex, indexOf } from "./build-faq-index.ts";
import { compactCorpus } from "./compact-corpus.ts";
import {
  bytesOfNumbers,
  checksum,
  createReader,
  createWriter,
  numberAt,
  unusable,
} from "./snapshot-bytes.ts";
import { readCorpus, writeCorpus } from "./snapshot-corpus.ts";

/** How to store an index. */
export const FaqSnapshotOptions = z.strictObject({
  /** `"bytes"` for one ArrayBuffer, `"json"` for what can be part of a JSON document; a third larger. */
  as: z.enum(["bytes", "json"]).default("bytes"),
});
/** How to store an index, with defaults left out. */
export interface FaqSnapshotOptions extends Readonly<z.input<typeof FaqSnapshotOptions>> {}

/** A stored index as JSON. */
export interface FaqSnapshotJson {
  /** What it is. */
  readonly format: "kefu-faq-index";
  /** The version of the layout. */
  readonly version: number;
  /** Which analyzer has read the texts. */
  readonly analyzer: number;
  /** The bytes, in Base64. */
  readonly data: string;
}

const FORMAT = "kefu-faq-index";
const VERSION = 2;
/** "KFAQ", version, analyzer, checksum. */
const HEADER = 16;
const MAGIC = 0x5141464b;

/**
 * An index as bytes or JSON, to be stored and loaded without reading the texts again. It is complete: entries and lexicon are in
 * it. The same entries give the same bytes, however they came in.
 *
 * Only the analyzer that made it can use it: store the entries, too, and build anew where {@link loadFaqIndex} refuses.
 *
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { buildFaqIndex, faqSnapshot, loadFaqIndex, searchFaq } from "@kefu/faq";
 *
 * const index = buildFaqIndex([{ id: "returns", question: { en: "How do I return an item?" } }]);
 * const stored = JSON.stringify(faqSnapshot(index, { as: "json" }));
 * const loaded = loadFaqIndex(JSON.parse(stored));
 * searchFaq(loaded, "return", { locale: "en" }).hits[0]?.id; // => "returns"
 * ```
 */
export function faqSnapshot(index: FaqIndex, options: { readonly as: "json" }): FaqSnapshotJson;
export function faqSnapshot(index: FaqIndex, options?: { readonly as?: "bytes" }): ArrayBuffer;
export function faqSnapshot(
  index: FaqIndex,
  options: FaqSnapshotOptions,
): ArrayBuffer | FaqSnapshotJson;
export function faqSnapshot(
  index: FaqIndex,
  options: FaqSnapshotOptions = {},
): ArrayBuffer | FaqSnapshotJson {
  const content = contentOf(index);
  const { as } = parseInput(FaqSnapshotOptions, "snapshot options", options);
  compactCorpus(content.corpus);
  content.views.length = 0;
  const writer = createWriter();
  writeCorpus(writer, content.corpus);
  const body = writer.finish();
  const bytes = new Uint8Array(HEADER + body.length);
  const analyzer = analyzerFingerprint();
  bytes.set(bytesOfNumbers([MAGIC, VERSION, analyzer, checksum(body)]));
  bytes.set(body, HEADER);
  if (as === "bytes") return bytes.buffer;
  return { format: FORMAT, version: VERSION, analyzer, data: toBase64(bytes) };
}

/**
 * An index out of what {@link faqSnapshot} gave: it finds the same as the one that was stored, and can be updated like it.
 *
 * What is in it is read when it is first needed, which is why loading takes little time. The checksum tells damage, not forgery: load
 * what you have stored. Of a forged one, what is found means nothing; it can be searched and updated without harm.
 *
 * @param snapshot - the bytes (a view of them does, too) or the JSON
 * @throws `FaqSnapshotError`, code `"unusable-snapshot"`, when it is no snapshot, is damaged, or comes from another version of
 *   the layout or of the analyzer (which includes what the runtime knows of Unicode): build the index anew
 */
export function loadFaqIndex(snapshot: ArrayBuffer | ArrayBufferView | FaqSnapshotJson): FaqIndex {
  const bytes = bytesOf(snapshot);
  if (bytes.length < HEADER || numberAt(bytes, 0) !== MAGIC) throw unusable("is no snapshot");
  refuseOthers(numberAt(bytes, 4), numberAt(bytes, 8));
  const body = bytes.subarray(HEADER);
  if (checksum(body) !== numberAt(bytes, 12)) throw unusable("is damaged");
  const reader = createReader(body);
  const corpus = readCorpus(reader);
  if (!reader.isDone()) throw unusable("holds more than an index");
  return indexOf(corpus);
}

function refuseOthers(version: number, analyzer: number): void {
  if (version !== VERSION) throw unusable("was made by another version of the layout");
  if (analyzer !== analyzerFingerprint()) {
    throw unusable("was made by another version of the analyzer");
  }
}

function bytesOf(snapshot: unknown): Uint8Array {
  try {
    if (isBuffer(snapshot)) return new Uint8Array(snapshot);
    if (ArrayBuffer.isView(snapshot)) {
      return new Uint8Array(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
    }
  } catch {
    throw unusable("was handed on to another thread");
  }
  const { version, analyzer, data } = jsonOf(snapshot);
  refuseOthers(version, analyzer);
  const bytes = fromBase64(data);
  if (bytes === undefined) throw unusable("is damaged");
  return bytes;
}

const lengthOfBuffer = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength")
  ?.get as () => number;

/** Whether something is a buffer, also one of another realm, which is no instance of ours. */
function isBuffer(value: unknown): value is ArrayBuffer {
  try {
    return Reflect.apply(lengthOfBuffer, value, []) >= 0;
  } catch {
    return false;
  }
}

const SnapshotJson = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  analyzer: z.number(),
  data: z.string(),
});

function jsonOf(snapshot: unknown): FaqSnapshotJson {
  try {
    return parseInput(SnapshotJson, "FAQ snapshot", snapshot);
  } catch {
    throw unusable("is no snapshot");
  }
}
