import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBase } from "../src/base/read-base.ts";
import { LabError } from "../src/lab-error.ts";
import { BASE, runLab, startLab } from "./run-lab.ts";

const folder = mkdtempSync(join(tmpdir(), "faq-lab-"));

function written(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const entry = (id: string) => JSON.stringify({ id, question: { en: "Why?" } });

describe("what cannot be read", () => {
  mkdirSync(join(folder, "empty"));
  it.each([
    ["a missing file", join(folder, "none.csv"), ": cannot be read (ENOENT)"],
    ["an empty folder", join(folder, "empty"), ": holds no entries"],
    ["another kind of file", written("a.txt", ""), ": is none of .json"],
    ["broken JSON", written("a.json", '[\n{"id": }\n]'), ":2: is not valid JSON: "],
    [
      "an entry of another shape",
      written("b.jsonl", `${entry("a")}\n{"id":"b"}`),
      ":2: question: ",
    ],
    ["wrong columns", written("a.csv", "id,frage\n1,x"), ":1: column question, answer is missing"],
    [
      "a cell too many",
      written("b.csv", "id,question,answer\n1,a,b,c"),
      ":2: Invalid Record Length",
    ],
    [
      "equal ids",
      written("c.jsonl", `${entry("a")}\n${entry("a")}`),
      ':2: id "a" is taken already by ',
    ],
    [
      "no UTF-8",
      written("a.md", Buffer.from([0x23, 0x20, 0x61, 0x0a, 0xff])),
      ":2: is not valid UTF-8",
    ],
    [
      "a line of a megabyte",
      written("d.csv", `id,question,answer\n${"x".repeat(2 ** 20)}`),
      ":2: the line has 1024 K",
    ],
    ["a comma at the end", written("c.json", "[\n1,\n]"), ":3: is not valid JSON: "],
    ["broken front matter", written("b.md", "---\ntags: [a\n---\n# Why?"), ":2: front matter: "],
  ])("%s is told in one line", (_title, file, message) => {
    const read = () => readBase(file);
    expect(read).toThrow(LabError);
    expect(read).toThrow(`${file}${message}`);
    expect(read).not.toThrow("\n");
  });

  it.each([
    [["dance", BASE], 'there is no command "dance"'],
    [["lint", written("e.jsonl", "{")], ":1: is not valid JSON"],
    [["ask", BASE, "tea", "--nothing"], "Unknown option '--nothing'"],
    [
      ["measure", BASE, written("q.csv", "query,entry\ntea,coffee")],
      ':2: the base has no entry "coffee"',
    ],
  ])("%s is a mistake", async (words, message) => {
    const { code, stderr } = await runLab(words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^faq-lab: [^\n]+\n$/);
  });

  it("ends the process with code 2, and nothing on standard output", () => {
    expect(startLab(["dance", "base"])).toEqual({
      code: 2,
      stdout: "",
      stderr: 'faq-lab: there is no command "dance"; --help lists them\n',
    });
  });
});
