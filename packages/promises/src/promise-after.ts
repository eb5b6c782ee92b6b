import { type Instant, parseInput } from "@kefu/core";
import { CustomerPromise, isOpenPromise } from "./customer-promise.ts";
import { PromiseFact } from "./promise-fact.ts";

/** What comes of a fact about a promise: things to store and to do. */
export type PromiseOccurrence =
  | {
      readonly type: "PromiseAtRisk";
      readonly at: Instant;
      /** `"near"`: its moment is close. `"forecast"`: it will be missed. */
      readonly reason: "near" | "forecast";
    }
  | {
      /** The customer is to be told at once, with what helps until then. */
      readonly type: "BadNewsDue";
      readonly at: Instant;
    }
  | { readonly type: "BadNewsTold"; readonly at: Instant; readonly withinMilliseconds: number }
  | { readonly type: "PromiseKept"; readonly at: Instant; readonly late: boolean }
  | { readonly type: "PromiseBroken"; readonly at: Instant }
  | { readonly type: "PromiseRenegotiated"; readonly at: Instant }
  | { readonly type: "PromiseWithdrawn"; readonly at: Instant }
  | {
      /** The fact changed nothing. */
      readonly type: "PromiseFactIgnored";
      readonly at: Instant;
      readonly code: "promise-not-open" | "not-agreed" | "no-bad-news-owed";
    };

/** A promise after a fact. */
export interface PromiseStep {
  /** The promise as it is then. */
  readonly promise: CustomerPromise;
  /** What came of it, in order. */
  readonly occurrences: readonly PromiseOccurrence[];
}

/**
 * What becomes of a promise through a fact. Facts are to be given in the order in which they happened; moments at which the
 * promise comes to be at risk or is broken are noticed on the way, before the fact. Kept at its very moment is in time.
 *
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { CustomerPromise, promiseAfter } from "@kefu/promises";
 *
 * const at = (time: string) => instant(`2026-11-24T${time}:00Z`);
 * const promise = CustomerPromise.parse({ id: "p1", text: "We call you by four.", madeAt: at("09:00"), dueAt: at("16:00") });
 * const late = promiseAfter(promise, { type: "forecast", at: at("11:00"), expectedAt: at("18:00") });
 * late.promise.status; // => "atRisk"
 * late.occurrences.map(({ type }) => type); // => ["PromiseAtRisk", "BadNewsDue"]
 * ```
 */
export function promiseAfter(promise: CustomerPromise, fact: PromiseFact): PromiseStep {
  return stepPromise(
    parseInput(CustomerPromise, "promise", promise),
    parseInput(PromiseFact, "promise fact", fact),
  );
}

/** The same for arguments that are known to be right. */
function stepPromise(promise: CustomerPromise, fact: PromiseFact): PromiseStep {
  const occurrences: PromiseOccurrence[] = [];
  const inTime = fact.type === "timePassed" ? fact.at : fact.at - 1;
  const before = passTime(promise, inTime, occurrences);
  return { promise: applyFact(before, fact, occurrences), occurrences };
}

/**
 * The next moment at which a promise changes by itself: to be at risk, or broken; `null` when there is none.
 *
 * @throws `InvalidInputError` (`invalid-input`) when it is no promise
 */
export function nextPromiseWake(promise: CustomerPromise): Instant | null {
  return wakeOf(parseInput(CustomerPromise, "promise", promise));
}

/** The same for a promise that is known to be right. */
function wakeOf({ status, atRiskAt, dueAt }: CustomerPromise): Instant | null {
  if (!isOpenPromise({ status })) return null;
  return status === "made" && atRiskAt !== null && atRiskAt < dueAt ? atRiskAt : dueAt;
}

function passTime(
  promise: CustomerPromise,
  until: number,
  occurrences: PromiseOccurrence[],
): CustomerPromise {
  let passed = promise;
  for (let at = wakeOf(passed); at !== null && at <= until; at = wakeOf(passed)) {
    if (at < passed.dueAt) {
      passed = { ...passed, status: "atRisk" };
      occurrences.push({ type: "PromiseAtRisk", at, reason: "near" });
    } else {
      occurrences.push({ type: "PromiseBroken", at });
      passed = oweBadNews({ ...passed, status: "broken", endedAt: at }, at, occurrences);
    }
  }
  return passed;
}

/** The customer is told once, not again and again. */
function oweBadNews(
  promise: CustomerPromise,
  at: Instant,
  occurrences: PromiseOccurrence[],
): CustomerPromise {
  if (promise.badNews !== null) return promise;
  occurrences.push({ type: "BadNewsDue", at });
  return { ...promise, badNews: { owedSince: at, told: null } };
}

function applyFact(
  promise: CustomerPromise,
  fact: PromiseFact,
  occurrences: PromiseOccurrence[],
): CustomerPromise {
  const { at } = fact;
  switch (fact.type) {
    case "timePassed":
      return promise;
    case "keep":
      return keep(promise, at, occurrences);
    case "tellBadNews":
      return tellBadNews(promise, fact, occurrences);
    default:
  }
  const code =
    fact.type === "renegotiate" && !fact.agreed
      ? "not-agreed"
      : isOpenPromise(promise)
        ? undefined
        : "promise-not-open";
  if (code !== undefined) {
    occurrences.push({ type: "PromiseFactIgnored", at, code });
    return promise;
  }
  if (fact.type === "forecast") return forecast(promise, fact, occurrences);
  const renegotiated = fact.type === "renegotiate";
  occurrences.push({ type: renegotiated ? "PromiseRenegotiated" : "PromiseWithdrawn", at });
  return { ...promise, status: renegotiated ? "renegotiated" : "withdrawn", endedAt: at };
}

function keep(
  promise: CustomerPromise,
  at: Instant,
  occurrences: PromiseOccurrence[],
): CustomerPromise {
  if (isOpenPromise(promise)) {
    occurrences.push({ type: "PromiseKept", at, late: false });
    return { ...promise, status: "kept", endedAt: at };
  }
  if (promise.status === "broken" && promise.keptLateAt === null) {
    occurrences.push({ type: "PromiseKept", at, late: true });
    return { ...promise, keptLateAt: at };
  }
  occurrences.push({ type: "PromiseFactIgnored", at, code: "promise-not-open" });
  return promise;
}

function forecast(
  promise: CustomerPromise,
  { at, expectedAt }: Extract<PromiseFact, { type: "forecast" }>,
  occurrences: PromiseOccurrence[],
): CustomerPromise {
  if (expectedAt <= promise.dueAt) {
    const near = promise.atRiskAt !== null && promise.atRiskAt <= at;
    return { ...promise, expectedAt, status: near ? promise.status : "made" };
  }
  if (promise.status === "made") {
    occurrences.push({ type: "PromiseAtRisk", at, reason: "forecast" });
  }
  return oweBadNews({ ...promise, expectedAt, status: "atRisk" }, at, occurrences);
}

function tellBadNews(
  promise: CustomerPromise,
  { at, text, stopGap }: Extract<PromiseFact, { type: "tellBadNews" }>,
  occurrences: PromiseOccurrence[],
): CustomerPromise {
  const { badNews } = promise;
  if (badNews === null || badNews.told !== null) {
    occurrences.push({ type: "PromiseFactIgnored", at, code: "no-bad-news-owed" });
    return promise;
  }
  const withinMilliseconds = at - badNews.owedSince;
  occurrences.push({ type: "BadNewsTold", at, withinMilliseconds });
  return { ...promise, badNews: { ...badNews, told: { at, text, stopGap } } };
}
