import {
  type CompiledCondition,
  compileCondition,
  type Instant,
  millisecondsIn,
  type ServiceLevel,
} from "@kefu/core";
import { clockOf, type EscalationPolicy } from "../policy/escalation-policy.ts";
import type { Ladder, Rung } from "../policy/ladder.ts";
import { METRIC_DEFAULTS } from "../policy/metric-defaults.ts";
import type { Target } from "../policy/target.ts";
import type { Threshold } from "../policy/threshold.ts";
import type { Signal, Trigger } from "../policy/trigger.ts";
import { conditionData, type Run } from "./run.ts";

/** Something that hangs on a condition, quick to ask; without one it always holds. */
type Conditional<Part> = Omit<Part, "when"> & { readonly when: CompiledCondition | null };

/** A trigger that is quick to ask. */
export type CompiledTrigger = Conditional<Trigger>;

/** A target with its metric's defaults filled in. */
export interface CompiledTarget {
  readonly target: Target;
  readonly clock: string;
  readonly start: CompiledTrigger;
  readonly fulfil: CompiledTrigger;
  readonly cancel: CompiledTrigger | null;
  readonly repeats: boolean;
  readonly pauseStates: readonly string[];
  readonly measure: "working" | "wall";
  /** The budget in that measure, where it does not depend on the start. */
  readonly fixedMilliseconds: number | null;
  readonly graceMilliseconds: number;
  /** The thresholds in milliseconds. */
  readonly thresholds: readonly CompiledThreshold[];
}

/** A threshold in milliseconds. */
export interface CompiledThreshold {
  readonly id: string;
  readonly actions: readonly string[];
  readonly inHours: boolean;
  readonly where: "ratio" | "before" | "after";
  /** A share for `"ratio"`, else milliseconds. */
  readonly amount: number;
  readonly measure: "working" | "wall";
}

/** A policy made ready for questions. */
export interface CompiledPolicy {
  readonly policy: EscalationPolicy;
  /** Its name with its version, as in `"retail@3"`. */
  readonly label: string;
  /** Every calendar that it mentions. */
  readonly calendars: readonly string[];
  readonly targets: ReadonlyMap<string, CompiledTarget>;
  readonly rules: readonly Conditional<EscalationPolicy["rules"][number]>[];
  readonly entry: readonly Conditional<Ladder["entry"][number]>[];
  readonly rungs: ReadonlyMap<ServiceLevel, Rung>;
}

/** Makes a checked policy ready. */
export function compilePolicy(policy: EscalationPolicy): CompiledPolicy {
  const { targets, rules, ladder } = policy;
  return {
    policy,
    calendars: calendarsOf(policy),
    label: `${policy.id}@${policy.version}`,
    targets: new Map(targets.map((target) => [target.id, compileTarget(target)])),
    rules: rules.map(conditional),
    entry: (ladder?.entry ?? []).map(conditional),
    rungs: new Map((ladder?.rungs ?? []).map((rung) => [rung.level, rung])),
  };
}

/** Whether a signal sets a trigger off. */
export function sounds(
  { signals, when }: CompiledTrigger,
  signal: Signal,
  run: Run,
  at: Instant,
): boolean {
  return signals.includes(signal) && (when === null || when(conditionData(run), at));
}

function compileTarget(target: Target): CompiledTarget {
  const defaults = METRIC_DEFAULTS[target.metric];
  const cancel = target.cancel ?? defaults.cancel;
  return {
    target,
    clock: clockOf(target),
    start: conditional(target.start ?? defaults.start),
    fulfil: conditional(target.fulfil ?? defaults.fulfil),
    cancel: cancel === undefined ? null : conditional(cancel),
    repeats: defaults.repeats,
    pauseStates: target.pause.states ?? defaults.pauseStates,
    measure: "elapsed" in target.budget ? "wall" : "working",
    fixedMilliseconds: fixedLengthOf(target.budget),
    graceMilliseconds: millisecondsIn(target.grace),
    thresholds: target.thresholds.map(compileThreshold),
  };
}

/** Days and more on the wall are not always as long: a day of a clock change has 23 or 25 hours. */
function fixedLengthOf(budget: Target["budget"]): number | null {
  if ("working" in budget) return millisecondsIn(budget.working);
  if ("workingDays" in budget) return null;
  const { years, months, weeks, days } = budget.elapsed;
  return years || months || weeks || days ? null : millisecondsIn(budget.elapsed);
}

function compileThreshold({ id, at, actions, deliver }: Threshold): CompiledThreshold {
  const compiled = { id, actions, inHours: deliver === "inHours" };
  if ("ratio" in at) {
    return Object.assign(compiled, {
      where: "ratio",
      amount: at.ratio,
      measure: "working",
    } as const);
  }
  const where = "before" in at ? "before" : "after";
  const amount = millisecondsIn("before" in at ? at.before : at.after);
  return Object.assign(compiled, { where, amount, measure: at.in } as const);
}

function conditional<Part extends Pick<Trigger, "when">>(part: Part): Conditional<Part> {
  const { when } = part;
  return { ...part, when: when === undefined ? null : compileCondition(when) };
}

function calendarsOf({ targets, ladder, promises }: EscalationPolicy): readonly string[] {
  const limits = (ladder?.rungs ?? []).flatMap(({ limit }) => limit?.calendar ?? []);
  const all = [...targets.map(({ calendar }) => calendar), ...limits, promises.calendar ?? []];
  return [...new Set(all.flat())];
}
