import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A program of rules, which leaves in `answer` how many rules it selects, how many findings lint has, and whether code can be made from text. */
const PROGRAM = `
  import { compileContactPolicy, compileRules, decide, lintRules, selectRules } from "@kefu/personalization";
  const when = { all: [{ field: "tier", op: "in", value: ["gold"] }, { field: "mail", op: "matches", value: "@.+[.]de$" }] };
  const rules = Array.from({ length: 50 }, (_, id) => ({ id: "r" + id, when, content: id }));
  const compiled = compileRules({ version: "1", rules });
  const { selected } = selectRules(compiled, { tier: "gold", mail: "a@b.de" }, 0);
  const consents = [{ purpose: "profiling", status: "granted", at: 0 }];
  const policy = compileContactPolicy({ timeZone: "Asia/Taipei" });
  const decision = decide({ tier: "gold", mail: "a@b.de" }, { at: 1, policy, customer: { channels: [], consents } }, compiled);
  let generates = true;
  try { new Function("return 1")(); } catch { generates = false; }
  globalThis.answer = [selected.length, lintRules({ version: "1", rules }).length, decision.outcome, generates];
`;

/** What the program answers where no code can be made from text. */
export const ANSWER = [50, 0, "show", false];

/** The program as one script, with all that it imports. */
export async function programText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "kefu-rules-"));
  try {
    const outfile = join(folder, "program.mjs");
    const resolveDir = fileURLToPath(new URL(".", import.meta.url));
    await build({
      ...{ stdin: { contents: PROGRAM, resolveDir }, outfile, bundle: true },
      ...{ platform: "neutral", mainFields: ["module", "main"], logLevel: "error" },
      conditions: ["@kefu/source", "import"],
    });
    return readFileSync(outfile, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
