import { partsOf } from "./questions-in.ts";
import type { RuleCondition } from "./rule-condition.ts";
import type { RuleSetIssue } from "./rule-set-issue.ts";

/** Segments of segments of segments: more floors than this nobody overlooks. */
const DEEPEST = 64;

type Segments = Readonly<Record<string, RuleCondition>>;

/** Where a condition asks for a segment. */
export interface SegmentReference {
  readonly segment: string;
  readonly path: RuleSetIssue["path"];
}

/** Every segment that a condition asks for by name, in the order in which they are written. */
export function segmentsIn(
  condition: RuleCondition,
  path: RuleSetIssue["path"] = [],
): readonly SegmentReference[] {
  if ("segment" in condition) return [{ segment: condition.segment, path: [...path, "segment"] }];
  return partsOf(condition, path).flatMap(([part, own]) => segmentsIn(part, own));
}

/** Segments such that each comes after those that it asks for; those that are left stand in a circle or too deep. */
export interface SegmentOrder {
  readonly order: readonly string[];
  readonly circular: readonly string[];
}

/** Takes away, floor by floor, what asks only for what has been taken: in time proportional to the references. */
export function segmentOrder(segments: Segments): SegmentOrder {
  const askedBy = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, condition] of Object.entries(segments)) {
    const asked = segmentsIn(condition).filter(({ segment }) => Object.hasOwn(segments, segment));
    open.set(name, asked.length);
    for (const { segment } of asked) {
      const names = askedBy.get(segment) ?? [];
      askedBy.set(segment, names);
      names.push(name);
    }
  }
  const order: string[] = [];
  let floor = [...open.keys()].filter((name) => open.get(name) === 0);
  for (let depth = 0; depth < DEEPEST && floor.length > 0; depth++) {
    order.push(...floor);
    floor = floor.flatMap((name) =>
      (askedBy.get(name) ?? []).filter((other) => isFree(open, other)),
    );
  }
  const placed = new Set(order);
  return { order, circular: [...open.keys()].filter((name) => !placed.has(name)) };
}

/** Counts one reference less; true when it was the last. */
function isFree(open: Map<string, number>, name: string): boolean {
  const left = (open.get(name) ?? 0) - 1;
  open.set(name, left);
  return left === 0;
}
