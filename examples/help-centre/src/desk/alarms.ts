import type { Instant } from "@kefu/core";
import type { EscalationEvent, TicketView } from "@kefu/escalation";

/** What the policy has somebody do at a moment on the way of a clock. */
export interface Alarm {
  readonly at: Instant;
  readonly targetId: string;
  /** The policy's own word for it. */
  readonly action: string;
}

/** The alarms that stand: of clocks that still run, and not taken back by what came to be known later. Latest first. */
export function alarmsOf(events: readonly EscalationEvent[], { clocks }: TicketView): Alarm[] {
  const standing = new Map<string, EscalationEvent>();
  for (const event of events) {
    const { type, subject } = event;
    if (type === "ThresholdReached" || type === "Breached") standing.set(subject, event);
    if (type === "BreachRetracted" || type === "EventRetracted") standing.delete(subject);
  }
  return [...standing.values()].toReversed().flatMap((event) => {
    if (event.type !== "ThresholdReached" && event.type !== "Breached") return [];
    const { clock, cycle, targetId, actions, effectiveAt: at } = event;
    const isRunning = clocks.some(
      (one) => one.clock === clock && one.cycle === cycle && one.phase !== "ended",
    );
    return isRunning ? actions.map((action) => ({ at, targetId, action })) : [];
  });
}
