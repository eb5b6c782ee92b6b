import type { TextRange } from "@kefu/faq";

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36, mark: 7 } as const;

/** Colours a text, where colours are wanted. */
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Colours for a terminal that has them; NO_COLOR switches them off, FORCE_COLOR on. */
export function paintFor(
  { isTTY }: { readonly isTTY?: boolean },
  environment: NodeJS.ProcessEnv,
): Paint {
  const { NO_COLOR = "", FORCE_COLOR = "" } = environment;
  const isColoured = NO_COLOR === "" && (FORCE_COLOR !== "" || isTTY === true);
  return isColoured
    ? (style, text) => (text === "" ? "" : `\u001B[${CODES[style]}m${text}\u001B[0m`)
    : (_style, text) => text;
}

/** A text with its found stretches marked: in colour, or between brackets where there is none. */
export function marked(text: string, ranges: readonly TextRange[], paint: Paint): string {
  let [shown, at] = ["", 0];
  for (const [start, end] of ranges) {
    const piece = text.slice(start, end);
    const coloured = paint("yellow", piece);
    shown += text.slice(at, start) + (coloured === piece ? `[${piece}]` : coloured);
    at = end;
  }
  return shown + text.slice(at);
}
