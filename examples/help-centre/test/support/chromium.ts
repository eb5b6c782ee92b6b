import { existsSync } from "node:fs";
import type { ServerType } from "@hono/node-server";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { listen } from "../../src/listen.ts";
import { type OpenHelpCentre, openHelpCentre } from "./open-help-centre.ts";

const CANDIDATES = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const executable = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Whether there is a browser to test with; says so where there is none. */
export const hasChromium = executable !== undefined;
if (!hasChromium) {
  console.warn(
    "Browser tests are skipped: no Chromium found. Install one, or name it in CHROMIUM.",
  );
}

export interface BrowserRig {
  readonly help: OpenHelpCentre;
  readonly origin: string;
  /** A page in a browser of its own, which complains about every error in its console. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<RiggedPage>;
  readonly close: () => Promise<void>;
}

export interface RiggedPage extends AsyncDisposable {
  readonly page: Page;
  /** What the page fetched, as "GET /path". */
  readonly requests: readonly string[];
  /** Errors of scripts, and everything that the content security policy refused. */
  readonly errors: readonly string[];
}

/** The files of a worker share a browser, in which each page has its own cookies and caches; it ends with the worker. */
let launched: Promise<Browser> | undefined;

/** A help centre on a port of its own, and a real browser. */
export async function openBrowserRig(): Promise<BrowserRig> {
  const help = await openHelpCentre();
  const { server, port } = await listen(help.app.fetch, 0);
  launched ??= chromium.launch({ executablePath: executable ?? "", args: FLAGS });
  const browser = await launched;
  const origin = `http://localhost:${port}`;
  return {
    help,
    origin,
    newPage: (options) => newPage(browser, { baseURL: origin, ...options }),
    close: () => closeAll(server, help),
  };
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<RiggedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    // A form that is shown again has status 422, which Chromium reports as an error.
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) errors.push(message.text());
  });
  return { page, requests, errors, [Symbol.asyncDispose]: () => context.close() };
}

async function closeAll(server: ServerType, help: OpenHelpCentre) {
  await new Promise((resolve) => server.close(resolve));
  await help.database.close();
}
