import { shareReport } from "./share-report.ts";
import { TargetOutcome } from "./target-outcome.ts";

/**
 * The share of clocks that were met, of all that are decided. A clock that is past its due counts as missed though it
 * still runs; one that runs within its time, is never due, or was cancelled, does not count. Group it with {@link groupedBy}.
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { attainment } from "@kefu/escalation";
 *
 * const spent = { elapsedMilliseconds: 60_000, workingMilliseconds: 60_000 };
 * const clocks = [
 *   { ticketId: "t1", target: "first-response", verdict: "met", ...spent },
 *   { ticketId: "t2", target: "first-response", verdict: "breached", ...spent },
 *   { ticketId: "t3", target: "first-response", verdict: "running", ...spent },
 * ] as const;
 * const { value, n, excluded } = attainment.finish(accumulate(attainment, clocks));
 * [value, n, excluded.running]; // => [0.5, 2, 1]
 * ```
 */
export const attainment = shareReport({
  code: "attainment",
  row: TargetOutcome,
  reasons: ["running", "cancelled", "never-due"],
  read: ({ verdict }) => {
    if (verdict === "met") return "hit";
    return verdict === "breached" ? "miss" : verdict;
  },
});
