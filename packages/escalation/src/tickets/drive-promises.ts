import { dueAt } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import { millisecondsIn } from "@kefu/core";
import {
  assessPromise,
  CustomerPromise,
  nextPromiseWake,
  type PromiseFact,
  promiseAfter,
} from "@kefu/promises";
import type { ClockState, PromiseEntry } from "./course.ts";
import type { EventType } from "./occurrence.ts";
import { type Cause, change, type Run, tell } from "./run.ts";

/** What is promised. */
export interface PromiseTerms {
  readonly promiseId: string;
  readonly text: string;
  readonly dueAt?: Instant | undefined;
  readonly clock?: string | undefined;
  readonly workMilliseconds?: number | undefined;
}

/** Takes a promise down and says whether it can be kept. A promise of that name stays as it is. */
export function makePromise(run: Run, terms: PromiseTerms, cause: Cause): void {
  const { promiseId, text } = terms;
  const due = terms.dueAt ?? undatedDue(run, cause.at);
  if (due === null) {
    ignore(run, "promise-without-date", cause);
    return;
  }
  const obstacle = obstacleTo(run, promiseId, due, cause.at);
  if (obstacle !== null) {
    ignore(run, obstacle, cause);
    return;
  }
  const near = run.policy?.policy.promises.atRiskBefore;
  const atRiskAt = near === undefined ? null : Math.max(cause.at, due - millisecondsIn(near));
  const given = { id: promiseId, text, madeAt: cause.at, dueAt: due, atRiskAt };
  const promise = CustomerPromise.parse(given);
  const feasibility = feasibilityOf(run, promise, terms.workMilliseconds ?? 0);
  const facts = { promise: promiseId };
  tell(run, "PromiseMade", "promise-made", promiseId, cause, facts, { promise, feasibility });
  keepEntry(run, promise, terms.clock ?? null);
  watchDues(run, cause);
}

/** Why something cannot be promised; `null` when nothing stands against it. */
export function obstacleTo(
  { course }: Run,
  promiseId: string,
  due: Instant,
  at: Instant,
): string | null {
  if (Object.hasOwn(course.promises, promiseId)) return "promise-known";
  return due < at ? "promise-already-late" : null;
}

/** A promise without a date has the budget of the policy's promise target. */
function undatedDue({ course, policy, index }: Run, at: Instant): Instant | null {
  const targets = course.targets.map((id) => policy?.targets.get(id)?.target);
  const target = targets.find((one) => one?.metric === "promise");
  if (target === undefined) return null;
  return dueAt(
    index.calendar(target.calendar, course.calendars[target.calendar]),
    at,
    target.budget,
  );
}

function feasibilityOf({ policy, index, course }: Run, promise: CustomerPromise, work: number) {
  const { calendar, tightBelow } = policy?.policy.promises ?? {};
  if (calendar === undefined) return null;
  const { madeAt, dueAt: due } = promise;
  const terms = { madeAt, dueAt: due, workMilliseconds: work, ...(tightBelow && { tightBelow }) };
  return assessPromise(index.calendar(calendar, course.calendars[calendar]), terms);
}

/** Lets a promise know of a fact. */
export function tellPromise(run: Run, promiseId: string, fact: PromiseFact, by: string): boolean {
  const { promises } = run.course;
  const entry = Object.hasOwn(promises, promiseId) ? promises[promiseId] : undefined;
  if (entry === undefined) {
    ignore(run, "promise-unknown", { at: fact.at, by });
    return false;
  }
  const { promise, occurrences } = promiseAfter(entry.promise, fact);
  let changed = true;
  for (const { type, at, ...data } of occurrences) {
    if (type === "PromiseFactIgnored") {
      changed = false;
      ignore(run, (data as { code: string }).code, { at, by });
      continue;
    }
    const subject = type === "PromiseAtRisk" ? `${promiseId}+${by}` : promiseId;
    const told = { promiseId, ...data } as never;
    tell(run, type as EventType, CODES[type], subject, { at, by }, { promise: promiseId }, told);
  }
  keepEntry(run, promise, entry.clock);
  return changed;
}

const CODES = {
  PromiseAtRisk: "promise-at-risk",
  BadNewsDue: "bad-news-due",
  BadNewsTold: "bad-news-told",
  PromiseKept: "promise-kept",
  PromiseBroken: "promise-broken",
  PromiseRenegotiated: "promise-renegotiated",
  PromiseWithdrawn: "promise-withdrawn",
} as const;

/** A deadline that moved past the promise that repeats it is a forecast: the promise stays, the customer is to be told. */
export function watchDues(run: Run, { at, by }: Cause): void {
  for (const [promiseId, entry] of Object.entries(run.course.promises)) {
    const expectedAt = forecastOf(run, entry);
    if (expectedAt !== null) tellPromise(run, promiseId, { type: "forecast", at, expectedAt }, by);
  }
}

/** What the clock says now about a promise that is open, if it is news. */
function forecastOf({ course }: Run, { promise, clock, wakeAt }: PromiseEntry): Instant | null {
  if (clock === null || wakeAt === null || !Object.hasOwn(course.clocks, clock)) return null;
  const { phase, dueAt: due } = course.clocks[clock] as ClockState;
  if (phase !== "running" || due === promise.expectedAt) return null;
  return due !== null && (due > promise.dueAt || promise.expectedAt !== null) ? due : null;
}

function keepEntry(run: Run, promise: CustomerPromise, clock: string | null): void {
  const entry: PromiseEntry = { promise, wakeAt: nextPromiseWake(promise), clock };
  change(run, { promises: { ...run.course.promises, [promise.id]: entry } });
}

/** Says that a fact changed nothing, and why. */
export function ignore(run: Run, code: string, cause: Cause): void {
  tell(run, "FactIgnored", code, cause.by, cause, {}, { factId: cause.by });
}
