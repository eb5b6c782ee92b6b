import { parseArgs } from "node:util";
import { KefuError, Locale } from "@kefu/core";
import { ask } from "./commands/ask.ts";
import { lint } from "./commands/lint.ts";
import { measure } from "./commands/measure.ts";
import { LabError } from "./lab-error.ts";
import { paintFor } from "./screen/paint.ts";
import type { Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";

const terminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  paint: paintFor(process.stdout, process.env),
  print: (text) => console.log(text),
};

const OPTIONS = {
  locale: { type: "string" },
  limit: { type: "string", default: "3" },
  svg: { type: "string" },
  help: { type: "boolean" },
} as const;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [command, base, second, ...more] = positionals;
  if (values.help === true) return terminal.print(USAGE);
  if (command === undefined || base === undefined || more.length > 0) {
    throw new LabError("faq-lab <ask | measure | compare | lint> <base>; --help tells more");
  }
  const locale = localeOf(values.locale);
  switch (command) {
    case "ask":
      return ask(terminal, [base, second], { locale, limit: limitOf(values.limit) });
    case "measure":
      return measure(terminal, [base, second], values.svg);
    case "compare": {
      // Loads the other engines, which no other command needs.
      const { compare } = await import("./commands/compare.ts");
      return compare(terminal, [base, second]);
    }
    case "lint":
      return lint(terminal, base, locale ?? "en");
    default:
      throw new LabError(`there is no command "${command}"; --help lists them`);
  }
}

function localeOf(text: string | undefined): string | undefined {
  if (text !== undefined && !Locale.safeParse(text).success) {
    throw new LabError(`--locale: "${text}" is no language tag`);
  }
  return text;
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new LabError(`--limit: "${text}" is no number from 1 to 1000`);
}

/** Mistakes of whoever types: ours, Kefu's, and those of the arguments. */
const isMistake = (error: unknown): error is Error =>
  error instanceof LabError ||
  error instanceof KefuError ||
  (error instanceof TypeError && "code" in error);

// A reader such as `head` may stop reading before all is told.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === "EPIPE" ? 0 : 1),
);

try {
  await run();
} catch (error) {
  if (!isMistake(error)) throw error;
  console.error(`faq-lab: ${error.message.split("\n")[0]}`);
  process.exitCode = 2;
}
