/** What is at a path of own properties of a profile; undefined when it leads nowhere. */
export function profileValue(profile: unknown, field: string): unknown {
  if (field === "") return profile;
  let value = profile;
  for (const key of field.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/**
 * A quick reader of a field. It may also give what is inherited, so it serves only where a value too many does no harm.
 */
export function looseReader(field: string): (profile: unknown) => unknown {
  if (field === "") return (profile) => profile;
  const keys = field.split(".");
  const [only = ""] = keys;
  if (keys.length === 1)
    return (profile) => (profile as Readonly<Record<string, unknown>> | null | undefined)?.[only];
  return (profile) => {
    let value = profile;
    for (const key of keys) {
      if (value === null || value === undefined) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[key];
    }
    return value;
  };
}
