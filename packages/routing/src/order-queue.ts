import { FixedDuration } from "@kefu/calendar";
import { type Because, Instant, isoOf, millisecondsIn, parseInput } from "@kefu/core";
import { z } from "zod";
import { WorkItem, type WorkItemInput } from "./work-item.ts";

const PRIORITIES = ["urgent", "high", "normal", "low"] as const;
const FURTHEST = 8.64e15;

/** How long a ticket of each priority may wait for its turn, on the wall, even if nothing is due on it earlier. */
export const QueuePolicy = z.strictObject({
  /** Half an hour by default. */
  urgent: FixedDuration.default({ minutes: 30 }),
  /** Two hours by default. */
  high: FixedDuration.default({ hours: 2 }),
  /** Eight hours by default. */
  normal: FixedDuration.default({ hours: 8 }),
  /** A day by default. */
  low: FixedDuration.default({ hours: 24 }),
});
/** How long a ticket of each priority may wait for its turn, see the schema of the same name. */
export interface QueuePolicy extends Readonly<z.output<typeof QueuePolicy>> {}
/** A queue policy as written: keys with a default may be left out. */
export interface QueuePolicyInput extends Readonly<z.input<typeof QueuePolicy>> {}

/** A ticket in its place. */
export interface QueuedItem {
  /** Which ticket. */
  readonly id: string;
  /** By when it is to be looked at. */
  readonly serveBy: Instant;
  /** How long that is ahead, in milliseconds; negative when it has passed. */
  readonly slackMilliseconds: number;
  /** What sets that moment; `routingMessages` has the sentences. */
  readonly because: Because<"due" | "waiting-limit">;
}

/**
 * The order in which tickets are to be looked at: by the moment until which each is to be served, which is its due or the
 * end of the time that its priority may wait, whichever comes first. Ties go to the higher priority, then to the older
 * ticket, then to the id.
 *
 * Nothing starves: that moment never moves, so whatever comes in after it stands behind, however urgent. The order
 * does not change as time goes by; a host may keep `serveBy` in a column and sort by it.
 *
 * @param items - in any order
 * @param at - from which moment `slackMilliseconds` is counted
 * @param policy - how long each priority may wait
 * @throws `InvalidInputError` when an argument is malformed
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { orderQueue } from "@kefu/routing";
 *
 * const [nine, ten] = [instant("2026-11-24T09:00:00Z"), instant("2026-11-24T10:00:00Z")];
 * const queue = orderQueue(
 *   [
 *     { id: "new and urgent", openedAt: ten, priority: "urgent" },
 *     { id: "nearly due", openedAt: nine, dueAt: instant("2026-11-24T10:15:00Z") },
 *     { id: "old and low", openedAt: instant("2026-11-23T09:00:00Z"), priority: "low" },
 *   ],
 *   ten,
 * );
 * queue.map(({ id }) => id); // => ["old and low", "nearly due", "new and urgent"]
 * ```
 */
export function orderQueue(
  items: readonly WorkItemInput[],
  at: Instant,
  policy?: QueuePolicyInput,
): readonly QueuedItem[] {
  const limits = limitsOf(parseInput(QueuePolicy, "queue policy", policy ?? {}));
  const moment = parseInput(Instant, "at", at);
  return parseInput(z.array(WorkItem), "items", items)
    .map((item) => ({ item, ...turnOf(item, limits) }))
    .sort(
      (a, b) =>
        a.serveBy - b.serveBy ||
        PRIORITIES.indexOf(a.item.priority) - PRIORITIES.indexOf(b.item.priority) ||
        a.item.openedAt - b.item.openedAt ||
        (a.item.id < b.item.id ? -1 : 1),
    )
    .map(({ item: { id }, serveBy, because }) => ({
      id,
      serveBy,
      slackMilliseconds: serveBy - moment,
      because,
    }));
}

type Limits = Readonly<Record<WorkItem["priority"], number>>;

function limitsOf(policy: QueuePolicy): Limits {
  const [urgent = 0, high = 0, normal = 0, low = 0] = PRIORITIES.map((priority) =>
    millisecondsIn(policy[priority]),
  );
  return { urgent, high, normal, low };
}

/** A due before the ticket came would let it overtake those that came before: it counts as due at once. */
function turnOf(item: WorkItem, limits: Limits): Pick<QueuedItem, "serveBy" | "because"> {
  const { openedAt, dueAt = FURTHEST, priority } = item;
  const limit = Math.min(openedAt + limits[priority], FURTHEST);
  const serveBy = Math.max(openedAt, Math.min(dueAt, limit)) as Instant;
  const code = dueAt <= limit ? "due" : "waiting-limit";
  return { serveBy, because: { code, facts: { priority, at: isoOf(serveBy) } } };
}
