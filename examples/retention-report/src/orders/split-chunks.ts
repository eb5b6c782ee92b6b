import { createReadStream } from "node:fs";

/** Whole rows of a file, in order. */
export interface Chunk {
  readonly text: string;
  /** The line of the file with which it begins, from 1. */
  readonly line: number;
}

/** How much is read at once. */
const BYTES = 1 << 20;
/** A quotation that runs on for longer than this is no cell: its end was forgotten. */
const LONGEST_ROW = 8 << 20;

/**
 * A file cut where a row ends, never within a quoted cell, so that chunks can be read one apart from the other. The first
 * chunk is the heading alone.
 */
export async function* splitChunks(path: string, bytes = BYTES): AsyncGenerator<Chunk> {
  const stream = createReadStream(path, { encoding: "utf8", highWaterMark: bytes });
  let [rest, line] = ["", 1];
  for await (const part of stream as AsyncIterable<string>) {
    rest = rest === "" && line === 1 ? part.replace(/^\uFEFF/, "") : rest + part;
    for (let end = endOf(rest, line); end > 0; end = endOf(rest, line)) {
      const text = rest.slice(0, end);
      rest = rest.slice(end);
      yield { text, line };
      line += lineCount(text);
    }
  }
  if (rest !== "") yield { text: rest, line };
}

/** Where the next chunk ends; 0 where it is not to be seen yet. */
const endOf = (text: string, line: number): number =>
  line === 1 ? text.indexOf("\n") + 1 : endOfRows(text);

/** Where the last whole row ends: behind a line break that has an even number of quotes before it. */
function endOfRows(text: string): number {
  const pieces = text.split('"');
  const last = pieces.findLastIndex((piece, at) => at % 2 === 0 && piece.includes("\n"));
  if (last < 0) return text.length > LONGEST_ROW ? text.lastIndexOf("\n") + 1 : 0;
  const before = pieces.slice(0, last).reduce((length, piece) => length + piece.length + 1, 0);
  return before + (pieces[last] as string).lastIndexOf("\n") + 1;
}

/** How many lines end within a text. */
export function lineCount(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
