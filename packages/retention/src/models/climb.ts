import { highestTop, type Surface } from "../numerics/highest-top.ts";
import { type Maximum, maximize } from "../numerics/maximize.ts";
import { type Cells, joinedCells } from "./cells.ts";
import { type Likelihood, type Seen, slopesOf } from "./likelihood.ts";

/** A direction or a place among the logarithms of the parameters. */
type Logarithms = readonly number[];

/** What a likelihood looks like far from where parameters usually are. */
export type Terrain = Pick<Surface, "directions" | "lookouts">;

/**
 * Of two distributions with two parameters each. As these grow in a ratio, customers become alike; as both fall, some do at once
 * what others never do.
 */
export const PAIRS: Terrain = {
  directions: [
    [0, 1, 0, 0],
    [1, 1, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 1],
  ],
  lookouts: pairsOf([
    [0, 0],
    [15, 15],
    [-2, -10],
    [-12, -12],
  ]),
};

function pairsOf(places: readonly Logarithms[]): readonly Logarithms[] {
  return places.flatMap((one) => places.map((other) => [...one, ...other]));
}

/** A larger set is climbed in parts of this and ten times this size first, so that few steps are left for the whole. */
const PART = 1000;

/** How near to its best a part is climbed: more is lost by chance. */
const PART_GAIN = 1e-3;

/** So few cells may have several tops. */
const FEW_CELLS = 50;

/**
 * The best parameters, as logarithms relative to those where the search begins. Where they lie at a boundary, or data are few,
 * there may be a higher top elsewhere: other places are tried as well.
 *
 * @param at - parameters by their logarithms
 */
export function climbed(
  at: (point: Logarithms) => readonly number[],
  likelihood: Likelihood,
  { directions, lookouts }: Terrain,
  seen: Seen,
): Maximum {
  const slopesIn = (within: Seen) => (point: Logarithms) => slopesOf(likelihood, at(point), within);
  const cells = seen.cells.counts.length;
  let from: Logarithms = directions.map(() => 0);
  for (let size = PART; size * 2.5 < cells; size *= 10) {
    const part = slopesIn(partOf(seen, size));
    const { point, status } = maximize(part, from, { directions, gain: PART_GAIN });
    if (status === "converged") from = point;
  }
  const slopesAt = slopesIn(seen);
  const best = maximize(slopesAt, from, { directions });
  if (best.status !== "boundary" && cells > FEW_CELLS) return best;
  const roughlyAt = cells > PART ? slopesIn(partOf(seen, PART)) : slopesAt;
  return highestTop(best, { slopesAt, roughlyAt, directions, lookouts });
}

/** What was seen, in the form that a fit asks for. */
export function seenIn(cells: Cells): Seen {
  return { cells, frequencies: joinedCells(cells.columns.slice(0, 1), cells.counts) };
}

/** Every so manyth cell. */
function partOf({ cells: { columns, counts } }: Seen, size: number): Seen {
  const rows = Uint32Array.from({ length: size }, (_, row) => (row * counts.length) / size);
  const taken = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] as number);
  return seenIn({ columns: columns.map(taken), counts: taken(counts) });
}
