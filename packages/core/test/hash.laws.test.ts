import { bucketOf, murmur3 } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { anyText } from "../../../scripts/any-text.ts";

/** After the published description, over real UTF-8. */
function murmur3ByBigInt(bytes: Uint8Array, seed: number): number {
  const mask = 0xffffffffn;
  const times = (left: bigint, right: bigint) => (left * right) & mask;
  const turn = (word: bigint, by: bigint) => ((word << by) | (word >> (32n - by))) & mask;
  const blend = (word: bigint) => times(turn(times(word, 0xcc9e2d51n), 15n), 0x1b873593n);
  const word = (at: number, size: number) =>
    [...bytes.slice(at, at + size)].reduce(
      (all, byte, index) => all | (BigInt(byte) << BigInt(8 * index)),
      0n,
    );
  const whole = bytes.length - (bytes.length % 4);
  let hash = BigInt(seed);
  for (let at = 0; at < whole; at += 4)
    hash = (times(turn(hash ^ blend(word(at, 4)), 13n), 5n) + 0xe6546b64n) & mask;
  hash ^= blend(word(whole, 4)) ^ BigInt(bytes.length);
  hash = times(hash ^ (hash >> 16n), 0x85ebca6bn);
  hash = times(hash ^ (hash >> 13n), 0xc2b2ae35n);
  return Number(hash ^ (hash >> 16n));
}

const text = anyText({ maxLength: 20 });

it("is the published hash over UTF-8", () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 0xffffffff }), (value, seed) => {
      const expected = murmur3ByBigInt(new TextEncoder().encode(value), seed);
      expect(murmur3(value, seed)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it("buckets are at least 0, less than 1, and even: chi-square over 20 bins, 1 in 1000", () => {
  const bins = Array<number>(20).fill(0);
  for (let id = 0; id < 20_000; id++) {
    const bucket = bucketOf("even", id);
    expect(bucket >= 0 && bucket < 1).toBe(true);
    bins[Math.floor(bucket * 20)] = (bins[Math.floor(bucket * 20)] ?? 0) + 1;
  }
  const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(43.82);
});
