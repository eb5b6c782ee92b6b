/** CPU time since a moment, in milliseconds. */
export const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** How many queries an engine answers in a second of CPU time; it is asked for about so long. */
export async function queriesPerSecond(
  search: (query: string) => unknown,
  queries: readonly string[],
  budgetMs: number,
): Promise<number> {
  for (const query of queries.slice(0, 20)) await search(query);
  const before = process.cpuUsage();
  let asked = 0;
  while (cpuMs(before) < budgetMs) await search(queries[asked++ % queries.length] as string);
  return (asked * 1000) / cpuMs(before);
}
