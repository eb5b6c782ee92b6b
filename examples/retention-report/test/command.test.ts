// The command as users run it: a process with its own streams, watched on a terminal or read by another program.
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Run, withFiles } from "./run-report.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../data/cdnow-sample.csv", import.meta.url));
const LOADER = ["--conditions=@kefu/source", "--import", import.meta.resolve("tsx")];
const PATIENCE = 120_000;

/** Runs the command in a folder, its streams read by this process. */
const runIn = (cwd: string, ...words: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...LOADER, MAIN, ...words],
      { cwd, maxBuffer: 1 << 26 },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

describe("The command", () => {
  it(
    "writes the report of the orders that come along, and says so in a line",
    async () => {
      await withFiles({}, async (folder) => {
        expect(await runIn(folder)).toEqual({
          code: 0,
          stdout: "retention-report.html: 6919 orders of 2357 customers\n",
          stderr: "",
        });
        expect(readFileSync(`${folder}/retention-report.html`, "utf8")).toMatch(/^<!doctype html>/);
        expect(existsSync(`${folder}/retention-report.rejects.csv`)).toBe(false);
      });
    },
    PATIENCE,
  );

  it(
    "prints nothing but JSON where JSON is asked for, and keeps what is no order beside it",
    async () => {
      const rows = "id,date,amount\nmei,2026-01-05,10\nann,soon,5\nmei,2026-03-01,7.5\n";
      await withFiles({ "o.csv": rows }, async (folder) => {
        const { code, stdout, stderr } = await runIn(folder, "o.csv", "--json");
        expect(code).toBe(0);
        expect(JSON.parse(stdout).source).toMatchObject({ rows: 3, orders: 2, rejected: 1 });
        expect(stderr).toBe(
          "1 of 3 rows are no orders; they are in retention-report.rejects.csv, with line and reason\n",
        );
        expect(readFileSync(`${folder}/retention-report.rejects.csv`, "utf8")).toBe(
          'line,reason,row\n3,BAD_DATE,"ann,soon,5"\n',
        );
        expect(existsSync(`${folder}/retention-report.html`)).toBe(false);
      });
    },
    PATIENCE,
  );

  it.each([
    [["missing.csv"], "missing.csv"],
    [["odd.csv"], "odd.csv:1: has no column for the id"],
    [["--workers", "0"], "is not a number from 1 to 64"],
  ])(
    "ends with 2 and one line for %j",
    async (words, message) => {
      await withFiles({ "odd.csv": "who,when,what\nmei,2026-01-01,1\n" }, async (folder) => {
        const { code, stdout, stderr } = await runIn(folder, ...words);
        expect([code, stdout]).toEqual([2, ""]);
        expect(stderr).toMatch(/^retention-report: [^\n]+\n$/);
        expect(stderr).toContain(message);
      });
    },
    PATIENCE,
  );
});

/** Begins the line again and wipes what stood there. */
const OVER = "\r\u001B[K";

/** util-linux lends a process a terminal; without it nobody can be seen to watch. */
const hasTerminal = (() => {
  try {
    execFileSync("script", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasTerminal)("On a terminal", () => {
  it(
    "a bar shows how far it has come, and is gone in the end",
    async () => {
      await withFiles({}, async (folder) => {
        const command = [process.execPath, ...LOADER, MAIN, SAMPLE].map((word) => `'${word}'`);
        const seen = execFileSync("script", ["-qec", command.join(" "), "/dev/null"], {
          cwd: folder,
          encoding: "utf8",
          stdio: ["ignore", "pipe", "pipe"],
        });
        const [, ...shown] = seen.split(OVER);
        expect(shown[0]).toMatch(/^Reading █* *·* \d+ %$/u);
        expect(shown.slice(-2)).toEqual([
          "Estimating …",
          "retention-report.html: 6919 orders of 2357 customers\r\n",
        ]);
      });
    },
    PATIENCE,
  );
});
