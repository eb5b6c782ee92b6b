import { seededRandom } from "@kefu/core";

/** The death of a worker. */
export interface PlannedKill {
  /** After how many answers, of all workers together. */
  readonly afterAnswers: number;
  /** Which worker, counted from 0; where it is done, the next that is not. */
  readonly worker: number;
}

/** What kills are planned for. */
export interface KillOptions {
  readonly seed: string;
  readonly kills: number;
  readonly workers: number;
  /** How many answers there will be at least. */
  readonly answers: number;
}

/** Kills at random times, in their order. */
export function planKills({ seed, kills, workers, answers }: KillOptions): PlannedKill[] {
  const random = seededRandom(`${seed}: kills`);
  const plan = Array.from({ length: kills }, () => ({
    // The last tenth is left alone, so that there is somebody to kill.
    afterAnswers: 1 + Math.floor(random.next() * answers * 0.9),
    worker: random.integer(workers),
  }));
  return plan.toSorted((one, next) => one.afterAnswers - next.afterAnswers);
}
