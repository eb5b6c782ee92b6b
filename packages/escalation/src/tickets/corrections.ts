import type { Instant } from "@kefu/core";
import type { Correction, EventData, EventType, Noticed, RecalledAlarm } from "./occurrence.ts";

/**
 * What a late fact changes in what had been told: what is new, what happened at another moment, and what never
 * happened. The new come in their order, corrections after them.
 */
export function correctionsOf(
  before: readonly Noticed[],
  after: readonly Noticed[],
  factId: string,
): readonly Noticed[] {
  const told = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Set(after.map(keyOf));
  const fresh = after.filter((one) => !told.has(keyOf(one)));
  const moved = after.flatMap((one) => {
    const previouslyAt = told.get(keyOf(one))?.at;
    if (previouslyAt === undefined || previouslyAt === one.at) return [];
    return [movedTo(one, previouslyAt, factId)];
  });
  const gone = [...told.values()].filter((one) => !now.has(keyOf(one)));
  return [...fresh, ...moved, ...gone.map((one) => retracted(one, gone, factId))];
}

const keyOf = ({ type, subject }: Noticed): string => `${type}:${subject}`;

function correction<Type extends EventType>(
  { subject, at }: Noticed,
  type: Type,
  data: Omit<EventData[Type], "subject"> & Pick<Correction, "factId">,
): Noticed {
  const because = { code: "late-fact", facts: { fact: data.factId } };
  return { type, subject, at, because, data, reckon: null };
}

function movedTo(one: Noticed, previouslyAt: Instant, factId: string): Noticed {
  if (one.type !== "Breached") {
    return correction(one, "EventMoved", { factId, previouslyAt, movedType: one.type });
  }
  const type = one.at < previouslyAt ? "BreachBackdated" : "BreachPostponed";
  return correction(one, type, { factId, previouslyAt });
}

function retracted(one: Noticed, gone: readonly Noticed[], factId: string): Noticed {
  if (one.type !== "Breached") {
    return correction(one, "EventRetracted", { factId, retractedType: one.type });
  }
  return correction(one, "BreachRetracted", { factId, alarms: alarmsOf(one.subject, gone) });
}

/** The alarms about one cycle of a clock that were raised for nothing. */
function alarmsOf(subject: string, gone: readonly Noticed[]): readonly RecalledAlarm[] {
  return gone.flatMap((one) => {
    const { actions } = one.data as Partial<EventData["Breached"]>;
    const isOfCycle = one.subject === subject || one.subject.startsWith(`${subject}+`);
    return actions !== undefined && isOfCycle ? { subject: one.subject, at: one.at, actions } : [];
  });
}
