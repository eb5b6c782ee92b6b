import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes a data folder for this process, until it ends. PGlite itself does not keep a second process
 * from opening the same files, which would spoil them.
 *
 * @returns false when a living process has it
 */
export function claimFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  const claim = join(folder, "process-id");
  const owner = readOwner(claim);
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) return false;
  writeFileSync(claim, String(process.pid));
  process.once("exit", () => {
    if (readOwner(claim) === process.pid) rmSync(claim, { force: true });
  });
  return true;
}

function readOwner(claim: string): number | undefined {
  try {
    return Number(readFileSync(claim, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
