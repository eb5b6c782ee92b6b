import { outside, requireAgents, requireLoad } from "./erlang.ts";

/** States that are rarer than this beside the commonest cannot be seen in a double. */
const NEGLIGIBLE = 1e-18;
/** Ten standard deviations below the commonest state there is less than that. */
const DEVIATIONS = 10;

/** How impatient the callers are. */
export interface ErlangAOptions {
  /** After how long a caller hangs up, on average, measured in mean handle times; from 10^−6 to 10^6. */
  readonly patienceHandleTimes: number;
}

/** What the Erlang A model says of a line. */
export interface ImpatientLine {
  /** The share of callers who are not answered at once. */
  readonly waitingProbability: number;
  /** The share of callers who hang up before they are answered. */
  readonly abandonment: number;
  /** How many callers wait, on average over time. */
  readonly averageQueue: number;
}

/**
 * Erlang's formula for impatient callers (M/M/n+M): calls arrive at random, every caller who has to wait hangs up after
 * a time of patience of their own. Such a line is never unstable: too few agents lose callers.
 *
 * @param loadErlangs - calls that arrive in the mean time that one takes; 0 to 1,000,000
 * @param agents - how many calls are answered at a time; a whole number from 0 to 10,000,000
 * @returns exact to about ten digits; probabilities below 10^−18 are 0
 * @throws `InvalidInputError` when an argument lies outside
 * @see O. Garnett, A. Mandelbaum, M. Reiman: Designing a Call Center with Impatient Customers, Manufacturing & Service
 *   Operations Management 4 (2002), 208–227. Solved here by cutting the birth-and-death chain after each state in turn,
 *   where every step is a weighted mean, so that nothing overflows.
 *
 * @example
 * ```ts
 * import { erlangA } from "@kefu/staffing";
 *
 * const { abandonment } = erlangA(48, 50, { patienceHandleTimes: 2 });
 * Number(abandonment.toFixed(3)); // => 0.031
 * ```
 */
export function erlangA(
  loadErlangs: number,
  agents: number,
  options: ErlangAOptions,
): ImpatientLine {
  requireLoad(loadErlangs);
  requireAgents(agents);
  const patience = requirePatience(options);
  if (loadErlangs === 0) return { waitingProbability: 0, abandonment: 0, averageQueue: 0 };
  const commonest = commonestState(loadErlangs, agents, patience);
  let state = firstState(commonest, loadErlangs, patience);
  let [waiting, queue, share] = [state >= agents ? 1 : 0, Math.max(0, state - agents), 1];
  while (state <= commonest || share >= NEGLIGIBLE) {
    state++;
    const queued = state - agents;
    const leaving = queued > 0 ? agents + queued / patience : state;
    const arriving = loadErlangs * share;
    share = arriving / (leaving + arriving);
    waiting += ((queued >= 0 ? 1 : 0) - waiting) * share;
    queue += (Math.max(0, queued) - queue) * share;
  }
  const abandonment = Math.min(1, queue / patience / loadErlangs);
  return { waitingProbability: waiting, abandonment, averageQueue: queue };
}

/** Where as many come as go. */
function commonestState(load: number, agents: number, patience: number): number {
  return load <= agents ? load : agents + (load - agents) * patience;
}

/** Below it there is nothing that counts. The spread is that of the slower of the two ways to leave. */
function firstState(commonest: number, load: number, patience: number): number {
  const deviation = Math.sqrt(load * Math.max(1, patience));
  return Math.max(0, Math.floor(commonest - DEVIATIONS * deviation));
}

function requirePatience(options: ErlangAOptions): number {
  const patience = options?.patienceHandleTimes;
  if (Number.isFinite(patience) && patience >= 1e-6 && patience <= 1e6) return patience;
  throw outside("patienceHandleTimes", "must be a number from 10^-6 to 10^6");
}
