import { runCommand } from "./run-command.ts";
import type { Terminal } from "./terminal.ts";

const isWatched = process.stderr.isTTY === true;

const terminal: Terminal = {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  progress: (text) => {
    if (isWatched) process.stderr.write(`\r\u001B[K${text}`);
  },
};

// A reader such as `head` may stop reading before all is told.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === "EPIPE" ? 0 : 1),
);

process.exitCode = await runCommand(process.argv.slice(2), terminal);
