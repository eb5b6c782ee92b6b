// Copies every `ts` example of the doc comments and Markdown pages into `docs/.examples/`, each as a
// module of its own, which the compiler checks, and writes one test file for each package that runs them.
// A line `expression // => value` becomes an expectation.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OUT = "docs/.examples";
const FENCE = /^(?<margin>[ \t]*(?:\* ?)?)```ts\n(?<code>[\s\S]*?)^[ \t]*(?:\* ?)?```/gm;
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

/** The examples of a page: where each begins, the name of its module, and its code. */
function examplesOf(path) {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(FENCE)].map(({ groups, index }) => {
    const line = text.slice(0, index).split("\n").length;
    const name = `${path.replaceAll("/", ".").replace(/\.(ts|md)$/, "")}.line-${line}.ts`;
    return { title: `${path}:${line}`, name, code: groups.code.replace(/^[ \t]*\* ?/gm, "") };
  });
}

function asModule(code) {
  const body = code.replace(EXPECTATION, "expect($<expression>).toEqual($<value>);");
  const vitest = body.includes("expect(") ? 'import { expect } from "vitest";\n' : "";
  return `${vitest}${body}\nexport {};\n`;
}

/** An example runs when its module is loaded. */
function asTest(title, name) {
  return `it("${title}", () => import("./${name}"));\n`;
}

/** "packages.core", "docs.guides", "README". */
function groupOf(path) {
  return path.split("/").slice(0, 2).join(".").replace(/\.md$/, "");
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const tests = new Map();
for (const path of documents) {
  for (const { title, name, code } of examplesOf(path)) {
    writeFileSync(join(OUT, name), asModule(code));
    const group = groupOf(path);
    tests.set(group, [...(tests.get(group) ?? []), asTest(title, name)]);
  }
}
for (const [group, lines] of tests) {
  const file = `import { it } from "vitest";\n\n${lines.join("")}`;
  writeFileSync(join(OUT, `${group}.test.ts`), file);
}
