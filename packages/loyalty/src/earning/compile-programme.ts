import { type CompiledCondition, type Condition, compileCondition } from "@kefu/core";
import type {
  ActivityRule,
  Deduction,
  EarningRule,
  LoyaltyProgramme,
  Ratio,
  StampCard,
} from "../programme/programme.ts";
import { type Whole, whole } from "./whole-number.ts";

/** A rule with its conditions ready; without one it always holds. */
export interface CompiledRule {
  readonly rule: EarningRule;
  readonly when: CompiledCondition | null;
  readonly lines: CompiledCondition | null;
  /** What one of the smallest unit earns, in parts of a point by `rateParts`; 0 when it is no rate. */
  readonly rate: Whole;
  readonly multiply: Ratio | null;
  /** The denominator that it counts its points in: the smallest that keeps it exact. */
  readonly parts: Whole;
  /** A value that a field of a line must have beside, for the quickest test of all; `field` is a place in `fields`. */
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
  readonly rateParts: Whole;
  /** The denominator of multipliers. */
  readonly factorParts: Whole;
  /** The denominator of points: both together. */
  readonly parts: Whole;
  /** The most that multipliers come to, in parts of a factor. */
  readonly highestFactor: Whole | null;
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
    rules: rules.map((rule) => compileRule(rule, { rateParts, factorParts, fields })),
    fields: fields.map((field) => field.split(".")),
    excludes: compiled(programme.excludes),
    deducts: new Set(deducts),
    activities: new Map(activities.map((rule) => [rule.id, { rule, when: compiled(rule.when) }])),
    stamps: stamps.map((card) => ({ card, lines: compiled(card.lines) })),
    rateParts: whole(rateParts),
    factorParts: whole(factorParts),
    parts: whole(rateParts * factorParts),
    highestFactor: highestMultiplier ? whole(timesRatio(factorParts, highestMultiplier)) : null,
  };
}

/** A number of parts times a fraction whose denominator divides it. */
function timesRatio(parts: bigint, [numerator, denominator]: Ratio): bigint {
  return (parts * BigInt(numerator)) / BigInt(denominator);
}

interface Surroundings {
  readonly rateParts: bigint;
  readonly factorParts: bigint;
  readonly fields: readonly string[];
}

function compileRule(
  rule: EarningRule,
  { rateParts, factorParts, fields }: Surroundings,
): CompiledRule {
  const { give, when, lines } = rule;
  const rate = "per" in give ? (BigInt(give.points) * rateParts) / BigInt(give.per) : 0n;
  const equality = equalityIn(lines);
  return {
    rule,
    when: compiled(when),
    lines: compiled(equality ? equality.rest : lines),
    rate: whole(rate),
    multiply: "multiply" in give ? give.multiply : null,
    parts:
      "per" in give ? whole(rateParts) : "multiply" in give ? whole(rateParts * factorParts) : 1,
    only: equality ? { field: fields.indexOf(equality.field), value: equality.value } : null,
  };
}

/** A text that a condition asks of a field, and what else it asks. */
interface Equality {
  readonly field: string;
  readonly value: string;
  readonly rest: Condition | undefined;
}

function equalityIn(condition: Condition | undefined): Equality | undefined {
  if (condition === undefined) return undefined;
  const parts = "all" in condition ? condition.all : [condition];
  const part = parts.find(isEquality);
  if (part === undefined) return undefined;
  const others = parts.filter((other) => other !== part);
  const rest = others.length > 1 ? { all: others } : others[0];
  return { field: part.field, value: part.value, rest };
}

function isEquality(part: Condition): part is Condition & Pick<Equality, "field" | "value"> {
  if (!("field" in part) || part.op !== "eq" || part.ci || part.field === "") return false;
  return typeof part.value === "string";
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
