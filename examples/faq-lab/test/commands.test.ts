import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BASE, QUERIES, runLab, startLab } from "./run-lab.ts";

describe("ask", () => {
  it.each([
    ["a typing mistake", "wher is my parcle", "1. [Where] [is] [my] [parcel]?"],
    ["the other script", "我要退貨", "1. 怎么[退货]？"],
  ])("answers %s", async (_title, query, first) => {
    const { code, stdout } = await runLab(["ask", BASE, query]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^answer {2}confidence \d\.\d{3} {2}confident-best/);
    expect(stdout).toContain(first);
  });

  it("says what a mistyped word was read as", async () => {
    expect((await runLab(["ask", BASE, "parcle"])).stdout).toMatch(
      /parcle +\d+ % +read as “parcel”/,
    );
  });

  it("colours where colours are wanted, and not where NO_COLOR is set", () => {
    const asked = ["ask", "base", "退货"];
    const coloured = startLab(asked, { environment: { FORCE_COLOR: "1" } }).stdout;
    const plain = startLab(asked, { environment: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout;
    expect(coloured).toContain("\u001B[33m退货\u001B[0m");
    expect(plain).not.toContain("\u001B");
  });

  it("asks for queries and hands over what nothing answers", () => {
    const { code, stdout } = startLab(["ask", "base", "--limit", "1"], {
      input: "where is my parcel\nrecord player\n",
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^answer[\s\S]*\nhandOff/);
  });
});

const FIGURE = String.raw`[01]\.\d{3} \([01]\.\d{2}–[01]\.\d{2}\)`;

describe("measure", () => {
  it("prints figures with intervals, and draws the curve", async () => {
    const svg = join(mkdtempSync(join(tmpdir(), "faq-lab-")), "curve.svg");
    const { code, stdout } = await runLab(["measure", BASE, QUERIES, "--svg", svg]);
    expect(code).toBe(0);
    expect(stdout).toContain("25 entries; 42 queries with an answer, 6 without");
    const [row = ""] = new RegExp(`^all +48 +(${FIGURE} *){5}$`, "m").exec(stdout) ?? [];
    const [mrr, , , first] = row.match(/\d\.\d+/g) ?? [];
    expect(Number(mrr)).toBeGreaterThan(0.9);
    expect(Number(first)).toBeGreaterThan(0.85);
    expect(stdout).toMatch(/^90 % right: answer from 0\.\d+, \d+ % answered at once/m);
    expect(readFileSync(svg, "utf8")).toMatch(/^<svg [\s\S]*<path d="M[\s\S]*<\/svg>\n$/);
  });

  it("leaves alternates out where it has no queries, the same each time", async () => {
    const { code, stdout } = await runLab(["measure", BASE]);
    expect(code).toBe(0);
    expect(stdout).toContain("25 entries; 150 alternates, each left out in turn");
    expect(stdout).toMatch(new RegExp(`^zh-Hant +50 +(${FIGURE} *){5}$`, "m"));
    expect((await runLab(["measure", BASE])).stdout).toBe(stdout);
  });
});

describe("compare", () => {
  it("prints a table of all engines for each language", async () => {
    const { code, stdout } = await runLab(["compare", BASE, QUERIES]);
    expect(code).toBe(0);
    expect(stdout.match(/^(en|zh-Hans|zh-Hant): 25 entries/gm)).toHaveLength(3);
    expect(stdout.match(/^@kefu\/faq +[01]\.\d{3} +1\.00/gm)).toHaveLength(3);
    const defaults = ["minisearch", "flexsearch", "orama", "lunr"].map((name) => `${name} default`);
    for (const peer of ["fuse.js ignoreLocation", ...defaults]) {
      expect(stdout).toMatch(new RegExp(`^${peer}( +[\\d.–]+){7}$`, "m"));
    }
  });
});

describe("lint", () => {
  it("has nothing to say of the base", () => {
    expect(startLab(["lint", "base"])).toEqual({
      code: 0,
      stdout: "25 entries, 0 findings\n",
      stderr: "",
    });
  });
});
