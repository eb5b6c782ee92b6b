/** The keys that a field path leads through; none for `""`, the value itself. */
export function keysOf(field: string): readonly string[] {
  return field === "" ? [] : field.split(".");
}

/** What is at a path of own properties; undefined when it leads nowhere. */
export function valueAt(data: unknown, keys: readonly string[]): unknown {
  let value = data;
  for (const key of keys) value = ownValue(value, key);
  return value;
}

/** An own property of an object or list; undefined when there is none. */
function ownValue(owner: unknown, key: string): unknown {
  if (typeof owner !== "object" || owner === null || !Object.hasOwn(owner, key)) return undefined;
  return (owner as Readonly<Record<string, unknown>>)[key];
}

/** A path within what another path leads to. */
export function joinFields(outer: string, inner: string): string {
  return outer === "" || inner === "" ? outer + inner : `${outer}.${inner}`;
}
