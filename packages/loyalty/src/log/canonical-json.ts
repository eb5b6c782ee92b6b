/** JSON in which the order of keys makes no difference: stores may change it. Keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value === "bigint") return "null";
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const given = Object.entries(value).filter(([, part]) => part !== undefined);
  given.sort(([one], [next]) => (one < next ? -1 : 1));
  return `{${given.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join()}}`;
}
