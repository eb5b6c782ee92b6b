import { defineConfig } from "tsup";
import { pureInitializers } from "./pure-initializers.ts";

export default defineConfig({
  entry: { index: "src/index.ts" },
  format: ["esm", "cjs"],
  dts: { compilerOptions: { composite: false, ignoreDeprecations: "6.0" } },
  target: "es2022",
  platform: "neutral",
  clean: true,
  sourcemap: true,
  splitting: false,
  treeshake: true,
  plugins: [pureInitializers],
});
