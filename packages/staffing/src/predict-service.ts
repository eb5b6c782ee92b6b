import { parseInput } from "@kefu/core";
import { z } from "zod";
import { answeredWaits } from "./answered-waits.ts";
import { erlangC, MOST_LOAD, outside, requireAgents } from "./erlang.ts";
import { erlangA } from "./impatient-line.ts";

const seconds = z.number().max(1e9);

/** The work that comes to a hot line during an interval in which it does not change, and what is asked of it. */
export const HotLine = z.strictObject({
  /** How many calls are expected in the interval. */
  callsPerInterval: z.number().nonnegative().max(1e9),
  /** How long the interval is; half an hour by default. */
  intervalSeconds: seconds.min(1).default(1800),
  /** How long a call keeps an agent busy on average, notes included. */
  averageHandleSeconds: seconds.min(0.001),
  /** Within how many seconds a call is to be answered; 20 by default. */
  withinSeconds: seconds.nonnegative().default(20),
  /** After how long a caller hangs up on average, which chooses Erlang A; absent, all wait for ever: Erlang C. */
  patienceSeconds: seconds.positive().optional(),
});
/** The work that comes to a hot line, see the schema of the same name. */
export interface HotLine extends Readonly<z.output<typeof HotLine>> {}
/** A hot line as it is written: keys with a default may be left out. */
export interface HotLineInput extends Readonly<z.input<typeof HotLine>> {}

/** What callers and agents of a hot line are to expect. */
export interface ServicePrediction {
  /** Which model was used. */
  readonly model: "erlang-c" | "erlang-a";
  /** How many agents answer. */
  readonly agents: number;
  /** The work that comes in, in Erlang: agents that it would keep busy without a pause. */
  readonly loadErlangs: number;
  /** The share of callers who are not answered at once. */
  readonly waitingProbability: number;
  /** The share of callers who are answered within the time asked for; who hangs up is not. 1 when nobody calls. */
  readonly serviceLevel: number;
  /** How long those wait who are answered, on average; `null` where the queue grows without end or nobody answers. */
  readonly averageSpeedOfAnswerSeconds: number | null;
  /** The share of their time for which agents are busy; 0 without agents. */
  readonly occupancy: number;
  /** The share of callers who hang up before they are answered; always 0 in Erlang C. */
  readonly abandonment: number;
}

type Line = HotLine & { readonly loadErlangs: number };

/**
 * What a number of agents makes of a hot line: service level, average speed of answer, occupancy, abandonment, by
 * Erlang C, or by Erlang A where the callers' patience is given. Calls arrive at random (Poisson), handle times are
 * exponential, the line is in its steady state.
 *
 * @param agents - agents who answer, breaks and absence already taken off; a whole number from 0 to 10,000,000
 * @throws `InvalidInputError` for a malformed hot line, one of more than 1,000,000 Erlang, or an impossible
 *   number of agents
 *
 * @example
 * ```ts
 * import { predictService } from "@kefu/staffing";
 *
 * const line = { callsPerInterval: 360, averageHandleSeconds: 240, withinSeconds: 15 };
 * const { serviceLevel, averageSpeedOfAnswerSeconds } = predictService(line, 55);
 * Number(serviceLevel.toFixed(3)); // => 0.846
 * Number(averageSpeedOfAnswerSeconds?.toFixed(1)); // => 8.2
 * ```
 */
export function predictService(hotLine: HotLineInput, agents: number): ServicePrediction {
  requireAgents(agents);
  return predictionFor(lineOf(parseInput(HotLine, "hot line", hotLine)), agents);
}

/** Refuses hot lines of which nothing could be computed. */
export function lineOf(hotLine: HotLine): Line {
  const { callsPerInterval, intervalSeconds, averageHandleSeconds } = hotLine;
  const loadErlangs = (callsPerInterval * averageHandleSeconds) / intervalSeconds;
  if (loadErlangs <= MOST_LOAD) return { ...hotLine, loadErlangs };
  throw outside("hot line", `must not be more work than ${MOST_LOAD} Erlang`);
}

/** The same for a line that has been read. */
export function predictionFor(line: Line, agents: number): ServicePrediction {
  const { patienceSeconds, averageHandleSeconds } = line;
  if (patienceSeconds === undefined) return byErlangC(line, agents);
  return byErlangA(line, agents, patienceSeconds / averageHandleSeconds);
}

function byErlangC(line: Line, agents: number): ServicePrediction {
  const { loadErlangs, averageHandleSeconds, withinSeconds } = line;
  const waitingProbability = erlangC(loadErlangs, agents);
  const spare = agents - loadErlangs;
  const late = waitingProbability * Math.exp((-spare * withinSeconds) / averageHandleSeconds);
  const isStable = spare > 0 || loadErlangs === 0;
  const mean = loadErlangs === 0 ? 0 : (waitingProbability * averageHandleSeconds) / spare;
  return {
    model: "erlang-c",
    agents,
    loadErlangs,
    waitingProbability,
    serviceLevel: isStable ? 1 - late : 0,
    averageSpeedOfAnswerSeconds: isStable ? mean : null,
    occupancy: agents === 0 ? 0 : Math.min(1, loadErlangs / agents),
    abandonment: 0,
  };
}

function byErlangA(line: Line, agents: number, patienceHandleTimes: number): ServicePrediction {
  const { loadErlangs, averageHandleSeconds, withinSeconds } = line;
  const of = erlangA(loadErlangs, agents, { patienceHandleTimes });
  const { waitingProbability, abandonment } = of;
  const handled = loadErlangs * (1 - abandonment);
  const isAnswered = agents > 0 || loadErlangs === 0;
  const waits =
    isAnswered && waitingProbability > 0
      ? answeredWaits(loadErlangs, agents, patienceHandleTimes)
      : { shareWithin: () => 0, weightedMean: 0 };
  const within = waits.shareWithin(withinSeconds / averageHandleSeconds);
  const mean = (waitingProbability * waits.weightedMean) / (1 - abandonment);
  return {
    model: "erlang-a",
    agents,
    loadErlangs,
    waitingProbability,
    // No more can be answered in time than are answered at all, whatever the integral rounds to.
    serviceLevel: Math.min(1 - abandonment, 1 - waitingProbability + waitingProbability * within),
    averageSpeedOfAnswerSeconds: isAnswered ? mean * averageHandleSeconds : null,
    occupancy: agents === 0 ? 0 : Math.min(1, handled / agents),
    abandonment,
  };
}
