import { Fact } from "./command.ts";

/** The kinds of facts as they are heard within a millisecond. */
const ORDER: readonly Fact["type"][] = Fact.options.map(({ shape }) => shape.type.value);

/** The one order of facts, whatever order they arrive in; below zero when `one` comes first. */
export function compareFacts(one: Fact, other: Fact): number {
  return (
    one.at - other.at ||
    (one.sequence ?? 0) - (other.sequence ?? 0) ||
    ORDER.indexOf(one.type) - ORDER.indexOf(other.type) ||
    (one.id < other.id ? -1 : 1)
  );
}
