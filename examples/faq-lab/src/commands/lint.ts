import { explainBecause } from "@kefu/core";
import { lintKnowledge, lintMessages } from "@kefu/faq";
import { readBase } from "../base/read-base.ts";
import type { Terminal } from "../terminal.ts";

/** Says in words what to mend in a base. */
export function lint(terminal: Terminal, base: string, locale: string): void {
  const { entries } = readBase(base);
  const findings = lintKnowledge(entries);
  for (const { entryId, path, because } of findings) {
    const place = terminal.paint("cyan", [entryId, ...path].join("."));
    terminal.print(`${place}  ${explainBecause(because, locale, lintMessages)}`);
  }
  terminal.print(`${entries.length} entries, ${findings.length} findings`);
}
