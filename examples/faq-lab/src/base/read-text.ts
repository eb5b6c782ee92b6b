import { readFileSync } from "node:fs";
import { LabError } from "../lab-error.ts";

/** Nobody writes longer lines: a file that has them is not what its name says. */
const LONGEST_LINE = 256 * 1024;
const LINE_FEED = 0x0a;

/** A file as text, without byte order mark. Refuses what is no UTF-8, naming the line. */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new LabError(`cannot be read (${(error as NodeJS.ErrnoException).code})`, { file });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LabError("is not valid UTF-8", { file, line: firstBrokenLine(bytes) });
  }
}

function firstBrokenLine(bytes: Buffer): number {
  const strict = new TextDecoder("utf-8", { fatal: true });
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(LINE_FEED, from);
    try {
      strict.decode(bytes.subarray(from, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    from = end + 1;
  }
}

/** The lines of a text that people write line by line. */
export function linesOf(text: string, file: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex(({ length }) => length > LONGEST_LINE);
  if (at < 0) return lines;
  const kilobytes = Math.round((lines[at]?.length ?? 0) / 1024);
  throw new LabError(`the line has ${kilobytes} K characters, more than ${LONGEST_LINE / 1024} K`, {
    file,
    line: at + 1,
  });
}
