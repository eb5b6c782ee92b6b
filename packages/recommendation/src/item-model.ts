import { InvalidInputError } from "@kefu/core";
import type { ItemItemMode } from "./fit-options.ts";

/** How a model was fitted: by a measure of `fitItemItem`, or by `fitEase`. */
export type ItemModelMode = ItemItemMode | "ease";

/** Hides what a model holds: its layout is nobody's business, and may change. */
const content = Symbol("content");

/** Which items go with which, and how strongly: what `fitItemItem` and `fitEase` give. Store it with `itemModelSnapshot`. */
export interface ItemModel {
  /** What it is. */
  readonly kind: "item-model";
  /** By which measure items go together, or `"ease"`. */
  readonly mode: ItemModelMode;
  /** How many baskets it has seen. */
  readonly baskets: number;
  /** How many items it knows. */
  readonly items: number;
  /** What is in it. */
  readonly [content]: unknown;
}

/** The neighbours of all items, one item after the other, in the order of places. */
export interface ModelContent {
  readonly mode: ItemModelMode;
  readonly baskets: number;
  readonly items: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** In how many baskets each item is. */
  readonly counts: Float64Array;
  /** Where the neighbours of each item begin, and the last ones end. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float32Array;
  /** Baskets with both. */
  readonly together: Uint32Array;
  /** All places, the most popular first. */
  readonly popular: Uint32Array;
}

/** A model of what was fitted or loaded. */
export function modelOf(parts: Omit<ModelContent, "places" | "popular">): ItemModel {
  const { mode, baskets, items, counts } = parts;
  const places = new Map(items.map((id, place) => [id, place]));
  const byCount = (one: number, other: number) =>
    (counts[other] as number) - (counts[one] as number) || one - other;
  const popular = Uint32Array.from(items, (_, place) => place).sort(byCount);
  const all = { ...parts, places, popular };
  return { kind: "item-model", mode, baskets, items: items.length, [content]: all };
}

/** What a model holds. @throws {@link InvalidInputError} for what is none */
export function contentOf(model: unknown): ModelContent {
  try {
    const found = (model as ItemModel)[content] as ModelContent | undefined;
    if (found !== undefined) return found;
  } catch {
    // Nothing, and proxies that throw, have no content either.
  }
  throw new InvalidInputError("item model", [
    { path: [], message: "must come from fitItemItem, fitEase or loadItemModel" },
  ]);
}

/** Where among the neighbours of the first item the second stands, or −1. */
export function neighbourAt({ starts, neighbours }: ModelContent, i: number, j: number): number {
  const end = starts[i + 1] as number;
  let [low, high] = [starts[i] as number, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((neighbours[middle] as number) < j) low = middle + 1;
    else high = middle;
  }
  return low < end && neighbours[low] === j ? low : -1;
}
