import { z } from "zod";
import { Headed, Label } from "../plot-input.ts";

const Score = z.int().min(1).max(10);

/** Customers with the same scores. */
export const RfmCell = z.strictObject({
  /** How recent their last order is; the highest score is the most recent. */
  recency: Score,
  /** How often they order; the highest score is the most often. */
  frequency: Score,
  /** How many they are. */
  customers: z.int().nonnegative(),
  /** What else is to be said of them, such as what they spend: `"$84"`. */
  note: Label.optional(),
});
/** Customers with the same scores, see the schema of the same name. */
export interface RfmCell extends Readonly<z.output<typeof RfmCell>> {}

/** How customers spread over recency and frequency. */
export const RfmGrid = z
  .strictObject({
    ...Headed,
    /** The highest score. */
    scores: z.int().min(2).max(10).default(5),
    /** One for each pair of scores; a pair that is left out has nobody. */
    cells: z.array(RfmCell).max(100).readonly(),
    /** What the notes are. */
    noteName: Label.optional(),
  })
  .superRefine(({ scores, cells }, { addIssue }) => {
    const seen = new Set<string>();
    cells.forEach(({ recency, frequency }, at) => {
      const pair = `${recency} ${frequency}`;
      const message = seen.has(pair)
        ? "must be the only one of its scores"
        : "must be within the scores";
      if (seen.has(pair) || Math.max(recency, frequency) > scores) {
        addIssue({ code: "custom", path: ["cells", at], message });
      }
      seen.add(pair);
    });
  });
/** How customers spread over recency and frequency, see the schema of the same name. */
export interface RfmGrid extends Readonly<z.output<typeof RfmGrid>> {}
/** How customers spread over recency and frequency, unchecked. */
export type RfmGridInput = Readonly<z.input<typeof RfmGrid>>;

/** A cell for every pair of scores, the most frequent first and from the longest ago to the most recent. */
export function everyCell({ scores, cells }: RfmGrid): readonly RfmCell[] {
  const known = new Map(cells.map((cell) => [`${cell.recency} ${cell.frequency}`, cell]));
  const all = Array.from({ length: scores }, (_, at) => at + 1);
  return all
    .toReversed()
    .flatMap((frequency) =>
      all.map(
        (recency) => known.get(`${recency} ${frequency}`) ?? { recency, frequency, customers: 0 },
      ),
    );
}
