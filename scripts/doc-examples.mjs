// Copies every `ts` example of the doc comments and Markdown pages into `.examples/`, where the
// compiler and Vitest treat it as a test. A line `expression // => value` becomes an expectation.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OUT = "docs/.examples";
const FENCE = /^(?<margin>[ \t]*(?:\* ?)?)```ts\n(?<code>[\s\S]*?)^[ \t]*(?:\* ?)?```/gm;
const IMPORT = /^import [^;]+;\n/gm;
const EXPECTATION = /^(?<expression>\S.*?);? *\/\/ => (?<value>.*)$/gm;

function documents() {
  const inFolder = (folder, suffix) =>
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, name))
      .filter(
        (path) =>
          path.endsWith(suffix) &&
          !path.includes("node_modules") &&
          !path.includes("/api/") &&
          !path.includes(".examples"),
      );
  return [
    ...inFolder("packages", ".ts").filter((path) => path.includes("/src/")),
    ...inFolder("docs", ".md"),
    "README.md",
  ];
}

function asTest(title, code) {
  const imports = code.match(IMPORT) ?? [];
  const body = code
    .replace(IMPORT, "")
    .replace(EXPECTATION, "expect($<expression>).toEqual($<value>);");
  return `import { expect, it } from "vitest";\n${imports.join("")}\nit("${title}", async () => {\n${body}});\n`;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
for (const path of documents()) {
  const text = readFileSync(path, "utf8");
  for (const { groups, index } of text.matchAll(FENCE)) {
    const line = text.slice(0, index).split("\n").length;
    const code = groups.code.replace(/^[ \t]*\* ?/gm, "");
    const name = `${path.replaceAll("/", ".").replace(/\.(ts|md)$/, "")}.line-${line}.test.ts`;
    writeFileSync(join(OUT, name), asTest(`${path}:${line}`, code));
  }
}
