import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { instant } from "@kefu/core";
import { runCommand } from "../src/run-command.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** A file that comes with the example. */
export const sample = (name: string) => join(folder, "sample", name);

/** What a command printed, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command within this process, on the evening of 24 November 2026 in Taipei. */
export async function runCheck(...words: readonly string[]): Promise<Run> {
  let [stdout, stderr] = ["", ""];
  const code = await runCommand(words, {
    now: instant("2026-11-24T12:30:00Z"),
    print: (text) => {
      stdout += `${text}\n`;
    },
    complain: (text) => {
      stderr += `${text}\n`;
    },
  });
  return { code, stdout, stderr };
}

/** Runs the command as its user does. */
export function startCheck(...words: readonly string[]): Run {
  const node = ["--conditions=@kefu/source", "--import", "tsx", "src/main.ts", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, {
    ...{ cwd: folder, encoding: "utf8" },
  });
  return { code: status, stdout, stderr };
}

/** Lends a file with this text, and takes it away afterwards. */
export async function withFile<T>(text: string, use: (file: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), "campaign-check-"));
  try {
    const file = join(place, "file.jsonl");
    writeFileSync(file, text);
    return await use(file);
  } finally {
    rmSync(place, { recursive: true });
  }
}
