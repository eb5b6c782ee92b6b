import { parseArgs } from "node:util";
import { KefuError, Locale } from "@kefu/core";
import { ask } from "./commands/ask.ts";
import { lint } from "./commands/lint.ts";
import { measure } from "./commands/measure.ts";
import { LabError } from "./lab-error.ts";
import type { Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";

const OPTIONS = {
  locale: { type: "string" },
  limit: { type: "string", default: "3" },
  svg: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Does what the words ask for. Gives the code to exit with: 0, or 2 for a mistake of whoever typed them. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<0 | 2> {
  try {
    await obey(words, terminal);
    return 0;
  } catch (error) {
    if (!isMistake(error)) throw error;
    terminal.complain(`faq-lab: ${error.message.split("\n")[0]}`);
    return 2;
  }
}

async function obey(words: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
  });
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
