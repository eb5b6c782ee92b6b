import { type Instant, instant, isoOf } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";

const moment = fc.integer({ min: -8.64e15, max: 8.64e15 }) as fc.Arbitrary<Instant>;

it("what is written is read as the same moment", () => {
  fc.assert(
    fc.property(moment, (at) => {
      expect(instant(isoOf(at))).toBe(at);
    }),
  );
});

it("an offset moves the wall clock, not the moment", () => {
  const minutes = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
  const day = fc.integer({ min: -1e12, max: 1e13 }) as fc.Arbitrary<Instant>;
  fc.assert(
    fc.property(day, minutes, (at, offset) => {
      const wall = isoOf((at + offset * 60_000) as Instant).slice(0, -1);
      const [sign, size] = [offset < 0 ? "-" : "+", Math.abs(offset)];
      const two = (part: number) => String(Math.trunc(part)).padStart(2, "0");
      expect(instant(`${wall}${sign}${two(size / 60)}:${two(size % 60)}`)).toBe(at);
    }),
  );
});

it("agrees with Date.parse on what Date writes", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (date) => {
      expect(instant(date.toISOString())).toBe(date.getTime());
      expect(instant(date)).toBe(date.getTime());
    }),
  );
});
