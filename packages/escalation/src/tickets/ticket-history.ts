import { type Instant, parseInput } from "@kefu/core";
import { detectedAt, type Fact } from "../facts/command.ts";
import { compareFacts } from "../facts/fact-order.ts";
import { applyFact } from "./apply-fact.ts";
import type { ContextIndex } from "./context.ts";
import { NEW_COURSE, type TicketCourse } from "./course.ts";
import type { Noticed } from "./occurrence.ts";
import { passTime } from "./pass-time.ts";
import { rememberedHistory, rememberHistory } from "./remembered-history.ts";
import { copyOf, startRun } from "./run.ts";
import { EscalationTicket, SCHEMA_VERSION } from "./ticket.ts";

/** How many facts a page holds. */
const PAGE = 128;

/** A ticket with what follows from its facts. */
export interface TicketHistory {
  readonly ticket: EscalationTicket;
  readonly course: TicketCourse;
  /** When something comes due next by itself. */
  readonly wakeAt: Instant | null;
  /** The course right after the last fact of some full pages, earliest first; so that a late fact need not go back to the start. */
  readonly checkpoints: readonly Checkpoint[];
  /** The names of facts on full pages, maybe also of other futures of the ticket: what is not in it is on the last page or nowhere. */
  readonly names: Set<string>;
}

interface Checkpoint {
  readonly pages: number;
  readonly course: TicketCourse;
}

const START: Checkpoint = { pages: 0, course: NEW_COURSE };

/** Most tickets never fill a page. */
const NO_NAMES: Set<string> = new Set();

/** A set that grows with its ticket; it is shared with what the ticket was before, where it does no harm. */
function withNames(names: Set<string>, page: readonly Fact[]): Set<string> {
  const grown = names === NO_NAMES ? new Set<string>() : names;
  for (const { id } of page) grown.add(id);
  return grown;
}

/** A history after one more fact, and what was noticed. */
export interface Recorded {
  readonly history: TicketHistory;
  readonly noticed: readonly Noticed[];
  /** For a late fact: what had been noticed in its absence since the last checkpoint before it. */
  readonly before: readonly Noticed[] | null;
}

/** What follows from a ticket's facts; reckoned once for each ticket that a context sees. */
export function historyOf(index: ContextIndex, ticket: EscalationTicket): TicketHistory {
  const remembered = rememberedHistory(index, ticket);
  if (remembered !== undefined) return remembered;
  const checked = parseInput(EscalationTicket, "ticket", ticket);
  const { heardUntil, toldUntil } = checked;
  const facts = inOrder(checked.pages.flat());
  const heard = facts.reduce<Instant | null>(
    (until, fact) => later(until, detectedAt(fact)),
    heardUntil,
  );
  const steps = { facts, from: START, keep: [], pages: [], names: NO_NAMES };
  const { history } = walk(index, steps, heard, toldUntil);
  rememberHistory(index, ticket, history);
  return history;
}

/** Whether a fact of that name was taken down before. */
export function knowsFact({ ticket: { pages }, names }: TicketHistory, id: string): boolean {
  if (names.has(id)) return pages.some((page) => isOn(page, id));
  return isOn(pages.at(-1) ?? [], id);
}

function isOn(page: readonly Fact[], id: string): boolean {
  return page.some((fact) => fact.id === id);
}

/** Takes a fact down at its place. */
export function recordFact(index: ContextIndex, history: TicketHistory, fact: Fact): Recorded {
  const { ticket, course } = history;
  const heard = later(ticket.heardUntil, detectedAt(fact));
  const last = ticket.pages.at(-1)?.at(-1);
  const nothingSince = course.reachedAt === null || course.reachedAt < fact.at;
  const onTime = nothingSince && (last === undefined || compareFacts(last, fact) < 0);
  return onTime ? append(index, history, fact, heard) : insert(index, history, fact, heard);
}

function append(
  index: ContextIndex,
  { ticket, course, checkpoints, names }: TicketHistory,
  fact: Fact,
  heard: Instant | null,
): Recorded {
  const { pages, toldUntil } = ticket;
  const last = pages.at(-1) ?? [];
  const begun = last.length < PAGE ? last : [];
  const from = {
    pages: begun === last && last.length > 0 ? pages.length - 1 : pages.length,
    course,
  };
  const steps = { facts: [fact], from, keep: checkpoints, pages, begun, names };
  return walk(index, steps, heard, toldUntil);
}

/** Walks again from the last checkpoint before the fact, without it and with it. */
function insert(
  index: ContextIndex,
  { ticket, checkpoints, names }: TicketHistory,
  fact: Fact,
  heard: Instant | null,
): Recorded {
  const { pages, toldUntil, heardUntil } = ticket;
  const following = pages.findIndex((page) => compareFacts(fact, page.at(-1) as Fact) < 0);
  const place = following < 0 ? pages.length : following;
  const from = checkpoints.findLast((one) => one.pages <= place) ?? START;
  const keep = checkpoints.filter((one) => one.pages <= from.pages);
  const facts = pages.slice(from.pages).flat();
  const steps = { from, keep, pages: pages.slice(0, from.pages), names };
  const { noticed } = walk(index, { ...steps, facts }, heardUntil, toldUntil);
  const after = walk(index, { ...steps, facts: inOrder([...facts, fact]) }, heard, toldUntil);
  return { history: after.history, noticed: after.noticed, before: noticed };
}

/** Lets time pass; nothing changes where nothing comes due. */
export function passTicket(index: ContextIndex, history: TicketHistory, until: Instant): Recorded {
  if (history.wakeAt === null || history.wakeAt > until) {
    return { history, noticed: [], before: null };
  }
  const { checkpoints, names } = history;
  const run = startRun(index, history.course);
  const wakeAt = passTime(run, until);
  const { course, noticed } = run;
  const { schemaVersion, pages, heardUntil } = history.ticket;
  const toldUntil = later(history.ticket.toldUntil, course.reachedAt);
  const ticket = { schemaVersion, pages, heardUntil, toldUntil };
  return { history: { ticket, course, wakeAt, checkpoints, names }, noticed, before: null };
}

interface Steps {
  readonly facts: readonly Fact[];
  readonly from: Checkpoint;
  readonly keep: readonly Checkpoint[];
  readonly pages: readonly (readonly Fact[])[];
  readonly names: Set<string>;
  /** Facts of the page that is not full yet. */
  readonly begun?: readonly Fact[];
}

/** Goes on from a checkpoint over some facts and the time after them. */
function walk(
  index: ContextIndex,
  { facts, from, keep, pages, names, begun = [] }: Steps,
  heardUntil: Instant | null,
  toldUntil: Instant | null,
): Recorded {
  const run = startRun(index, from.course);
  const full = pages.slice(0, from.pages);
  let checkpoints = keep;
  let page = [...begun];
  let known = names;
  for (const fact of facts) {
    passTime(run, fact.at - 1);
    applyFact(run, fact);
    page.push(fact);
    if (page.length < PAGE) continue;
    full.push(page);
    known = withNames(known, page);
    page = [];
    checkpoints = thin([...checkpoints, { pages: full.length, course: copyOf(run.course) }]);
  }
  const wakeAt = passTime(run, later(heardUntil, toldUntil) ?? Number.NEGATIVE_INFINITY);
  if (page.length > 0) full.push(page);
  const { course, noticed } = run;
  const told = later(heardUntil, course.reachedAt);
  const ticket = {
    schemaVersion: SCHEMA_VERSION,
    pages: full,
    heardUntil,
    toldUntil: told,
  } as const;
  return { history: { ticket, course, wakeAt, checkpoints, names: known }, noticed, before: null };
}

/**
 * Keeps one checkpoint for each power of two: the last whose page number it divides. A fact that is late by so many facts
 * finds one at most about twice as far back, and their number grows with the logarithm only.
 */
function thin(checkpoints: readonly Checkpoint[]): readonly Checkpoint[] {
  const newest = checkpoints.at(-1)?.pages ?? 0;
  const kept = new Set<number>();
  for (let step = 1; step <= newest; step *= 2) kept.add(Math.floor(newest / step) * step);
  return checkpoints.filter(({ pages }) => kept.has(pages));
}

/** Each fact once, in their order. */
function inOrder(facts: readonly Fact[]): Fact[] {
  const sorted = [...facts].sort(compareFacts);
  const seen = new Set<string>();
  return sorted.filter(({ id }) => seen.size < seen.add(id).size);
}

function later<At extends Instant | null>(one: At, other: Instant | null): At | Instant {
  if (one === null || other === null) return (one ?? other) as At;
  return one > other ? one : other;
}
