import { runCommand } from "./run-command.ts";
import { paintFor } from "./screen/paint.ts";
import type { Terminal } from "./terminal.ts";

const terminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  paint: paintFor(process.stdout, process.env),
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
};

// A reader such as `head` may stop reading before all is told.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === "EPIPE" ? 0 : 1),
);

process.exitCode = await runCommand(process.argv.slice(2), terminal);
