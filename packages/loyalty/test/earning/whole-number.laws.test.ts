import fc from "fast-check";
import { expect, it } from "vitest";
import { minus, plus, quotient, times, whole } from "../../src/earning/whole-number.ts";

const size = fc.constantFrom(10n, 2n ** 27n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 80n);
const number = fc
  .tuple(size, fc.bigInt({ min: -9n, max: 9n }), fc.boolean())
  .map(([most, near, isBelow]) => (isBelow ? -(most + near) : most + near));

it("reckons as bigints do, on both sides of what a number can hold", () => {
  fc.assert(
    fc.property(number, number, (one, other) => {
      const [a, b] = [whole(one), whole(other)];
      expect(BigInt(plus(a, b))).toBe(one + other);
      expect(BigInt(minus(a, b))).toBe(one - other);
      expect(BigInt(times(a, b))).toBe(one * other);
      if (other !== 0n) expect(BigInt(quotient(a, b))).toBe(one / other);
    }),
  );
});
