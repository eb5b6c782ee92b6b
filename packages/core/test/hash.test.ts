import { bucketOf, fnv1a32, InvalidInputError, murmur3 } from "@kefu/core";
import { describe, expect, it } from "vitest";

describe("murmur3", () => {
  // Published with the reference implementation and its ports.
  it.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["a", 0, 0x3c2569b2],
    ["abc", 0, 0xb3dd93fa],
    ["test", 0, 0xba6bd213],
    ["test", 0x9747b28c, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
  ])("%j with seed %d", (text, seed, hash) => {
    expect(murmur3(text, seed)).toBe(hash);
  });

  it.each([
    ["\ud800", "\ufffd"],
    ["a\udc00b", "a\ufffdb"],
    ["\udc00\ud800", "\ufffd\ufffd"],
  ])("takes halves of pairs for U+FFFD: %j", (broken, whole) => {
    expect(murmur3(broken)).toBe(murmur3(whole));
  });

  it("refuses what is no text, and seeds that are no numbers", () => {
    expect(() => murmur3(1 as never)).toThrow("text: must be a text");
    expect(() => murmur3("", Number.NaN)).toThrow("seed: must be a number");
    expect(() => murmur3("", "1" as never)).toThrow(InvalidInputError);
  });
});

describe("fnv1a32", () => {
  // The first three are published with the algorithm, the others with ports that hash code units.
  it.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
    ["\u00e9", 0x6c0b6c44],
    ["\ud83d\ude00", 0xcb31c4b8],
  ])("%j", (text, hash) => {
    expect(fnv1a32(text)).toBe(hash);
  });

  it("refuses what is no text", () => {
    expect(() => fnv1a32(null as never)).toThrow("text: must be a text");
  });
});

describe("bucketOf", () => {
  it("is the hash of the id, seeded by the hash of the seed", () => {
    expect(bucketOf("free-delivery", "c42")).toBe(
      murmur3("c42", murmur3("free-delivery")) / 2 ** 32,
    );
  });

  it.each([
    [42, "42"],
    [-0.5, "-0.5"],
    [0, "0"],
  ])("takes %o and %o alike", (one, other) => {
    expect(bucketOf("seed", one)).toBe(bucketOf("seed", other));
    expect(bucketOf(one, "id")).toBe(bucketOf(other, "id"));
  });

  it("does not run seed and id together", () => {
    expect(bucketOf("ab", "c")).not.toBe(bucketOf("a", "bc"));
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [null], [true], [{}], [[1]]])(
    "refuses %o",
    (value) => {
      expect(() => bucketOf("seed", value as never)).toThrow(InvalidInputError);
      expect(() => bucketOf(value as never, "id")).toThrow(InvalidInputError);
    },
  );
});
