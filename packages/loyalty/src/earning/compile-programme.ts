import { type CompiledCondition, compileCondition } from "@kefu/core";
import type {
  ActivityRule,
  Deduction,
  EarningRule,
  LoyaltyProgramme,
  Ratio,
  StampCard,
} from "../programme/programme.ts";

/** A rule with its conditions ready; without one it always holds. */
export interface CompiledRule {
  readonly rule: EarningRule;
  readonly when: CompiledCondition | null;
  readonly lines: CompiledCondition | null;
  /** What one of the smallest unit earns, in parts of a point by `rateParts`; 0 when it is no rate. */
  readonly rate: bigint;
  readonly multiply: readonly [numerator: bigint, denominator: bigint] | null;
  /** A value that a field of a line must have, for the quickest test of all; `field` is a place in `fields`. */
  readonly only: { readonly field: number; readonly value: unknown } | null;
}

/** A programme ready to reckon with. All fractions of points have one common denominator, so that sums are exact. */
export interface CompiledProgramme {
  readonly programme: LoyaltyProgramme;
  /** By priority. */
  readonly rules: readonly CompiledRule[];
  /** The fields, as lists of keys, by whose values most rules are told not to fit. */
  readonly fields: readonly (readonly string[])[];
  readonly excludes: CompiledCondition | null;
  readonly deducts: ReadonlySet<Deduction>;
  readonly activities: ReadonlyMap<
    string,
    { readonly rule: ActivityRule; readonly when: CompiledCondition | null }
  >;
  readonly stamps: readonly {
    readonly card: StampCard;
    readonly lines: CompiledCondition | null;
  }[];
  /** The denominator of rates. */
  readonly rateParts: bigint;
  /** The denominator of multipliers. */
  readonly factorParts: bigint;
  /** The most that multipliers come to, in such parts. */
  readonly highestFactor: bigint | null;
}

/** Makes a checked programme ready. */
export function compileProgramme(programme: LoyaltyProgramme): CompiledProgramme {
  const rules = programme.rules.toSorted((one, next) => one.priority - next.priority);
  const pers = rules.map(({ give }) => ("per" in give ? BigInt(give.per) : 1n));
  const rateParts = pers.reduce(leastCommonMultiple, 1n);
  const factorParts = factorPartsOf(programme);
  const fields = [...new Set(rules.flatMap(({ lines }) => equalityIn(lines)?.field ?? []))];
  const { highestMultiplier, deducts, activities, stamps } = programme;
  return {
    programme,
    rules: rules.map((rule) => compileRule(rule, rateParts, fields)),
    fields: fields.map((field) => field.split(".")),
    excludes: compiled(programme.excludes),
    deducts: new Set(deducts),
    activities: new Map(activities.map((rule) => [rule.id, { rule, when: compiled(rule.when) }])),
    stamps: stamps.map((card) => ({ card, lines: compiled(card.lines) })),
    rateParts,
    factorParts,
    highestFactor: highestMultiplier ? timesRatio(factorParts, highestMultiplier) : null,
  };
}

/** A number of parts times a fraction whose denominator divides it. */
function timesRatio(parts: bigint, [numerator, denominator]: Ratio): bigint {
  return (parts * BigInt(numerator)) / BigInt(denominator);
}

function compileRule(
  rule: EarningRule,
  rateParts: bigint,
  fields: readonly string[],
): CompiledRule {
  const { give, when, lines } = rule;
  const rate = "per" in give ? (BigInt(give.points) * rateParts) / BigInt(give.per) : 0n;
  const [numerator, denominator] = "multiply" in give ? give.multiply : [0, 0];
  const equality = equalityIn(lines);
  return {
    rule,
    when: compiled(when),
    lines: compiled(lines),
    rate,
    multiply: denominator > 0 ? [BigInt(numerator), BigInt(denominator)] : null,
    only: equality ? { field: fields.indexOf(equality.field), value: equality.value } : null,
  };
}

/** A text that a condition asks of a field and without which it cannot hold. */
function equalityIn(condition: EarningRule["lines"]): { field: string; value: string } | undefined {
  const parts = condition && "all" in condition ? condition.all : [condition];
  for (const part of parts) {
    if (!part || !("field" in part) || part.op !== "eq" || part.ci || part.field === "") continue;
    if (typeof part.value === "string") return { field: part.field, value: part.value };
  }
  return undefined;
}

function compiled(condition: Parameters<typeof compileCondition>[0] | undefined) {
  return condition === undefined ? null : compileCondition(condition);
}

/** A denominator for all that multipliers can come to. */
function factorPartsOf(programme: LoyaltyProgramme): bigint {
  const { rules, tierMultipliers, highestMultiplier, stacking } = programme;
  const denominators = rules.map(({ give }) =>
    "multiply" in give ? BigInt(give.multiply[1]) : 1n,
  );
  const others = [...Object.values(tierMultipliers), highestMultiplier ?? ([1, 1] as const)];
  const join =
    stacking === "multiply" ? (one: bigint, other: bigint) => one * other : leastCommonMultiple;
  const ofTiers = Object.values(tierMultipliers).map(([, denominator]) => BigInt(denominator));
  const together = [ofTiers.reduce(leastCommonMultiple, 1n), ...denominators].reduce(join, 1n);
  return others.map(([, denominator]) => BigInt(denominator)).reduce(leastCommonMultiple, together);
}

function leastCommonMultiple(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b > 0n) [a, b] = [b, a % b];
  return (one / a) * other;
}
