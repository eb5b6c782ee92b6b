import { parseInput } from "@kefu/core";
import { z } from "zod";

const factor = z.number().min(0).max(100);
const longer = (by: number) => factor.default(by);

/**
 * How much longer time feels than it is, by what a customer goes through. 1 is as long as it is. **These are assumptions**:
 * that the other five feel longer follows Maister's propositions on waiting; only a size for empty waiting has been
 * reported (waits are overestimated by about 36 % on average), the others are guesses. Replace them by what your own
 * customers told you.
 *
 * @see Maister (1985), The psychology of waiting lines; Hornik (1984), Subjective vs. objective time measures, Journal
 *   of Consumer Research 11; Larson (1987), Perspectives on queues, Operations Research 35
 */
export const TimeFactors = z.strictObject({
  /** Reading and doing. */
  occupied: longer(1),
  /** Waiting with nothing to do. */
  unoccupied: longer(1.36),
  /** Not knowing how long it takes. */
  uncertain: longer(1.5),
  /** Not knowing why it takes long. */
  unexplained: longer(1.5),
  /** Seeing others served first. */
  unfair: longer(1.75),
  /** Worrying about what is at stake. */
  anxious: longer(2),
});
/** How much longer time feels than it is, see the schema of the same name. */
export interface TimeFactors extends Readonly<z.output<typeof TimeFactors>> {}
/** The factors as they are written: keys with a default may be left out. */
export interface TimeFactorsInput extends Readonly<z.input<typeof TimeFactors>> {}

/** A stretch of time and what it was like. */
export const TimePhase = z.strictObject({
  /** What it was like. */
  feeling: z.enum(["occupied", "unoccupied", "uncertain", "unexplained", "unfair", "anxious"]),
  /** How long it was. */
  seconds: z.number().min(0).max(1e9),
});
/** A stretch of time and what it was like, see the schema of the same name. */
export interface TimePhase extends Readonly<z.output<typeof TimePhase>> {}

/**
 * How long a while felt: the seconds of each phase times the factor of what it was like.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { feltSeconds } from "@kefu/faq";
 *
 * feltSeconds([{ feeling: "occupied", seconds: 30 }, { feeling: "anxious", seconds: 10 }]); // => 50
 * ```
 */
export function feltSeconds(phases: readonly TimePhase[], factors: TimeFactorsInput = {}): number {
  const by = parseInput(TimeFactors, "time factors", factors);
  return parseInput(z.array(TimePhase), "phases", phases).reduce(
    (sum, { feeling, seconds }) => sum + by[feeling] * seconds,
    0,
  );
}
