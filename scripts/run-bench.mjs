// Runs a benchmark as applications run the packages: built into one file. A loader that keeps the names of functions makes
// every closure dearer, and would be measured with them.
//   node scripts/run-bench.mjs packages/faq/bench/search.ts [arguments]
import { spawnSync } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

const [file, ...given] = process.argv.slice(2);
const home = dirname(dirname(file));
const outfile = join(home, "node_modules/.cache/bench", `${basename(file, ".ts")}.mjs`);

/** Whatever is installed stays as it is installed: the peers, too. */
const installed = {
  name: "installed",
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith("@kefu/") ? undefined : { path, external: true },
    );
  },
};

await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  conditions: ["@kefu/source"],
  plugins: [installed],
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, [outfile, ...given], { stdio: "inherit" });
process.exitCode = status ?? 1;
