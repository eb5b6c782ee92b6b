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
const PENDING = ["pending"] as const;

const untilSolved: MetricDefaults = {
  start: on("opened"),
  fulfil: on("resolved"),
  cancel: undefined,
  repeats: false,
  pauseStates: PENDING,
};

/** The meaning of each metric. */
export const METRIC_DEFAULTS: Readonly<Record<Metric, MetricDefaults>> = {
  firstResponse: {
    start: on("opened"),
    fulfil: on("agentMessage"),
    cancel: on("resolved"),
    repeats: false,
    pauseStates: [],
  },
  nextReply: {
    start: on("customerMessage"),
    fulfil: on("agentMessage"),
    cancel: on("resolved"),
    repeats: true,
    pauseStates: [],
  },
  periodicUpdate: {
    start: on("agentMessage"),
    fulfil: on("agentMessage"),
    cancel: on("customerMessage", "resolved"),
    repeats: true,
    pauseStates: [],
  },
  requesterWait: untilSolved,
  resolution: untilSolved,
  diagnosis: {
    ...untilSolved,
    start: {
      signals: ["opened", "levelRaised"],
      when: { field: "level", op: "in", value: ["contact", "participation"] },
    },
    fulfil: on("diagnosed"),
    cancel: on("resolved"),
  },
  repair: { ...untilSolved, start: on("diagnosed"), fulfil: on("repaired", "resolved") },
  handOff: {
    ...untilSolved,
    start: on("assigned"),
    fulfil: on("accepted", "assigned"),
    cancel: on("resolved"),
    repeats: true,
  },
  promise: {
    start: on("opened"),
    fulfil: on("resolved"),
    cancel: undefined,
    repeats: true,
    pauseStates: [],
  },
};
