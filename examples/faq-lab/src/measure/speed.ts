/** Longest that one engine is asked, in CPU time. */
const BUDGET_MS = 200;

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** How many queries an engine answers in a second of CPU time. */
export async function queriesPerSecond(
  search: (query: string) => unknown,
  queries: readonly string[],
): Promise<number> {
  for (const query of queries.slice(0, 20)) await search(query);
  const before = process.cpuUsage();
  let asked = 0;
  while (cpuMs(before) < BUDGET_MS) await search(queries[asked++ % queries.length] as string);
  return (asked * 1000) / cpuMs(before);
}
