import { seededRandom } from "@kefu/core";

/** The death of a worker. */
export interface PlannedKill {
  /** How long after the one before, or after the start. */
  readonly afterMilliseconds: number;
  /** Which worker, counted from 0. */
  readonly worker: number;
  /** How long its place stays empty. */
  readonly emptyMilliseconds: number;
}

/** Kills without end, on average one in `everySeconds`. */
export function* planKills(
  seed: string,
  { workers, everySeconds }: { readonly workers: number; readonly everySeconds: number },
): Generator<PlannedKill, never> {
  const random = seededRandom(`${seed}: kills`);
  while (true) {
    yield {
      afterMilliseconds: 1 + random.integer(2_000 * everySeconds),
      worker: random.integer(workers),
      emptyMilliseconds: random.integer(1_000),
    };
  }
}
