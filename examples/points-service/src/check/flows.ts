import type { LedgerEvent } from "@kefu/loyalty";

/** How many points came and went, by what the events say. */
export interface Flows {
  readonly earned: number;
  readonly adjusted: number;
  readonly received: number;
  readonly sent: number;
  readonly spent: number;
  readonly clawedBack: number;
}

type Flow = readonly [keyof Flows, number];

/** Sums over events, without a ledger. */
export function flowsOf(events: readonly LedgerEvent[]): Flows {
  const sums = { earned: 0, adjusted: 0, received: 0, sent: 0, spent: 0, clawedBack: 0 };
  for (const event of events) {
    const flow = flowOf(event);
    if (flow !== undefined) sums[flow[0]] += flow[1];
  }
  return sums;
}

function flowOf(event: LedgerEvent): Flow | undefined {
  switch (event.type) {
    case "PointsEarned":
    case "ActivityRewarded":
      return ["earned", event.points];
    case "PointsAdjusted":
      return ["adjusted", event.points];
    case "PointsReceived":
      return ["received", event.points];
    case "PointsSent":
      return ["sent", event.points];
    case "PointsRedeemed":
    case "HoldCaptured":
      return ["spent", event.points];
    case "RedemptionReversed":
      return ["spent", -event.points];
    case "OrderRefunded":
    case "ActivityCancelled":
      return ["clawedBack", event.clawedBack];
    default:
      return undefined;
  }
}
