import type { Instant } from "@kefu/core";

const WINDOW = 10 * 60_000;
const LIMIT = 20;

/**
 * Counts wrong codes of the last ten minutes, whoever typed them: there is one code, so that
 * guessing from many places must be slowed down, too.
 */
export function attemptCounter() {
  let failures: Instant[] = [];
  return {
    isExhausted(now: Instant): boolean {
      failures = failures.filter((at) => now - at < WINDOW);
      return failures.length >= LIMIT;
    },
    fail(now: Instant): void {
      failures.push(now);
    },
  };
}
