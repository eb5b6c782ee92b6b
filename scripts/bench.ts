// Compares functions that do the same work, in one process, on CPU time.

/** One round of a contender: CPU nanoseconds a call. */
function cpuNanosecondsPerCall(run: () => unknown, calls: number): number {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) sink = run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / calls;
}

/** Keeps results alive, so that the compiler cannot drop the work. */
export let sink: unknown;

/** How many calls take about `targetMs` of CPU time. Asked twice, so that a compiler at work does not pass for a slow contender. */
function callsFor(run: () => unknown, targetMs: number): number {
  for (let calls = 1; ; calls *= 4) {
    const costs = [cpuNanosecondsPerCall(run, calls), cpuNanosecondsPerCall(run, calls)];
    const spentMs = (Math.min(...costs) * calls) / 1e6;
    if (spentMs >= targetMs / 4 || calls >= 1e9) {
      return Math.max(1, Math.round((calls * targetMs) / Math.max(spentMs, 1)));
    }
  }
}

/**
 * Times every contender in turn, round after round, so that a slow spell of the machine hits all alike.
 *
 * @returns CPU nanoseconds a call of each, the best of the rounds
 */
export function timeAll(
  contenders: Readonly<Record<string, () => unknown>>,
  { rounds = 7, roundMs = 60 } = {},
): Record<string, number> {
  const entries = Object.entries(contenders);
  const calls = new Map(entries.map(([name, run]) => [name, callsFor(run, roundMs)]));
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of entries) {
      const cost = cpuNanosecondsPerCall(run, calls.get(name) ?? 1);
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, cost);
    }
  }
  return best;
}

/** Writes a Markdown table. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  console.log(line(columns));
  console.log(line(columns.map(() => "---")));
  for (const row of rows) console.log(line(columns.map((column) => row[column] ?? "")));
}

/** Three significant digits, without exponent. */
export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
