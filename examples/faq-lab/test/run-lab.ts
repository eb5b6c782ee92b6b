import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** What a command printed, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the laboratory as its user does, within its folder. */
export function runLab(
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
