import { once } from "node:events";
import { createWriteStream, rmSync, type WriteStream } from "node:fs";
import type { RejectedRow } from "./read-chunk.ts";

/** Where rows go that are no orders. */
export interface RejectsFile {
  readonly add: (rows: readonly RejectedRow[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A CSV file of line, reason and the row as it was; there is none without such rows, nor one of an earlier run. */
export function rejectsFile(path: string): RejectsFile {
  rmSync(path, { force: true });
  let stream: WriteStream | undefined;
  return {
    add: async (rows) => {
      if (rows.length === 0) return;
      if (stream === undefined) {
        stream = createWriteStream(path);
        await once(stream, "open");
        stream.write("line,reason,row\n");
      }
      if (!stream.write(rows.map(textOf).join(""))) await once(stream, "drain");
    },
    close: async () => {
      if (stream === undefined) return;
      stream.end();
      await once(stream, "close");
    },
  };
}

const textOf = ({ line, reason, text }: RejectedRow) =>
  `${line},${reason},"${text.replaceAll('"', '""')}"\n`;
