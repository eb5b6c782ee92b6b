import { Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { isItemId } from "./baskets.ts";
import type { ModelContent } from "./item-model.ts";
import { reading } from "./reading.ts";

/** Something that a customer has bought, rated or looked at. */
export const HistoryEntry = z.strictObject({
  /** Which item. */
  itemId: z.string().min(1).max(256),
  /** How much it says about the customer, such as stars; 1 by default. */
  rating: z.number().min(0).max(1e9).default(1),
  /** When it was; without it, it is not old. */
  at: Instant.optional(),
});
/** Something that a customer has bought, see the schema of the same name. */
export interface HistoryEntry extends Readonly<z.output<typeof HistoryEntry>> {}
/** An entry as it is written: an id alone will do, too. */
export type HistoryEntryInput = string | Readonly<z.input<typeof HistoryEntry>>;

const Entry = z.union([HistoryEntry, z.string().min(1).max(256)]);
const History = z.array(Entry).max(100_000);

/** Which items of a model a history holds, how much each weighs, and which the model does not know. */
export interface Affinities {
  readonly weights: ReadonlyMap<number, number>;
  readonly unknown: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;

/** How entries lose weight. */
export interface Ageing {
  readonly halfLifeDays?: number | undefined;
  readonly at?: Instant | undefined;
}

/** An entry loses half its weight in each half-life before `at`, or before the latest entry. */
export function affinitiesOf(
  { places }: ModelContent,
  given: readonly HistoryEntryInput[],
  { halfLifeDays = Number.POSITIVE_INFINITY, at }: Ageing,
): Affinities {
  const entries = entriesOf(given);
  const moments = entries.map((entry) => entry.at ?? Number.NEGATIVE_INFINITY);
  const latest =
    at ?? moments.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const weights = new Map<number, number>();
  const unknown = new Set<string>();
  for (const { itemId, rating, at: from = latest } of entries) {
    const place = places.get(itemId);
    // Later than "now" is not worth more than now.
    const days = from < latest ? (latest - from) / DAY_MS : 0;
    const weight = rating * 2 ** -(days / halfLifeDays);
    if (place === undefined) unknown.add(itemId);
    else weights.set(place, (weights.get(place) ?? 0) + weight);
  }
  return { weights, unknown };
}

/** A history of ids alone, which is the most frequent one, needs no schema. */
function entriesOf(given: readonly HistoryEntryInput[]): readonly HistoryEntry[] {
  // `every` would pass over holes.
  const areIds = (list: readonly unknown[]): list is readonly string[] =>
    list.length <= 100_000 && list.findIndex((id) => !isItemId(id)) < 0;
  const areRead = reading("history", () => Array.isArray(given) && areIds(given));
  const entries: readonly (string | HistoryEntry)[] = areRead
    ? (given as readonly string[])
    : parseInput(History, "history", given);
  return entries.map((entry) =>
    typeof entry === "string" ? { itemId: entry, rating: 1, at: undefined } : entry,
  );
}
