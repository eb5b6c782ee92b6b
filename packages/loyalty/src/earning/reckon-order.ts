import type { Instant } from "@kefu/core";
import type { Counts, EarningOrder } from "../ledger/order-facts.ts";
import type { Cap } from "../programme/programme.ts";
import { wallOf } from "../programme/wall-time.ts";
import type { CompiledProgramme, CompiledRule } from "./compile-programme.ts";
import { periodName } from "./counter-names.ts";
import { linesOf, type RatedLine } from "./line-bases.ts";
import { multiplyLines } from "./multiply-lines.ts";
import { give, type HoldingRule, type LineSheet } from "./order-sheet.ts";

/** What an order is reckoned from. */
export interface OrderQuestion {
  readonly order: EarningOrder;
  readonly at: Instant;
  readonly tier: string | undefined;
  readonly memberId: string | undefined;
  /** What was given back, by line. */
  readonly refunded: Counts;
  /** How many of a cap's points its counter leaves. */
  readonly roomOf: (counter: string, points: number) => number;
}

/** What an order earns. */
export interface ReckonedOrder {
  readonly points: number;
  readonly baseMinor: number;
  /** What each rule gave, rounded down. */
  readonly rules: Counts;
  /** What it adds to counters. */
  readonly counts: Counts;
}

/**
 * What an order, or what is left of it, earns: rates on the lines' bases, multiplied, then flat points, rounded once, then
 * caps. All before rounding is exact, in parts of a point.
 */
export function reckonOrder(compiled: CompiledProgramme, question: OrderQuestion): ReckonedOrder {
  const { programme, rateParts, factorParts } = compiled;
  const parts = rateParts * factorParts;
  const rated = linesOf(compiled, question.order, question.refunded);
  const lines = rated.map((line): LineSheet => {
    const values = compiled.fields.map((keys) => valueAt(line.data, keys));
    return { line, values, rated: 0n, value: 0n, factor: factorParts };
  });
  const baseMinor = rated.reduce((sum, line) => sum + line.baseMinor, 0);
  const holding = rulesThatHold(compiled, question, lines, baseMinor);
  const flat = holding.reduce((sum, rule) => sum + giveFlatAndRates(rule, parts, factorParts), 0n);
  const ofTier = multiplyLines(compiled, question.tier, holding, lines);
  const exact = roundLines(compiled, lines, parts) + flat;
  const points = Number(rounded(exact, parts, programme.rounding));
  const period = (cap: Cap, id: string) => capCounter(cap, id, question.at, programme.timeZone);
  const caps = programme.caps.map((cap) => [period(cap, ""), cap.points] as const);
  const rooms = caps.map(([name, most]) => (name ? question.roomOf(name, most) : most));
  const within = Math.max(0, Math.min(points, ...rooms));
  const counts: [string, number][] = [];
  for (const [name] of caps) if (name) counts.push([name, within]);
  for (const rule of holding) counts.push(...countsOf(rule, parts, period));
  counts.push(...stampsOf(compiled, rated));
  const rules = holding.map(
    ({ compiled: { rule }, given }) => [rule.id, Number(given / parts)] as const,
  );
  if (ofTier > 0n) rules.unshift([`tier/${question.tier}`, Number(ofTier / parts)]);
  return { points: within, baseMinor, rules, counts };
}

/** What conditions may ask of the day of an order or activity, in the programme's zone. */
export function dayOf(at: Instant, timeZone: string): { weekday: number; date: string } {
  const wall = new Date(wallOf(at, timeZone));
  return { weekday: wall.getUTCDay() || 7, date: wall.toISOString().slice(0, 10) };
}

function rulesThatHold(
  compiled: CompiledProgramme,
  question: OrderQuestion,
  lines: readonly LineSheet[],
  baseMinor: number,
): HoldingRule[] {
  const { order, at, tier, memberId } = question;
  const { id, attributes } = order;
  const day = dayOf(at, compiled.programme.timeZone);
  const data = { id, tier, memberId, baseMinor, attributes, ...day };
  const holding: HoldingRule[] = [];
  for (const rule of compiled.rules) {
    if (!isAsked(rule, data, at)) continue;
    const fitting = linesThatFit(rule, lines, at);
    if (fitting.length === 0) continue;
    holding.push({
      compiled: rule,
      lines: fitting,
      given: 0n,
      left: leftOf(compiled, rule, question),
    });
    if (rule.rule.stop) break;
  }
  return holding;
}

function isAsked({ rule, when }: CompiledRule, data: unknown, at: Instant): boolean {
  const { from, until } = rule;
  if (from !== undefined && at < from) return false;
  if (until !== undefined && at >= until) return false;
  return when === null || when(data, at);
}

/** What the caps of a rule leave, in parts. */
function leftOf(
  { programme, rateParts, factorParts }: CompiledProgramme,
  { rule: { id, caps } }: CompiledRule,
  { at, roomOf }: OrderQuestion,
): bigint | null {
  if (caps.length === 0) return null;
  const rooms = caps.map((cap) => {
    const name = capCounter(cap, id, at, programme.timeZone);
    return name ? roomOf(name, cap.points) : cap.points;
  });
  return BigInt(Math.min(...rooms)) * rateParts * factorParts;
}

function linesThatFit(
  { lines: fits, only }: CompiledRule,
  lines: readonly LineSheet[],
  at: Instant,
): readonly LineSheet[] {
  if (fits === null) return lines;
  const fitting: LineSheet[] = [];
  for (const sheet of lines) {
    if (only !== null && sheet.values[only.field] !== only.value) continue;
    if (fits(sheet.line.data, at)) fitting.push(sheet);
  }
  return fitting;
}

function valueAt(data: unknown, keys: readonly string[]): unknown {
  let value = data;
  for (const key of keys) {
    const isOwner = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    value = isOwner ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return value;
}

/** Gives what a rule gives to lines; the answer is what it gives to the order as a whole. */
function giveFlatAndRates(rule: HoldingRule, parts: bigint, factorParts: bigint): bigint {
  const { give: reward } = rule.compiled.rule;
  if ("bonus" in reward) return give(rule, BigInt(reward.bonus) * parts);
  if ("per" in reward) {
    for (const sheet of rule.lines) {
      const points = give(rule, BigInt(sheet.line.baseMinor) * rule.compiled.rate * factorParts);
      // Caps are whole points, so that no fraction of a part is lost.
      sheet.rated += points / factorParts;
      sheet.value += points;
    }
  }
  if ("perPiece" in reward) {
    const perPiece = BigInt(reward.perPiece) * parts;
    for (const sheet of rule.lines) sheet.value += give(rule, BigInt(sheet.line.pieces) * perPiece);
  }
  return 0n;
}

function roundLines(
  { programme: { roundingPer, rounding } }: CompiledProgramme,
  lines: readonly LineSheet[],
  parts: bigint,
): bigint {
  let sum = 0n;
  for (const { value } of lines) {
    sum += roundingPer === "line" ? rounded(value, parts, rounding) * parts : value;
  }
  return sum;
}

/** Whole points of parts, which are never negative. */
function rounded(
  value: bigint,
  parts: bigint,
  rounding: "floor" | "half-even" | "ceiling",
): bigint {
  const floor = value / parts;
  const rest = value - floor * parts;
  if (rest === 0n || rounding === "floor") return floor;
  const isUp = 2n * rest > parts || (2n * rest === parts && floor % 2n === 1n);
  return rounding === "ceiling" || isUp ? floor + 1n : floor;
}

/** What counts towards a cap; nothing for caps of one order. */
function capCounter({ per }: Cap, ruleId: string, at: Instant, timeZone: string): string {
  return per === "order" ? "" : `cap/${ruleId}/${periodName(per, at, timeZone)}`;
}

function countsOf(
  { compiled: { rule }, given }: HoldingRule,
  parts: bigint,
  counterOf: (cap: Cap, id: string) => string,
): readonly [string, number][] {
  // A started point counts, so that fractions never add up to more than the cap.
  const points = Number((given + parts - 1n) / parts);
  return rule.caps.flatMap((cap): [string, number][] => {
    const name = counterOf(cap, rule.id);
    return name ? [[name, points]] : [];
  });
}

function stampsOf({ stamps }: CompiledProgramme, lines: readonly RatedLine[]): [string, number][] {
  return stamps.map(({ card, lines: fits }) => {
    const fitting = lines.filter(({ data }) => fits === null || fits(data));
    return [`stamps/${card.id}`, fitting.reduce((sum, { pieces }) => sum + pieces, 0)];
  });
}
