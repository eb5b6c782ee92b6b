const memory = Symbol("memory");

interface Remembering<Source, Lazy> {
  readonly [memory]: { readonly source: Source; readonly known: Partial<Lazy> };
}

/**
 * Properties that are worked out when they are first read, for many objects of one kind. A `get` written into an object
 * literal gives every object a shape of its own, which costs more than finding what the object tells of.
 *
 * @param work - by property: how it is worked out
 * @returns what adds the properties to an object of its own
 */
export function lazyProperties<Source, Lazy extends object>(
  work: {
    readonly [Key in keyof Lazy]: (source: Source) => Lazy[Key];
  },
): <Own extends object>(own: Own, source: Source) => Own & Lazy {
  const keys = Object.keys(work) as (keyof Lazy)[];
  const getters = keys.map((key) => ({
    key,
    enumerable: true,
    get(this: Remembering<Source, Lazy>): Lazy[keyof Lazy] {
      const { source, known } = this[memory];
      const value = known[key] ?? work[key](source);
      known[key] = value;
      return value;
    },
  }));
  return (own, source) => {
    for (const getter of getters) Object.defineProperty(own, getter.key, getter);
    Object.defineProperty(own, memory, { value: { source, known: {} } });
    return own as typeof own & Lazy;
  };
}
