import { InvalidInputError } from "@kefu/core";

/** More work at a time than any hot line has, in Erlang: keeps every answer within a second. */
export const MOST_LOAD = 1_000_000;
const MOST_AGENTS = 10 * MOST_LOAD;

/**
 * Erlang's loss formula: the share of calls that find every line busy, where these do not wait but are lost.
 *
 * Computed by its recursion over the number of lines, of which every step lies between 0 and 1: nothing overflows,
 * whatever the load.
 *
 * @param loadErlangs - calls that arrive in the mean time that one takes; 0 to 1,000,000
 * @param lines - how many calls can be held at a time; a whole number from 0 to 10,000,000
 * @returns between 0 and 1; 1 without lines
 * @throws `InvalidInputError` when an argument lies outside
 * @see A. K. Erlang: Solution of some problems in the theory of probabilities of significance in automatic telephone
 *   exchanges, 1917
 *
 * @example
 * ```ts
 * import { erlangB } from "@kefu/staffing";
 *
 * Number(erlangB(4.461, 10).toFixed(4)); // => 0.01
 * ```
 */
export function erlangB(loadErlangs: number, lines: number): number {
  requireLoad(loadErlangs);
  requireAgents(lines, "lines");
  let blocked = 1;
  for (let line = 1; line <= lines; line++) {
    const offered = loadErlangs * blocked;
    blocked = offered / (line + offered);
  }
  return blocked;
}

/**
 * Erlang's delay formula: the share of calls that have to wait, where callers wait for as long as it takes.
 *
 * @param loadErlangs - calls that arrive in the mean time that one takes; 0 to 1,000,000
 * @param agents - how many calls are answered at a time; a whole number from 0 to 10,000,000
 * @returns between 0 and 1; 1 where the load is as large as the number of agents or larger, as the queue then grows
 *   without end; 0 without any load
 * @throws `InvalidInputError` when an argument lies outside
 * @see the same paper of 1917
 *
 * @example
 * ```ts
 * import { erlangC } from "@kefu/staffing";
 *
 * Number(erlangC(48, 55).toFixed(3)); // => 0.239
 * erlangC(60, 55); // => 1
 * ```
 */
export function erlangC(loadErlangs: number, agents: number): number {
  const blocked = erlangB(loadErlangs, agents);
  if (loadErlangs === 0) return 0;
  if (loadErlangs >= agents) return 1;
  return (agents * blocked) / (agents - loadErlangs * (1 - blocked));
}

/** Lets a load pass that can be computed with. */
export function requireLoad(loadErlangs: number): void {
  if (Number.isFinite(loadErlangs) && loadErlangs >= 0 && loadErlangs <= MOST_LOAD) return;
  throw outside("loadErlangs", `must be a number from 0 to ${MOST_LOAD}`);
}

/** Lets a number of agents pass that can be computed with. */
export function requireAgents(agents: number, name = "agents"): void {
  if (Number.isInteger(agents) && agents >= 0 && agents <= MOST_AGENTS) return;
  throw outside(name, `must be a whole number from 0 to ${MOST_AGENTS}`);
}

/** The error for a number that lies outside. */
export function outside(name: string, message: string): InvalidInputError {
  return new InvalidInputError(name, [{ path: [], message }]);
}
