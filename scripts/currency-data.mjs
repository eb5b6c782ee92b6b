// Writes packages/core/src/currency-data.ts out of dinero.js's table of ISO 4217.
// Run it after each update of dinero.js: `node scripts/currency-data.mjs`
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const core = new URL("../packages/core/", import.meta.url);
const table = createRequire(new URL("package.json", core)).resolve("dinero.js/currencies");
const currencies = Object.values(await import(pathToFileURL(table).href));

/** The ariary and the ouguiya divide by five; ISO 4217 writes them with two decimals. */
const decimalsOf = ({ base, exponent }) => (base === 10 ? exponent : 2);

const codesWith = (decimals) =>
  currencies.filter((one) => decimalsOf(one) === decimals).map(({ code }) => code);

const rows = [0, 2, 3, 4].map(
  (decimals) => `  ${decimals}: "${codesWith(decimals).sort().join(" ")}",\n`,
);

writeFileSync(
  new URL("src/currency-data.ts", core),
  `/** Codes of ISO 4217 by the number of decimals. Written by scripts/currency-data.mjs: change it there. */
export const CODES_BY_DECIMALS = {
${rows.join("")}};
`,
);
