import { type Instant, parseInput } from "@kefu/core";
import { detectedAt, type Fact } from "../facts/command.ts";
import { compareFacts } from "../facts/fact-order.ts";
import { applyFact } from "./apply-fact.ts";
import type { ContextIndex } from "./context.ts";
import { NEW_COURSE, type TicketCourse } from "./course.ts";
import type { Occurrence } from "./occurrence.ts";
import { passTime } from "./pass-time.ts";
import { startRun } from "./run.ts";
import { EscalationTicket, SCHEMA_VERSION } from "./ticket.ts";

/** How many facts a page holds. */
const PAGE = 128;

/** A ticket with what follows from its facts. */
export interface TicketHistory {
  readonly ticket: EscalationTicket;
  readonly course: TicketCourse;
  /** The course right after the last fact of some full pages, earliest first; so that a late fact need not go back to the start. */
  readonly checkpoints: readonly Checkpoint[];
}

interface Checkpoint {
  readonly pages: number;
  readonly course: TicketCourse;
}

const START: Checkpoint = { pages: 0, course: NEW_COURSE };

/** A history after one more fact, and what was noticed. */
export interface Recorded {
  readonly history: TicketHistory;
  readonly noticed: readonly Occurrence[];
  /** For a late fact: what had been noticed in its absence since the last checkpoint before it. */
  readonly before: readonly Occurrence[] | null;
}

/** What follows from a ticket's facts; reckoned once for each ticket that a context sees. */
export function historyOf(index: ContextIndex, ticket: EscalationTicket): TicketHistory {
  const known = index.histories.get(ticket);
  if (known !== undefined) return known;
  const checked = parseInput(EscalationTicket, "ticket", ticket);
  const { heardUntil, toldUntil } = checked;
  const facts = inOrder(checked.pages.flat());
  const heard = facts.reduce<Instant | null>(
    (until, fact) => later(until, detectedAt(fact)),
    heardUntil,
  );
  const { history } = walk(index, { facts, from: START, keep: [], pages: [] }, heard, toldUntil);
  index.histories.set(ticket, history);
  return history;
}

/** Whether a fact of that name was taken down before. */
export function knowsFact({ ticket: { pages } }: TicketHistory, id: string): boolean {
  return pages.some((page) =>
    page.length < PAGE ? page.some((fact) => fact.id === id) : idsOf(page).has(id),
  );
}

const idsOfPage = new WeakMap<readonly Fact[], ReadonlySet<string>>();

/** Full pages never change, so their names are gathered once. */
function idsOf(page: readonly Fact[]): ReadonlySet<string> {
  const ids = idsOfPage.get(page) ?? new Set(page.map(({ id }) => id));
  idsOfPage.set(page, ids);
  return ids;
}

/** Takes a fact down at its place. */
export function recordFact(index: ContextIndex, history: TicketHistory, fact: Fact): Recorded {
  const { ticket, checkpoints, course } = history;
  const { pages, toldUntil } = ticket;
  const heard = later(ticket.heardUntil, detectedAt(fact));
  const last = pages.at(-1)?.at(-1);
  const onTime = course.reachedAt === null || course.reachedAt < fact.at;
  if (onTime && (last === undefined || compareFacts(last, fact) < 0)) {
    const open = (pages.at(-1)?.length ?? PAGE) < PAGE;
    const from = { pages: open ? pages.length - 1 : pages.length, course };
    const begun = open ? (pages.at(-1) ?? []) : [];
    const steps = { facts: [fact], from, keep: checkpoints, pages, begun };
    return { ...walk(index, steps, heard, toldUntil), before: null };
  }
  const place = pages.findIndex((page) => compareFacts(fact, page.at(-1) as Fact) < 0);
  const from = checkpoints.findLast((one) => place < 0 || one.pages <= place) ?? START;
  const keep = checkpoints.filter((one) => one.pages <= from.pages);
  const facts = pages.slice(from.pages).flat();
  const steps = { from, keep, pages: pages.slice(0, from.pages) };
  const before = walk(index, { ...steps, facts }, ticket.heardUntil, toldUntil).noticed;
  const after = walk(index, { ...steps, facts: inOrder([...facts, fact]) }, heard, toldUntil);
  return { ...after, before };
}

/** Lets time pass; nothing changes where nothing comes due. */
export function passTicket(index: ContextIndex, history: TicketHistory, until: Instant): Recorded {
  const run = startRun(index, history.course);
  passTime(run, until);
  if (run.noticed.length === 0) return { history, noticed: [], before: null };
  const ticket = {
    ...history.ticket,
    toldUntil: later(history.ticket.toldUntil, run.course.reachedAt),
  };
  return {
    history: { ...history, ticket, course: run.course },
    noticed: run.noticed,
    before: null,
  };
}

interface Steps {
  readonly facts: readonly Fact[];
  readonly from: Checkpoint;
  readonly keep: readonly Checkpoint[];
  readonly pages: readonly (readonly Fact[])[];
  /** Facts of the page that is not full yet. */
  readonly begun?: readonly Fact[];
}

/** Goes on from a checkpoint over some facts and the time after them. */
function walk(
  index: ContextIndex,
  { facts, from, keep, pages, begun = [] }: Steps,
  heardUntil: Instant | null,
  toldUntil: Instant | null,
): Pick<Recorded, "history" | "noticed"> {
  const run = startRun(index, from.course);
  const full = pages.slice(0, from.pages);
  let checkpoints = keep;
  let page = [...begun];
  for (const fact of facts) {
    passTime(run, fact.at - 1);
    applyFact(run, fact);
    page.push(fact);
    if (page.length < PAGE) continue;
    full.push(page);
    page = [];
    checkpoints = thin([...checkpoints, { pages: full.length, course: run.course }]);
  }
  passTime(run, later(heardUntil, toldUntil) ?? Number.NEGATIVE_INFINITY);
  if (page.length > 0) full.push(page);
  const { course, noticed } = run;
  const told = later(heardUntil, course.reachedAt);
  const ticket = {
    schemaVersion: SCHEMA_VERSION,
    pages: full,
    heardUntil,
    toldUntil: told,
  } as const;
  const history = { ticket, course, checkpoints };
  index.histories.set(ticket, history);
  return { history, noticed };
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
