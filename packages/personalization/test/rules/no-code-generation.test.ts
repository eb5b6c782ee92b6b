// Rules run where code may not be made from text: as under `Content-Security-Policy: script-src 'self'`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

const PROGRAM = `
  import { compileRules, lintRules, selectRules } from "@kefu/personalization";
  const when = { all: [{ field: "tier", op: "in", value: ["gold"] }, { field: "mail", op: "matches", value: "@.+[.]de$" }] };
  const rules = Array.from({ length: 50 }, (_, id) => ({ id: "r" + id, when, content: id }));
  const { selected } = selectRules(compileRules({ version: "1", rules }), { tier: "gold", mail: "a@b.de" }, 0);
  let generates = true;
  try { new Function("return 1")(); } catch { generates = false; }
  console.log(JSON.stringify([selected.length, lintRules({ version: "1", rules }).length, generates]));
`;

it("needs no code generation", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kefu-rules-"));
  try {
    const outfile = join(folder, "program.mjs");
    const resolveDir = fileURLToPath(new URL(".", import.meta.url));
    await build({
      stdin: { contents: PROGRAM, resolveDir },
      outfile,
      bundle: true,
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["@kefu/source", "import"],
      logLevel: "error",
    });
    const flags = ["--disallow-code-generation-from-strings", outfile];
    const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual([50, 0, false]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
