import { KefuError } from "@kefu/core";
import { grown } from "./growing-array.ts";
import { decodeText, encodeText } from "./snapshot-text.ts";

/** A snapshot cannot be used: build the index anew. `code` is `"unusable-snapshot"`. */
export class FaqSnapshotError extends KefuError {
  override readonly code = "unusable-snapshot";
  override readonly name = "FaqSnapshotError";
}

/** An error about a snapshot as a whole. */
export const unusable = (message: string): FaqSnapshotError =>
  new FaqSnapshotError("FAQ snapshot", [{ path: [], message }]);

/** An error about numbers that do not fit together. */
export const contradiction = (): FaqSnapshotError => unusable("contradicts itself");

/** Writes numbers and texts; the texts lie together, so that they are read in one go. */
export function createWriter() {
  let room = new Uint8Array(256);
  let length = 0;
  const texts: string[] = [];
  const byte = (value: number): void => {
    if (length === room.length) room = grown(room, length + 1);
    room[length++] = value;
  };
  const bytes = (values: Uint8Array): void => {
    room = grown(room, length + values.length);
    room.set(values, length);
    length += values.length;
  };
  /** A whole number from 0 below 2^32: seven bits a byte, the lowest first. */
  const number = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) byte((rest & 127) | 128);
    byte(rest);
  };
  const numbers = (values: Iterable<number>): void => {
    for (const value of values) number(value);
  };
  const text = (value: string): void => {
    number(value.length);
    texts.push(value);
  };
  /** All but the texts. */
  const written = (): Uint8Array => room.slice(0, length);
  const finish = (): Uint8Array => {
    const all = texts.join("");
    const encoded = encodeText(all);
    const whole = createWriter();
    whole.bytes(bytesOfNumbers([all.length, encoded.length]));
    whole.bytes(encoded);
    whole.bytes(written());
    return whole.written();
  };
  return { bytes, number, numbers, text, written, finish };
}

/** Writes numbers and texts. */
export type SnapshotWriter = ReturnType<typeof createWriter>;

/** Four bytes a number, the lowest first. */
export const bytesOfNumbers = (values: readonly number[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255)),
  );

/** Four bytes as a number, the lowest first. */
export const numberAt = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((sum, place) => sum + (bytes[at + place] ?? 0) * 256 ** place, 0);

/** Fills in numbers that lie in a row; where the next byte is. Beyond the end there are zeros. */
function decodeNumbers(source: Uint8Array, from: number, values: Uint32Array): number {
  let at = from;
  for (let index = 0; index < values.length; index++) {
    let value = 0;
    let byte = 128;
    for (let shift = 0; byte > 127; shift += 7) {
      byte = source[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    values[index] = value;
  }
  return at;
}

/** Reads what a writer wrote, and nothing beyond its end or its limits. */
export function createReader(source: Uint8Array) {
  const { length } = source;
  const [characters, size] = [numberAt(source, 0), numberAt(source, 4)];
  let at = 8 + size;
  if (at > length || characters > size) throw unusable("is cut off");
  const all = decodeText(source.subarray(8, at), characters);
  let textAt = 0;
  /** So many bytes. */
  const bytes = (count: number): Uint8Array => {
    if (count > length - at) throw unusable("is cut off");
    at += count;
    return source.subarray(at - count, at);
  };
  /** So many numbers. */
  const numbers = (count: number): Uint32Array => {
    if (count > length - at) throw unusable("is cut off");
    const values = new Uint32Array(count);
    at = decodeNumbers(source, at, values);
    if (at > length) throw unusable("is cut off");
    return values;
  };
  /** One number; many are read faster together. */
  const number = (): number => numbers(1)[0] as number;
  /** A number that has to be less than a limit. */
  const below = (limit: number): number => {
    const value = number();
    if (value >= limit) throw contradiction();
    return value;
  };
  /** How many things follow, each of a byte at least. */
  const count = (): number => below(length - at + 1);
  /** So many texts. */
  const texts = (count: number): string[] => {
    let end = textAt;
    const found = Array.from(numbers(count), (size) => {
      const start = end;
      end += size;
      return all.slice(start, end);
    });
    if (end > all.length) throw unusable("is cut off");
    textAt = end;
    return found;
  };
  const text = (): string => texts(1)[0] as string;
  /** Where each of so many stretches begins and the last one ends; together they are not longer than what is left. */
  const offsets = (count: number): Uint32Array => {
    const lengths = numbers(count);
    const found = new Uint32Array(count + 1);
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += lengths[index] as number;
      found[index + 1] = sum;
    }
    if (sum > length - at) throw unusable("is cut off");
    return found;
  };
  const isDone = (): boolean => at === length && textAt === all.length;
  return { bytes, numbers, number, below, count, text, texts, offsets, isDone };
}

/** FNV-1a over four bytes at a time: no single changed byte goes unnoticed. */
export function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { length } = bytes;
  let hash = 0x811c9dc5;
  let at = 0;
  for (; at + 4 <= length; at += 4) hash = Math.imul(hash ^ view.getUint32(at, true), 0x01000193);
  for (; at < length; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  return hash >>> 0;
}

/** Reads numbers and texts. */
export type SnapshotReader = ReturnType<typeof createReader>;
