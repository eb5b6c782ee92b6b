import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Makes imports of a sibling package reach its sources, so that no build is needed to test. */
const conditions = ["@kefu/source"];

const foldersIn = (parent: string) =>
  readdirSync(parent).filter((name) => existsSync(`${parent}/${name}/package.json`));

const projectOf = (name: string, root: string) => ({
  extends: true as const,
  test: { name, root },
});

const packages = foldersIn("packages").map((name) => projectOf(name, `packages/${name}`));
const examples = foldersIn("examples").map((name) => projectOf(name, `examples/${name}`));

/** The examples of doc comments and Markdown pages, written there by `scripts/doc-examples.mjs`. */
const documents = projectOf("documents", "docs/.examples");

/** Working time must not depend on the zone of the machine. */
const machineZones = ["America/New_York", "Asia/Shanghai", "Pacific/Apia"].map((zone) => ({
  extends: true as const,
  test: {
    name: `calendar in ${zone}`,
    root: "packages/calendar",
    env: { TZ: zone },
    // Hostile input meets the same checks in every zone, and the list of names is the same.
    exclude: ["test/fuzz*", "test/public-api*", "**/node_modules/**"],
  },
}));

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    // Only to end what hangs: a busy machine must not decide a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // No test leaves anything behind, so the files of a project share a worker, and import once what they test.
    isolate: false,
    // One for each core; the default keeps one core for the process that hands out files, which has little to do.
    maxWorkers: availableParallelism(),
    projects: [...packages, ...examples, documents, ...machineZones],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: ["packages/*/src/index.ts"],
      thresholds: { lines: 90, branches: 60 },
    },
  },
});
