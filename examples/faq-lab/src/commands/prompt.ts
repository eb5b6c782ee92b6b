import {
  clearScreenDown,
  createInterface,
  cursorTo,
  type Interface,
  moveCursor,
} from "node:readline";
import type { Terminal } from "../terminal.ts";

/** Asks for lines until the input ends, and answers each; on a terminal already while it is typed. */
export async function prompt(terminal: Terminal, answer: (query: string) => string): Promise<void> {
  const { input, output } = terminal;
  const isLive = input.isTTY && output.isTTY;
  const lines = createInterface({ input, output, terminal: isLive, prompt: isLive ? "? " : "" });
  const show = () => preview(output, lines, answer);
  // The line takes the key in first.
  const onKey = () => setImmediate(show);
  if (isLive) input.on("keypress", onKey);
  lines.prompt();
  for await (const line of lines) {
    if (isLive) clearScreenDown(output);
    if (line.trim() !== "") terminal.print(`${answer(line)}\n`);
    lines.prompt();
  }
  input.off("keypress", onKey);
}

/** As much as stays on the screen of anyone. */
const PREVIEW_LINES = 8;

/** Writes what the line finds below it and brings the cursor back. */
function preview(output: NodeJS.WriteStream, lines: Interface, answer: (query: string) => string) {
  if (lines.line.trim() === "") return clearScreenDown(output);
  const { cols } = lines.getCursorPos();
  const shown = answer(lines.line)
    .split("\n")
    .filter((line) => line !== "")
    .slice(0, PREVIEW_LINES);
  cursorTo(output, cols);
  clearScreenDown(output);
  // Long lines would scroll and lose the way back.
  output.write(`\u001B[?7l\n${shown.join("\n")}\u001B[?7h`);
  moveCursor(output, 0, -shown.length);
  return cursorTo(output, cols);
}
