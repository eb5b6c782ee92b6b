import { parseInput } from "@kefu/core";
import { z } from "zod";
import { HotLine, lineOf, predictionFor, type ServicePrediction } from "./predict-service.ts";

/** A hot line and the service that is asked of it. */
export const StaffingGoal = HotLine.extend({
  /** The share of callers who are to be answered within the time; less than 1, 0.8 by default. */
  targetServiceLevel: z.number().nonnegative().lt(1).default(0.8),
  /** The largest share of their time for which agents may be busy; 1, no limit, by default. */
  maximumOccupancy: z.number().min(0.2).max(1).default(1),
  /** The share of paid time in which an agent does not answer: breaks, training, sickness; 0 by default. */
  shrinkage: z.number().nonnegative().max(0.9).default(0),
});
/** A hot line and the service that is asked of it, see the schema of the same name. */
export interface StaffingGoal extends Readonly<z.output<typeof StaffingGoal>> {}
/** A staffing goal as it is written: keys with a default may be left out. */
export interface StaffingGoalInput extends Readonly<z.input<typeof StaffingGoal>> {}

/** How many agents a hot line needs. */
export interface StaffingPlan extends ServicePrediction {
  /** How many are to be on the roster, so that `agents` answer after shrinkage; rounded up. */
  readonly scheduledAgents: number;
}

/**
 * The smallest number of agents that gives a hot line the service that is asked of it, and what callers are then to
 * expect. One agent fewer would miss the service level or the occupancy.
 *
 * @returns 0 agents when nobody calls
 * @throws `InvalidInputError` for a malformed goal, and for a line of more than 1,000,000 Erlang
 *
 * @example
 * ```ts
 * import { agentsFor } from "@kefu/staffing";
 *
 * const line = { callsPerInterval: 360, averageHandleSeconds: 240, withinSeconds: 15, shrinkage: 0.3 };
 * const { agents, scheduledAgents } = agentsFor({ ...line, targetServiceLevel: 0.8 });
 * [agents, scheduledAgents]; // => [55, 79]
 * agentsFor({ ...line, targetServiceLevel: 0.8, patienceSeconds: 120 }).agents; // => 50
 * ```
 */
export function agentsFor(goal: StaffingGoalInput): StaffingPlan {
  const { targetServiceLevel, maximumOccupancy, shrinkage, ...hotLine } = parseInput(
    StaffingGoal,
    "staffing goal",
    goal,
  );
  const line = lineOf(hotLine);
  const agents = smallestFrom(line.loadErlangs, (count) => {
    const { serviceLevel, occupancy } = predictionFor(line, count);
    return serviceLevel >= targetServiceLevel && occupancy <= maximumOccupancy;
  });
  return { ...predictionFor(line, agents), scheduledAgents: onRoster(agents, shrinkage) };
}

/** More agents never serve worse, so that halving finds the fewest. */
function smallestFrom(guess: number, isEnough: (agents: number) => boolean): number {
  let [tooFew, enough] = [-1, Math.ceil(guess)];
  for (let step = 1; !isEnough(enough); step *= 2) [tooFew, enough] = [enough, enough + step];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** Takes off what division leaves behind the comma, lest 100.00000000000001 becomes 101. */
function onRoster(agents: number, shrinkage: number): number {
  return Math.ceil(agents / (1 - shrinkage) - 1e-9);
}
