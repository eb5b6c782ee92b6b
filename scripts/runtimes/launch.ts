// Starts each runtime on the bundle and reads back what it answers.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import type { Digest } from "./digest.ts";

const CACHE = resolve("node_modules/.cache/runtimes");
const BINARIES = ["bun@1.4.5", "deno@2.9.6", "node@24", "workerd@1.20261117.1"];
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const PORT = 8_917;

/** Installs the runtimes into a cache of their own, so that an ordinary install stays light. */
export function installRuntimes(): void {
  const wanted = BINARIES.join("\n");
  const stamp = join(CACHE, "installed.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, "package.json"), '{ "private": true }');
  const options = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", [...options, ...BINARIES], { cwd: CACHE, stdio: "inherit" });
  writeFileSync(stamp, wanted);
}

/** Every runtime by name; each takes the bundle (an ES module that exports `digest`) and answers it. */
export const runtimes: Readonly<Record<string, (bundle: string) => Promise<Digest>>> = {
  "Node (this one)": async (bundle) => fromCommand(process.execPath, [], bundle),
  "Node 24": async (bundle) => fromCommand(installed("node"), [], bundle),
  Bun: async (bundle) => fromCommand(installed("bun"), ["run"], bundle),
  Deno: async (bundle) => fromCommand(installed("deno"), ["run", "--no-config"], bundle),
  workerd: fromWorkerd,
  Chromium: fromChromium,
};

function installed(name: string): string {
  return join(CACHE, "node_modules/.bin", name);
}

function fromCommand(command: string, args: readonly string[], bundle: string): Digest {
  const main = join(CACHE, "main.mjs");
  writeFileSync(main, `${bundle}\nconsole.log(JSON.stringify(digest()));\n`);
  const output = execFileSync(command, [...args, main], { maxBuffer: 2 ** 28 });
  return JSON.parse(output.toString()) as Digest;
}

async function fromWorkerd(bundle: string): Promise<Digest> {
  const handler = "export default { fetch: () => new Response(JSON.stringify(digest())) };";
  writeFileSync(join(CACHE, "worker.mjs"), `${bundle}\n${handler}\n`);
  writeFileSync(
    join(CACHE, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .digest)],
  sockets = [(name = "http", address = "127.0.0.1:${PORT}", http = (), service = "main")],
);
const digest :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-01-01",
);
`,
  );
  const server = spawn(installed("workerd"), ["serve", join(CACHE, "config.capnp")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    return await fetchPatiently(`http://127.0.0.1:${PORT}/`);
  } finally {
    server.kill();
  }
}

async function fetchPatiently(url: string): Promise<Digest> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await (await fetch(url)).json()) as Digest;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((wake) => setTimeout(wake, 200));
    }
  }
}

async function fromChromium(bundle: string): Promise<Digest> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
  try {
    const page = await browser.newPage();
    const script = `${bundle}\nglobalThis.answer = JSON.stringify(digest());`;
    await page.setContent("<!doctype html><title>digest</title>");
    await page.addScriptTag({ type: "module", content: script });
    await page.waitForFunction(() => "answer" in globalThis, undefined, { timeout: 120_000 });
    const answer = await page.evaluate(() => (globalThis as { answer?: string }).answer ?? "{}");
    return JSON.parse(answer) as Digest;
  } finally {
    await browser.close();
  }
}
