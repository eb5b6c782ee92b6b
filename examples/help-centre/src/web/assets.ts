import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";

/** A file for browsers, ready to send. Its address changes with its content, so it may be cached for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

export interface Assets {
  readonly styles: Asset;
  readonly script: Asset;
  readonly favicon: Asset;
  /** All of them by path, also what the script loads later. */
  readonly byPath: ReadonlyMap<string, Asset>;
}

/** Bundles the client code and the style sheets in memory. */
export async function bundleAssets(): Promise<Assets> {
  const styles = asset(hashedName("help-centre", "css", await bundleStyles()));
  const [script, ...chunks] = (await bundleScripts()).map(asset);
  const icon = readFileSync(new URL("favicon.svg", ASSETS));
  const favicon = asset(hashedName("favicon", "svg", icon));
  if (script === undefined) throw new Error("esbuild gave no script");
  const all = [styles, script, favicon, ...chunks];
  return { styles, script, favicon, byPath: new Map(all.map((one) => [one.path, one])) };
}

interface NamedFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

const ASSETS = new URL("../assets/", import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The script of the pages first, then the parts that it loads when they are needed. */
async function bundleScripts(): Promise<NamedFile[]> {
  const { outputFiles } = await build({
    entryPoints: { "help-centre": fileURLToPath(new URL("../client/main.ts", import.meta.url)) },
    bundle: true,
    splitting: true,
    write: false,
    outdir: "assets",
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    minify: true,
    format: "esm",
    target: "es2022",
    // The sources of the packages themselves: nothing need be built before `npm start`.
    conditions: ["@kefu/source"],
    plugins: [withoutZodLocales],
    legalComments: "none",
    logLevel: "error",
  });
  const files = outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
  return files.sort((a, b) => Number(isEntry(b)) - Number(isEntry(a)));
}

/** zod brings its error messages in fifty languages, half of the bundle; no page shows one of them. */
const withoutZodLocales: Plugin = {
  name: "without-zod-locales",
  setup({ onLoad }) {
    const filter = /zod[\\/]v4[\\/]locales[\\/]index\.js$/;
    onLoad({ filter }, () => ({ contents: "export {};" }));
  },
};

function isEntry({ name }: NamedFile): boolean {
  return name.startsWith("help-centre.");
}

/** The files in the order of their names are one style sheet. */
async function bundleStyles(): Promise<Uint8Array> {
  const names = readdirSync(ASSETS)
    .filter((name) => name.endsWith(".css"))
    .sort();
  const { outputFiles } = await build({
    stdin: {
      contents: names.map((name) => `@import "./${name}";`).join("\n"),
      loader: "css",
      resolveDir: fileURLToPath(ASSETS),
    },
    bundle: true,
    write: false,
    minify: true,
    target: ["chrome111", "safari16.4", "firefox113"],
    logLevel: "error",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

function hashedName(name: string, extension: string, contents: Uint8Array): NamedFile {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  return { name: `${name}.${hash}.${extension}`, contents };
}

function asset({ name, contents }: NamedFile): Asset {
  const body = Buffer.from(contents);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    path: `/assets/${name}`,
    type: TYPES[extname(name)] ?? "application/octet-stream",
    body,
    brotli: brotliCompressSync(body, quality),
    gzip: gzipSync(body),
  };
}
