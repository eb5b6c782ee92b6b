import { type Maximum, maximize, type Slopes } from "./maximize.ts";

/** A surface that may have several tops. */
export interface Surface {
  /** Its heights and slopes. */
  readonly slopesAt: (point: readonly number[]) => Slopes;
  /** The same of a part of the data, which is cheaper, to find out where it pays to climb. */
  readonly roughlyAt?: (point: readonly number[]) => Slopes;
  /** As in `MaximizeOptions`. */
  readonly directions: readonly (readonly number[])[];
  /** Places that each may lie below another top. */
  readonly lookouts: readonly (readonly number[])[];
}

/** How near to a top the lookouts are climbed before the best are picked. */
const ROUGHLY = 1e-3;

/** What is roughly this much lower may still be higher in the end. */
const LOWER = 1;

/** No more tops than these are climbed to the end. */
const MOST_TOPS = 3;

/** The highest top that is reached from any of the lookouts, or the one that is known already. */
export function highestTop(
  known: Maximum,
  { slopesAt, roughlyAt = slopesAt, directions, lookouts }: Surface,
): Maximum {
  const least = roughlyAt(known.point).value - LOWER;
  return lookouts
    .map((place) => maximize(roughlyAt, place, { directions, gain: ROUGHLY }))
    .filter(({ value }) => value > least)
    .toSorted((one, other) => other.value - one.value)
    .slice(0, MOST_TOPS)
    .map(({ point }) => maximize(slopesAt, point, { directions }))
    .reduce((top, other) => (other.value > top.value ? other : top), known);
}
