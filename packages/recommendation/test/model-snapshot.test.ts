import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitItemItem,
  ItemModelSnapshotError,
  itemModelSnapshot,
  loadItemModel,
  recommend,
} from "../src/index.ts";
import { randomBaskets } from "./random-baskets.ts";

const BASKETS = [...randomBaskets("stored", 200, 25), ["__proto__", "客服", "\ud800"]];
const IDS = [...new Set(BASKETS.flat())];
const model = fitItemItem(BASKETS);

describe("a stored model", () => {
  it.each(["bytes", "json"] as const)("recommends the same out of %s", (as) => {
    const stored =
      as === "bytes" ? itemModelSnapshot(model) : itemModelSnapshot(model, { as: "json" });
    const sent = as === "bytes" ? structuredClone(stored) : JSON.parse(JSON.stringify(stored));
    const loaded = loadItemModel(sent);
    for (const id of IDS) expect(recommend(loaded, [id])).toEqual(recommend(model, [id]));
    expect(itemModelSnapshot(loaded)).toEqual(itemModelSnapshot(model));
  });

  it("may know nothing", () => {
    const empty = loadItemModel(itemModelSnapshot(fitItemItem([])));
    expect(recommend(empty, ["tea"])).toEqual({
      outcome: "nothing",
      items: [],
      unknownItems: ["tea"],
    });
  });
});

describe("what cannot be used", () => {
  const refused = (snapshot: unknown) => {
    try {
      loadItemModel(snapshot as never);
      return undefined;
    } catch (error) {
      return error instanceof ItemModelSnapshotError ? error.issues[0]?.message : error;
    }
  };
  const bytes = new Uint8Array(itemModelSnapshot(model));

  it.each([
    ["nothing", undefined, "is no snapshot"],
    ["an empty buffer", new ArrayBuffer(0), "is no snapshot"],
    ["zeros", new ArrayBuffer(64), "is no snapshot"],
    ["a part", bytes.slice(0, bytes.length - 4).buffer, "is damaged"],
    [
      "another version",
      bytes.map((byte, at) => (at === 4 ? 9 : byte)).buffer,
      "was made by another version of the layout",
    ],
    [
      "JSON of another version",
      { ...itemModelSnapshot(model, { as: "json" }), version: 2 },
      "was made by another version of the layout",
    ],
    [
      "JSON that was changed",
      { ...itemModelSnapshot(model, { as: "json" }), baskets: 9999 },
      "is damaged",
    ],
    [
      "JSON that lacks a list",
      { ...itemModelSnapshot(model, { as: "json" }), weights: undefined },
      "is no snapshot",
    ],
  ])("%s", (_, snapshot, message) => {
    expect(refused(snapshot)).toBe(message);
  });

  it("any changed byte", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] as number) ^ change;
          expect(refused(changed.buffer)).toBeTypeOf("string");
        },
      ),
    );
  });

  it("a forged one with a checksum of its own, which is refused or does no harm", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: bytes.length / 4 - 1 }),
        fc.nat({ max: 2 ** 32 - 1 }),
        (at, word) => {
          const forged = new Uint32Array(bytes.slice().buffer);
          forged[at] = word;
          forged[2] = checksumOf(forged);
          const message = refused(forged.buffer);
          if (message !== undefined) expect(message).toBeTypeOf("string");
          else
            for (const id of IDS) recommend(loadItemModel(forged.buffer), [id], { diversity: 0.5 });
        },
      ),
    );
  });
});

function checksumOf(words: Uint32Array): number {
  return (
    words.slice(4).reduce((hash, word) => Math.imul(hash ^ word, 0x01000193), 0x811c9dc5) >>> 0
  );
}
