// Compares the *built* packages on every runtime we support, over all conformance inputs. A difference
// that only comes from another version of the time-zone data is named as such and does not fail.
import { createHash } from "node:crypto";
import { build, type Plugin } from "esbuild";
import type { Digest } from "./runtimes/digest.ts";
import { installRuntimes, runtimes } from "./runtimes/launch.ts";

/** The adapters import `../src/index.ts`; here they get what a user gets: the built package. */
const builtPackages: Plugin = {
  name: "built-packages",
  setup({ onResolve }) {
    onResolve({ filter: /\/src\/index\.ts$/ }, ({ path, resolveDir }) => {
      const source = new URL(path, `file://${resolveDir}/`).pathname;
      return { path: source.replace("/src/index.ts", "/dist/index.js") };
    });
  },
};

async function bundleDigest(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["scripts/runtimes/digest.ts"],
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    plugins: [builtPackages],
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

interface Difference {
  readonly key: string;
  readonly because: "time-zone data" | "another answer";
}

function differences(reference: Digest, other: Digest): Difference[] {
  return Object.keys(reference.answers)
    .filter((key) => reference.answers[key] !== other.answers[key])
    .map((key) => {
      const zone = reference.zoneOfCase[key] ?? "";
      const sameZone = reference.zones[zone] === other.zones[zone];
      return { key, because: sameZone ? "another answer" : "time-zone data" };
    });
}

const hashOf = (digest: Digest) =>
  createHash("sha256").update(JSON.stringify(digest.answers)).digest("hex").slice(0, 16);

installRuntimes();
const bundle = await bundleDigest();
let reference: Digest | undefined;
let wrong = 0;
for (const [name, run] of Object.entries(runtimes)) {
  const digest = await run(bundle);
  reference ??= digest;
  const found = differences(reference, digest);
  const real = found.filter(({ because }) => because === "another answer");
  wrong += real.length;
  const cases = Object.keys(digest.answers).length;
  console.log(
    `${name}: ${cases} cases, ${hashOf(digest)}, ${found.length - real.length} differ by time-zone data, ${real.length} otherwise`,
  );
  for (const { key } of real.slice(0, 10)) {
    console.log(`  ${key}: ${reference.answers[key]} here, ${digest.answers[key]} on ${name}`);
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
