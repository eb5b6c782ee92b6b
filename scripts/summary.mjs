// Ends a check with one line: the tests of a Vitest JSON report, plus the other steps that failed.
import { existsSync, readFileSync } from "node:fs";

const [report, failedSteps] = process.argv.slice(2);
const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
const tests = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : empty;
const failed = Math.max(tests.numFailedTests, 0) + Number(failedSteps);
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : "";

console.log(`${tests.numPassedTests} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 || tests.numPassedTests === 0 ? 1 : 0;
