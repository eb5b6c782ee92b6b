import { seededRandom } from "@kefu/core";
import { type PlannedCommand, type PlanOptions, planCommands } from "./plan-commands.ts";

/** How commands reach the service. */
export interface DeliveryOptions extends PlanOptions {
  readonly workers: number;
}

/** How far a delivery may come too early or too late, in commands. */
const REACH = 100;

/**
 * What each worker is to send, in its order. A tenth of all commands comes twice and some come three times, by whichever
 * worker; a third comes too early or too late.
 */
export function planDeliveries(options: DeliveryOptions): PlannedCommand[][] {
  const random = seededRandom(`${options.seed}: deliveries`);
  const deliveries = planCommands(options).flatMap((planned, number) => {
    const copies = [1, 2, 3][[0.88, 0.98].filter((share) => random.next() > share).length] ?? 1;
    return Array.from({ length: copies }, () => {
      const shift = random.integer(3) === 0 ? random.integer(2 * REACH) - REACH : 0;
      return { planned, due: number + shift, worker: random.integer(options.workers) };
    });
  });
  const inOrder = deliveries.toSorted((one, next) => one.due - next.due);
  return Array.from({ length: options.workers }, (_, worker) =>
    inOrder.filter((delivery) => delivery.worker === worker).map(({ planned }) => planned),
  );
}
