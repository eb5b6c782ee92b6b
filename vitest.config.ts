// A bare `vitest` and editors look for this name; without it they would test the built packages.
export { default } from "./vitest.workspace.ts";
