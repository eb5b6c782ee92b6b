import type { Instant } from "@kefu/core";
import type { Occurrence, RecalledAlarm } from "./occurrence.ts";

/**
 * What a late fact changes in what had been told: what is new, what happened at another moment, and what never
 * happened. The new come in their order, corrections after them.
 */
export function correctionsOf(
  before: readonly Occurrence[],
  after: readonly Occurrence[],
  factId: string,
): readonly Occurrence[] {
  const told = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Map(after.map((one) => [keyOf(one), one]));
  const fresh = after.filter((one) => !told.has(keyOf(one)));
  const moved = after.flatMap((one) => {
    const previouslyAt = told.get(keyOf(one))?.effectiveAt;
    if (previouslyAt === undefined || previouslyAt === one.effectiveAt) return [];
    return [movedTo(one, previouslyAt, factId)];
  });
  const gone = before.filter((one) => !now.has(keyOf(one)));
  return [...fresh, ...moved, ...gone.map((one) => retracted(one, gone, factId))];
}

const keyOf = ({ type, subject }: Occurrence): string => `${type}:${subject}`;

function movedTo(one: Occurrence, previouslyAt: Instant, factId: string): Occurrence {
  const { type, subject, effectiveAt } = one;
  const because = { code: "late-fact", facts: { fact: factId } };
  const told = { subject, effectiveAt, because, factId, previouslyAt };
  if (type !== "Breached") return { type: "EventMoved", ...told, movedType: type };
  const earlier = effectiveAt < previouslyAt;
  return { type: earlier ? "BreachBackdated" : "BreachPostponed", ...told };
}

function retracted(one: Occurrence, gone: readonly Occurrence[], factId: string): Occurrence {
  const { type, subject, effectiveAt } = one;
  const because = { code: "late-fact", facts: { fact: factId } };
  const told = { subject, effectiveAt, because, factId };
  if (type !== "Breached") return { type: "EventRetracted", ...told, retractedType: type };
  return { type: "BreachRetracted", ...told, alarms: alarmsOf(subject, gone) };
}

/** The alarms about one cycle of a clock that were raised for nothing. */
function alarmsOf(subject: string, gone: readonly Occurrence[]): readonly RecalledAlarm[] {
  return gone.flatMap((one) => {
    if (one.type !== "Breached" && one.type !== "ThresholdReached") return [];
    if (one.subject !== subject && !one.subject.startsWith(`${subject}+`)) return [];
    return [{ subject: one.subject, at: one.effectiveAt, actions: one.actions }];
  });
}
