import type { Metric } from "./target.ts";
import type { Trigger } from "./trigger.ts";

/** What a metric means where a target does not say otherwise. */
export interface MetricDefaults {
  readonly start: Trigger;
  readonly fulfil: Trigger;
  readonly cancel: Trigger | undefined;
  /** Whether the clock runs again and again, not once in the life of a ticket. */
  readonly repeats: boolean;
  readonly pauseStates: readonly string[];
}

const on = (...signals: Trigger["signals"][number][]): Trigger => ({ signals });
const RESOLVED = on("resolved");
const AGAIN = { repeats: true };
const PAUSES = { pauseStates: ["pending"] };

const metric = (
  start: Trigger,
  fulfil: Trigger,
  cancel?: Trigger,
  more: Partial<MetricDefaults> = {},
): MetricDefaults => ({ start, fulfil, cancel, repeats: false, pauseStates: [], ...more });

const untilSolved = metric(on("opened"), RESOLVED, undefined, PAUSES);
const byPeople: Trigger = {
  ...on("opened", "levelRaised"),
  when: { field: "level", op: "in", value: ["contact", "participation"] },
};

/** The meaning of each metric. */
export const METRIC_DEFAULTS: Readonly<Record<Metric, MetricDefaults>> = {
  firstResponse: metric(on("opened"), on("agentMessage"), RESOLVED),
  nextReply: metric(on("customerMessage"), on("agentMessage"), RESOLVED, AGAIN),
  periodicUpdate: metric(
    on("agentMessage"),
    on("agentMessage"),
    on("customerMessage", "resolved"),
    AGAIN,
  ),
  requesterWait: untilSolved,
  resolution: untilSolved,
  diagnosis: metric(byPeople, on("diagnosed"), RESOLVED, PAUSES),
  repair: metric(on("diagnosed"), on("repaired", "resolved"), undefined, PAUSES),
  handOff: metric(on("assigned"), on("accepted", "assigned"), RESOLVED, { ...PAUSES, ...AGAIN }),
  promise: metric(on("opened"), RESOLVED, undefined, AGAIN),
};
