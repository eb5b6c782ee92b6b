import { instant } from "@kefu/core";
import { runCommand } from "./run-command.ts";

// A reader such as `head` may stop reading before all is told.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === "EPIPE" ? 0 : 1),
);

process.exitCode = await runCommand(process.argv.slice(2), {
  now: instant(Date.now()),
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
