import { createReadStream } from "node:fs";

/** A stretch of a file that holds whole rows. */
export interface ByteRange {
  /** Its first byte. */
  readonly from: number;
  /** The byte behind its last. */
  readonly to: number;
  /** The line of the file with which it begins, from 1. */
  readonly line: number;
}

/** Whole rows of a file. */
export interface Chunk extends ByteRange {
  readonly text: string;
}

/** How much is read at once. */
const BYTES = 1 << 20;
/** A quotation that runs on for longer than this is no cell: its end was forgotten. */
const LONGEST_ROW = 8 << 20;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * A file cut where a row ends, never within a quoted cell, so that chunks can be read one apart from the other. The first
 * chunk is the heading alone.
 */
export async function* splitChunks(path: string, bytes = BYTES): AsyncGenerator<Chunk> {
  let rest: Buffer = Buffer.alloc(0);
  let [from, line] = [0, 1];
  for await (const part of createReadStream(path, { highWaterMark: bytes })) {
    rest = rest.length === 0 ? (part as Buffer) : Buffer.concat([rest, part as Buffer]);
    for (let end = endOf(rest, line); end > 0; end = endOf(rest, line)) {
      yield chunkOf(rest.subarray(0, end), from, line);
      line += lineCount(rest.subarray(0, end));
      from += end;
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) yield chunkOf(rest, from, line);
}

/** The chunk that some bytes of a file make. */
export const chunkOf = (bytes: Buffer, from: number, line: number): Chunk => ({
  from,
  to: from + bytes.length,
  line,
  text: from === 0 ? bytes.toString().replace(/^\uFEFF/, "") : bytes.toString(),
});

/** Where the next chunk ends; 0 where it is not to be seen yet. */
const endOf = (bytes: Buffer, line: number): number =>
  line === 1 ? bytes.indexOf(LINE_FEED) + 1 : endOfRows(bytes);

/** Where the last whole row ends: behind a line break that has an even number of quotes before it. */
function endOfRows(bytes: Buffer): number {
  let end = 0;
  let isQuoted = false;
  for (let from = 0; from < bytes.length; isQuoted = !isQuoted) {
    const quote = bytes.indexOf(QUOTE, from);
    const to = quote < 0 ? bytes.length : quote;
    const feed = isQuoted ? -1 : bytes.subarray(from, to).lastIndexOf(LINE_FEED);
    if (feed >= 0) end = from + feed + 1;
    from = to + 1;
  }
  return end === 0 && bytes.length > LONGEST_ROW ? bytes.lastIndexOf(LINE_FEED) + 1 : end;
}

/** How many lines end within some bytes. */
function lineCount(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
