import type { Paint } from "./screen/paint.ts";

/** Where a command reads and writes. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly paint: Paint;
  readonly print: (text: string) => void;
  /** Tells of a mistake. */
  readonly complain: (text: string) => void;
}
