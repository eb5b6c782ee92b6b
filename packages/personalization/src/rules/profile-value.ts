/** A reader of a path of own properties; it gives undefined when the path leads nowhere. */
export function ownReader(field: string): (profile: unknown) => unknown {
  if (field === "") return (profile) => profile;
  const keys = field.split(".");
  const [only = ""] = keys;
  if (keys.length === 1) return (profile) => ownValue(profile, only);
  return (profile) => {
    let value = profile;
    for (const key of keys) value = ownValue(value, key);
    return value;
  };
}

function ownValue(owner: unknown, key: string): unknown {
  if (typeof owner !== "object" || owner === null || !Object.hasOwn(owner, key)) return undefined;
  return (owner as Readonly<Record<string, unknown>>)[key];
}

/** Up to this many elements a list may repeat itself. */
const SHORT_LIST = 8;

/** The keys by which a value is looked up: its elements where it is a list, each once where that is long. */
export function keysOfValue(value: unknown): Iterable<unknown> {
  if (!Array.isArray(value)) return [value];
  return value.length > SHORT_LIST ? new Set(value) : value;
}
