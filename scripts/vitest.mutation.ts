import { defineConfig } from "vitest/config";

/** The tests of core and calendar in one project, as the mutation run wants them. */
export default defineConfig({
  ssr: { resolve: { conditions: ["@kefu/source"] } },
  test: { testTimeout: 120_000, include: ["packages/{core,calendar}/test/**/*.test.ts"] },
});
