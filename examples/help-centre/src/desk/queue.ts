import type { Instant, Ticket } from "@kefu/core";
import { orderQueue, type QueuePolicyInput } from "@kefu/routing";

/** How long a ticket of each priority may wait for its turn, even if nothing is due on it before. */
const DESK_QUEUE: QueuePolicyInput = { high: { hours: 24 }, normal: { hours: 72 } };

/** By when a ticket is to be looked at. It never moves while the same is due, so that nothing starves in the queue. */
export function serveBy(
  { id, openedAt, priority }: Ticket,
  dueAt: Instant | undefined,
): Instant | null {
  if (dueAt === undefined) return null;
  const [place] = orderQueue([{ id, openedAt, dueAt, priority }], dueAt, DESK_QUEUE);
  return place?.serveBy ?? null;
}
