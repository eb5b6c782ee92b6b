import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runCommand } from "../src/run-command.ts";
import { paintFor } from "../src/screen/paint.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** The base and the queries that come with the laboratory. */
export const BASE = `${folder}base`;
export const QUERIES = `${folder}queries.csv`;

/** What a command printed, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command within this process, on a terminal without colours that nobody types on. */
export async function runLab(words: readonly string[]): Promise<Run> {
  let [stdout, stderr] = ["", ""];
  const code = await runCommand(words, {
    input: process.stdin,
    output: process.stdout,
    paint: paintFor({}, {}),
    print: (text) => {
      stdout += `${text}\n`;
    },
    complain: (text) => {
      stderr += `${text}\n`;
    },
  });
  return { code, stdout, stderr };
}

/** Runs the laboratory as its user does, within its folder. */
export function startLab(
  words: readonly string[],
  { input = "", environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Run {
  const node = ["--conditions=@kefu/source", "--import", "tsx", "src/main.ts", ...words];
  // Node itself warns where both are there.
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const env = { ...inherited, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, node, {
    cwd: folder,
    encoding: "utf8",
    input,
    env,
  });
  return { code: status, stdout, stderr };
}
