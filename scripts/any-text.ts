import fc from "fast-check";

/** Names that reach a prototype when they are taken for keys. */
export const PROTOTYPE_NAMES = [
  ...["__proto__", "constructor", "prototype", "toString", "then", "_zod", "length"],
];

const codePoint = fc.nat({ max: 0x10_ffff });

/**
 * Text of any code points, lone halves of surrogate pairs among them, and the names of prototypes.
 * The `binary` unit of fast-check gives the same, but takes seconds of each worker to set up.
 */
export function anyText(limits: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  const some = fc.array(codePoint, limits).map((points) => String.fromCodePoint(...points));
  const names = PROTOTYPE_NAMES.filter(({ length }) => length <= (limits.maxLength ?? length));
  return fc.oneof(
    { arbitrary: some, weight: 9 },
    { arbitrary: fc.constantFrom(...names), weight: 1 },
  );
}
