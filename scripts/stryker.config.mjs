// Mutates core and calendar in place (run it on a clean checkout) and counts what the tests notice.
// MUTATE narrows it to other files, as in MUTATE="packages/calendar/src/**/*.ts".
const files = process.env.MUTATE ?? "packages/{core,calendar}/src/**/*.ts";

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "scripts/vitest.mutation.ts" },
  mutate: [files, "!packages/*/src/{index,currency-data}.ts"],
  inPlace: true,
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 20,
  reporters: ["clear-text", "progress-append-only", "json"],
  jsonReporter: { fileName: "node_modules/.cache/mutation.json" },
  tempDirName: "node_modules/.cache/stryker",
  thresholds: { high: 90, low: 85, break: 85 },
};
