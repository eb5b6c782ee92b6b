import type { Instant } from "@kefu/core";
import type { Counts, EarningOrder } from "../ledger/order-facts.ts";
import type { Cap } from "../programme/programme.ts";
import { wallOf } from "../programme/wall-time.ts";
import type { CompiledProgramme, CompiledRule } from "./compile-programme.ts";
import { periodName } from "./counter-names.ts";
import { linesOf, type RatedLine } from "./line-bases.ts";
import { multiplyLines } from "./multiply-lines.ts";
import { give, type HoldingRule, type LineSheet } from "./order-sheet.ts";
import { minus, plus, quotient, times, type Whole } from "./whole-number.ts";

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
  const { programme, factorParts, parts } = compiled;
  const rated = linesOf(compiled, question.order, question.refunded);
  const lines: LineSheet[] = [];
  let baseMinor = 0;
  for (const line of rated) {
    baseMinor += line.baseMinor;
    lines.push({ line, rated: 0, factor: factorParts, surplus: 0, flat: 0 });
  }
  const holding = rulesThatHold(compiled, question, lines, baseMinor);
  let flat: Whole = 0;
  for (const rule of holding) flat = plus(flat, giveFlatAndRates(rule));
  const ofTier = multiplyLines(compiled, question.tier, holding, lines);
  const exact = plus(roundLines(compiled, lines), times(flat, parts));
  const points = Number(rounded(exact, parts, programme.rounding));
  const period = (cap: Cap, id: string) => capCounter(cap, id, question.at, programme.timeZone);
  const caps = programme.caps.map((cap) => [period(cap, ""), cap.points] as const);
  const rooms = caps.map(([name, most]) => (name ? question.roomOf(name, most) : most));
  const within = Math.max(0, Math.min(points, ...rooms));
  const counts: [string, number][] = [];
  for (const [name] of caps) if (name) counts.push([name, within]);
  for (const rule of holding) if (rule.left !== null) counts.push(...countsOf(rule, period));
  for (const stamps of stampsOf(compiled, rated)) counts.push(stamps);
  const rules = holding.map(
    ({ compiled: { rule, parts: own }, given }) => [rule.id, Number(quotient(given, own))] as const,
  );
  if (ofTier > 0) rules.unshift([`tier/${question.tier}`, Number(quotient(ofTier, parts))]);
  return { points: within, baseMinor, rules, counts };
}

/** A day as conditions see it. */
interface Day {
  readonly weekday: number;
  readonly date: string;
}

const DAY = 86_400_000;
/** The day asked for last: writing a date takes as long as reckoning some lines. */
let lastDay: { readonly number: number; readonly day: Day } | undefined;

/** What conditions may ask of the day of an order or activity, in the programme's zone. */
export function dayOf(at: Instant, timeZone: string): Day {
  const wall = wallOf(at, timeZone);
  const number = Math.floor(wall / DAY);
  if (lastDay?.number === number) return lastDay.day;
  const date = new Date(wall);
  const day = { weekday: date.getUTCDay() || 7, date: date.toISOString().slice(0, 10) };
  lastDay = { number, day };
  return day;
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
  const { weekday, date } = day;
  const data = { id, tier, memberId, baseMinor, attributes, weekday, date };
  const columns = compiled.fields.map((keys) => lines.map(({ line }) => valueAt(line.data, keys)));
  const holding: HoldingRule[] = [];
  for (const rule of compiled.rules) {
    if (!isAsked(rule, data, at)) continue;
    const fitting = linesThatFit(rule, lines, columns, at);
    if (fitting.length === 0) continue;
    const left = leftOf(compiled, rule, question);
    holding.push({ compiled: rule, lines: fitting, given: 0, left });
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
  { programme }: CompiledProgramme,
  { rule: { id, caps }, parts }: CompiledRule,
  { at, roomOf }: OrderQuestion,
): Whole | null {
  if (caps.length === 0) return null;
  const rooms = caps.map((cap) => {
    const name = capCounter(cap, id, at, programme.timeZone);
    return name ? roomOf(name, cap.points) : cap.points;
  });
  return times(Math.min(...rooms), parts);
}

function linesThatFit(
  { lines: fits, only }: CompiledRule,
  lines: readonly LineSheet[],
  columns: readonly (readonly unknown[])[],
  at: Instant,
): readonly LineSheet[] {
  if (fits === null && only === null) return lines;
  const column = only === null ? undefined : columns[only.field];
  const fitting: LineSheet[] = [];
  for (let row = 0; row < lines.length; row++) {
    if (column !== undefined && column[row] !== only?.value) continue;
    const sheet = lines[row] as LineSheet;
    if (fits === null || fits(sheet.line.data, at)) fitting.push(sheet);
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

/** Gives what a rule gives to lines; the answer is what it gives to the order as a whole, in points. */
function giveFlatAndRates(rule: HoldingRule): Whole {
  const { give: reward } = rule.compiled.rule;
  if ("bonus" in reward) return give(rule, reward.bonus);
  if ("per" in reward) {
    const { rate } = rule.compiled;
    for (const sheet of rule.lines) {
      sheet.rated = plus(sheet.rated, give(rule, times(sheet.line.baseMinor, rate)));
    }
  }
  if ("perPiece" in reward) {
    for (const sheet of rule.lines) {
      sheet.flat = plus(sheet.flat, give(rule, times(sheet.line.pieces, reward.perPiece)));
    }
  }
  return 0;
}

function roundLines(compiled: CompiledProgramme, lines: readonly LineSheet[]): Whole {
  const { programme, parts, factorParts } = compiled;
  let sum: Whole = 0;
  for (const { rated, surplus, flat } of lines) {
    const exact = plus(plus(times(rated, factorParts), surplus), times(flat, parts));
    const isRounded = programme.roundingPer === "line";
    sum = plus(sum, isRounded ? times(rounded(exact, parts, programme.rounding), parts) : exact);
  }
  return sum;
}

/** Whole points of parts, which are never negative. */
function rounded(value: Whole, parts: Whole, rounding: "floor" | "half-even" | "ceiling"): Whole {
  const floor = quotient(value, parts);
  if (rounding === "floor") return floor;
  const rest = minus(value, times(floor, parts));
  if (rest > 0 && rounding === "ceiling") return plus(floor, 1);
  const overHalf = minus(times(rest, 2), parts);
  const isOdd = times(quotient(floor, 2), 2) < floor;
  return overHalf > 0 || (overHalf >= 0 && isOdd) ? plus(floor, 1) : floor;
}

/** What counts towards a cap; nothing for caps of one order. */
function capCounter({ per }: Cap, ruleId: string, at: Instant, timeZone: string): string {
  return per === "order" ? "" : `cap/${ruleId}/${periodName(per, at, timeZone)}`;
}

function countsOf(
  { compiled: { rule, parts }, given }: HoldingRule,
  counterOf: (cap: Cap, id: string) => string,
): readonly [string, number][] {
  // A started point counts, so that fractions never add up to more than the cap.
  const points = Number(quotient(minus(plus(given, parts), 1), parts));
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
