import { defineConfig } from "vitest/config";

/** The tables and cases of core and calendar in one project; laws and hostile input take too long for each mutant. */
export default defineConfig({
  ssr: { resolve: { conditions: ["@kefu/source"] } },
  test: {
    testTimeout: 120_000,
    include: ["packages/{core,calendar}/test/**/*.test.ts"],
    exclude: ["**/*.laws.test.ts", "**/node_modules/**"],
  },
});
