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

/** Writes numbers and texts; the texts lie together, so that they are read in one go. */
export function createWriter() {
  let bytes = new Uint8Array(1024);
  let length = 0;
  const texts: string[] = [];
  const byte = (value: number): void => {
    if (length === bytes.length) bytes = grown(bytes, length + 1);
    bytes[length++] = value;
  };
  /** A whole number from 0 below 2^32: seven bits a byte, the lowest first. */
  const number = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) byte((rest & 127) | 128);
    byte(rest);
  };
  const text = (value: string): void => {
    number(value.length);
    texts.push(value);
  };
  const finish = (): Uint8Array => {
    const all = texts.join("");
    const encoded = encodeText(all);
    const head = bytesOfNumbers([all.length, encoded.length]);
    const result = new Uint8Array(head.length + encoded.length + length);
    result.set(head);
    result.set(encoded, head.length);
    result.set(bytes.subarray(0, length), head.length + encoded.length);
    return result;
  };
  return { byte, number, text, finish };
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

/** Reads what a writer wrote, and nothing beyond its end or its limits. */
export function createReader(bytes: Uint8Array) {
  const [characters, size] = [numberAt(bytes, 0), numberAt(bytes, 4)];
  let at = 8 + size;
  if (at > bytes.length || characters > size) throw unusable("is cut off");
  const texts = decodeText(bytes.subarray(8, at), characters);
  let textAt = 0;
  const byte = (): number => {
    if (at >= bytes.length) throw unusable("is cut off");
    return bytes[at++] as number;
  };
  const number = (): number => {
    let value = byte();
    if (value < 128) return value;
    value &= 127;
    for (let shift = 7; shift < 35; shift += 7) {
      const next = byte();
      value = (value | ((next & 127) << shift)) >>> 0;
      if (next < 128) return value;
    }
    throw unusable("holds a number without end");
  };
  /** A number that has to be less than a limit. */
  const below = (limit: number): number => {
    const value = number();
    if (value >= limit) throw unusable("contradicts itself");
    return value;
  };
  /** How many things follow, each of a byte at least. */
  const count = (): number => below(bytes.length - at + 1);
  const text = (): string => {
    const end = textAt + number();
    if (end > texts.length) throw unusable("is cut off");
    const value = texts.slice(textAt, end);
    textAt = end;
    return value;
  };
  /** Refuses where fewer bytes are left. */
  const require = (least: number): void => {
    if (least > bytes.length - at) throw unusable("is cut off");
  };
  const isDone = (): boolean => at === bytes.length && textAt === texts.length;
  return { byte, number, below, count, text, require, isDone };
}

/** Reads numbers and texts. */
export type SnapshotReader = ReturnType<typeof createReader>;
