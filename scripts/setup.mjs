// Installs the workspace when the lockfile has changed since the last install, so that `npm start`
// and `npm test` work on a machine that has nothing but Node.js and npm.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const PNPM = "pnpm@12.21.0";
const installed = "node_modules/.pnpm/lock.yaml";

const upToDate =
  existsSync(installed) &&
  readFileSync(installed, "utf8") === readFileSync("pnpm-lock.yaml", "utf8");

if (!upToDate) {
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const { status } = spawnSync(npx, ["--yes", PNPM, "install", "--frozen-lockfile"], {
    stdio: "inherit",
    env: { ...process.env, CI: "true" },
    shell: process.platform === "win32",
  });
  process.exit(status ?? 1);
}
