import { setTimeout as wait } from "node:timers/promises";

/** How often something is tried, and how long is waited in between. */
export interface RetryPolicy {
  /** How many attempts in all. */
  readonly attempts: number;
  /** The most to wait after the first attempt; each time twice as much. */
  readonly firstMilliseconds: number;
  /** The most to wait at all. */
  readonly longestMilliseconds: number;
}

/** What came of an attempt. */
export type Attempt<Result> = { readonly done: Result } | "again";

/**
 * Tries until it is done. Waits a random part of the time that there is: writers who have met once would otherwise meet
 * again.
 *
 * @returns the result and how many attempts it took; `"again"` where there was none in all attempts
 */
export async function retry<Result>(
  { attempts, firstMilliseconds, longestMilliseconds }: RetryPolicy,
  attempt: () => Promise<Attempt<Result>>,
): Promise<{ readonly attempts: number; readonly result: Attempt<Result> }> {
  for (let count = 1; ; count++) {
    const result = await attempt();
    if (result !== "again" || count === attempts) return { attempts: count, result };
    const most = Math.min(longestMilliseconds, firstMilliseconds * 2 ** (count - 1));
    await wait(Math.random() * most);
  }
}
