import { type Access, type Accesses, accessesOf } from "../rules/access.ts";
import type { RuleCondition } from "../rules/rule-condition.ts";
import type { Rule } from "../rules/rule-set.ts";

/** A rule that never counts, because another of its group always comes first. */
export interface Shadow {
  readonly rule: Rule;
  readonly by: Rule;
}

/** A rule is compared with this many of those that come before it in its group. */
const MOST_WINNERS = 100;

const NOTHING: Accesses = { all: [], isExact: false };
const SCOPE = { groups: {}, accessesOfSegment: () => NOTHING };

/** One part of what a rule asks for, in the forms in which parts are compared. */
interface Part {
  readonly text: string;
  readonly access: Access | undefined;
}

/** The rules that are shadowed. @param rules - in the order of decision */
export function shadowsAmong(rules: readonly Rule[]): readonly Shadow[] {
  const winners = new Map<string, { rule: Rule; parts: readonly Part[] }[]>();
  return rules.flatMap((rule): Shadow[] => {
    if (rule.exclusive === undefined) return [];
    const before = winners.get(rule.exclusive) ?? [];
    winners.set(rule.exclusive, before);
    const parts = partsOfRule(rule.when);
    const by = before.find(
      (winner) => isAsLong(winner.rule, rule) && winner.parts.every((part) => isMet(part, parts)),
    )?.rule;
    if (by === undefined && isForAll(rule) && before.length < MOST_WINNERS)
      before.push({ rule, parts });
    return by === undefined ? [] : [{ rule, by }];
  });
}

/** Rules with shares or splits leave some to the next. */
function isForAll({ shares = [], split }: Rule): boolean {
  return shares.length === 0 && split === undefined;
}

function isAsLong(winner: Rule, rule: Rule): boolean {
  const { activeFrom: from = Number.NEGATIVE_INFINITY, activeTo: to = Number.POSITIVE_INFINITY } =
    winner;
  return (
    from <= (rule.activeFrom ?? Number.NEGATIVE_INFINITY) &&
    to >= (rule.activeTo ?? Number.POSITIVE_INFINITY)
  );
}

function partsOfRule(condition: RuleCondition): readonly Part[] {
  if ("all" in condition) return condition.all.flatMap(partsOfRule);
  if ("const" in condition && condition.const) return [];
  const { all = [], isExact } = accessesOf(condition, SCOPE);
  return [{ text: JSON.stringify(condition), access: isExact ? all[0] : undefined }];
}

/** Whether one of the parts that hold makes this one hold, too. */
function isMet(wanted: Part, parts: readonly Part[]): boolean {
  return parts.some(
    ({ text, access }) =>
      text === wanted.text || (access && wanted.access && isWithin(access, wanted.access)),
  );
}

function isWithin(inner: Access, outer: Access): boolean {
  if (inner.field !== outer.field) return false;
  if (outer.keys === undefined) {
    return inner.keys === undefined && inner.from >= outer.from && inner.below <= outer.below;
  }
  const isKind = inner.isWhole || !outer.isWhole;
  const known = new Set(outer.keys);
  return isKind && (inner.keys?.every((key) => known.has(key)) ?? false);
}
