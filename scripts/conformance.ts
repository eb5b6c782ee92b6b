// Runs cases that are kept as data: those of the package itself, and those of the folder that the
// environment variable KEFU_CONFORMANCE_DIR names.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { describe, it } from "vitest";

/** What every case has, whatever its area. */
export interface ConformanceCase {
  readonly id: string;
  readonly title?: string;
  readonly why?: string;
  readonly provenance?: unknown;
}

interface ConformanceFile<C> {
  readonly cases: readonly C[];
}

/** Reads the cases of an area: the package's own, then those of KEFU_CONFORMANCE_DIR that differ from them. */
export function conformanceCases<C extends ConformanceCase>(
  testFileUrl: string,
  area: string,
): readonly C[] {
  const own = readCases<C>(fileURLToPath(new URL(`conformance/${area}.json`, testFileUrl)));
  const folder = process.env["KEFU_CONFORMANCE_DIR"];
  const shared = folder === undefined ? [] : readCases<C>(join(folder, `${area}.json`));
  const byId = new Map(own.map((one) => [one.id, one]));
  return [...own, ...shared.filter((one) => !isDeepStrictEqual(one, byId.get(one.id)))];
}

/**
 * One test a case. A failing case prints its id, title, why and provenance.
 *
 * @param deviations - ids of cases held to be wrong, with the decision record that argues it; the
 *   test makes sure that these still fail, so that the list cannot rot
 */
export function describeConformance<C extends ConformanceCase>(
  area: string,
  cases: readonly C[],
  check: (one: C) => void,
  deviations: Readonly<Record<string, string>> = {},
): void {
  describe(`conformance: ${area}`, () => {
    for (const one of cases) {
      const run = one.id in deviations ? it.fails : it;
      run(`${one.id} ${one.title ?? ""}`, () => withCase(one, check));
    }
  });
}

function withCase<C extends ConformanceCase>(one: C, check: (one: C) => void): void {
  try {
    check(one);
  } catch (error) {
    const facts = { id: one.id, title: one.title, why: one.why, provenance: one.provenance };
    if (error instanceof Error) error.message += `\n${JSON.stringify(facts, null, 2)}`;
    throw error;
  }
}

function readCases<C>(path: string): readonly C[] {
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, "utf8")) as ConformanceFile<C>).cases;
}
