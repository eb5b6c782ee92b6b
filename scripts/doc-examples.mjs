// Copies every `ts` example of the doc comments and Markdown pages into `docs/.examples/`, where the
// compiler and Vitest treat it as a test. A line `expression // => value` becomes an expectation.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OUT = "docs/.examples";
const FENCE = /^(?<margin>[ \t]*(?:\* ?)?)```ts\n(?<code>[\s\S]*?)^[ \t]*(?:\* ?)?```/gm;
const IMPORT = /^import [^;]+;\n/gm;
const EXPECTATION = /^(?<expression>\S.*?);?(?: *|\n[ \t]*)\/\/ => (?<value>.*)$/gm;
const ELSEWHERE = /node_modules|\/(?:api|dist|\.examples|\.tsc)\//;

function filesIn(folder, suffix) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(suffix) && !ELSEWHERE.test(path));
}

const documents = [
  ...filesIn("packages", ".ts").filter((path) => path.includes("/src/")),
  ...filesIn("packages", "README.md"),
  ...filesIn("docs", ".md"),
  "README.md",
  "CONTRIBUTING.md",
];

function asTest(title, code) {
  const imports = code.match(IMPORT) ?? [];
  const body = code
    .replace(IMPORT, "")
    .replace(EXPECTATION, "expect($<expression>).toEqual($<value>);");
  const vitest = `import { ${body.includes("expect(") ? "expect, " : ""}it } from "vitest";\n`;
  return `${vitest}${imports.join("")}\nit("${title}", async () => {\n${body}});\n`;
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const path of documents) {
  const text = readFileSync(path, "utf8");
  for (const { groups, index } of text.matchAll(FENCE)) {
    const line = text.slice(0, index).split("\n").length;
    const code = groups.code.replace(/^[ \t]*\* ?/gm, "");
    const name = `${path.replaceAll("/", ".").replace(/\.(ts|md)$/, "")}.line-${line}.test.ts`;
    writeFileSync(join(OUT, name), asTest(`${path}:${line}`, code));
  }
}
