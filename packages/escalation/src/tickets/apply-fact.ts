import type { Fact } from "../facts/command.ts";
import { followState, sound } from "./drive-clocks.ts";
import {
  answerRemedy,
  awaitSilence,
  closeComplaint,
  complain,
  holdsTicketOpen,
  offerRemedy,
} from "./drive-complaint.ts";
import { enterLadder, inviteWhenMet, raise, takeOutcome } from "./drive-levels.ts";
import { ignore, makePromise, obstacleTo, tellPromise, watchDues } from "./drive-promises.ts";
import { choose, entitle, moveDues } from "./entitlement.ts";
import { type Cause, change, isResolvedState, type Run } from "./run.ts";

type FactOf<Type extends Fact["type"]> = Extract<Fact, { type: Type }>;
type Effects = {
  readonly [Type in Fact["type"]]: (run: Run, fact: FactOf<Type>, cause: Cause) => void;
};

/** Lets a fact have its effect. Facts come in their order; time up to the fact has been passed before. */
export function applyFact(run: Run, fact: Fact): void {
  const cause = { at: fact.at, by: fact.id };
  if (run.course.openedAt === null && fact.type !== "open") {
    ignore(run, "not-open", cause);
    return;
  }
  (effects[fact.type] as (run: Run, fact: Fact, cause: Cause) => void)(run, fact, cause);
  watchDues(run, cause);
}

const effects: Effects = {
  open(run, fact, cause) {
    if (run.course.openedAt !== null) {
      ignore(run, "already-open", cause);
      return;
    }
    const { at, attributes, state } = fact;
    run.policy = run.index.policyAt(fact.policy, at) ?? null;
    const policy = run.policy && { id: run.policy.policy.id, version: run.policy.policy.version };
    change(run, {
      openedAt: at,
      openedBy: fact.id,
      state,
      attributes,
      policy,
      locale: fact.locale ?? null,
      calendars: run.index.pinsAt(run.policy?.calendars ?? [], at),
      resolvedAt: isResolvedState(state) ? at : null,
      waitingSince: fact.by === "customer" ? at : null,
    });
    enterLadder(run, fact.level, at);
    choose(run, at);
    sound(run, "opened", cause);
    if (fact.by === "customer") sound(run, "customerMessage", cause);
  },
  customerMessage(run, { expectsReply, reopens }, cause) {
    awaitSilence(run, cause.at);
    if (!expectsReply) return;
    const { course } = run;
    if (isResolvedState(course.state) ? reopens : itsCustomersTurn(run)) {
      enterState(run, "open", cause);
    }
    if (course.waitingSince === null) change(run, { waitingSince: cause.at });
    sound(run, "customerMessage", cause);
  },
  agentMessage(run, _, cause) {
    change(run, { waitingSince: null });
    sound(run, "agentMessage", cause);
  },
  setState: (run, { state }, cause) => enterState(run, state, cause),
  resolve: (run, _, cause) => enterState(run, "solved", cause),
  reopen: (run, _, cause) => {
    if (isResolvedState(run.course.state)) enterState(run, "open", cause);
    else ignore(run, "not-resolved", cause);
  },
  classify(run, { attributes }, cause) {
    change(run, { attributes: { ...run.course.attributes, ...attributes } });
    entitle(run, cause, run.policy);
    sound(run, "classified", cause);
  },
  assign(run, { assignee, team }, cause) {
    change(run, {
      ...(assignee !== undefined && { assignee }),
      ...(team !== undefined && { team }),
    });
    sound(run, "assigned", cause);
  },
  accept: (run, _, cause) => sound(run, "accepted", cause),
  diagnose: (run, _, cause) => sound(run, "diagnosed", cause),
  repair: (run, _, cause) => sound(run, "repaired", cause),
  makePromise,
  renegotiate(run, { replaces, promiseId, text, dueAt, agreed, at, id }, cause) {
    const obstacle = obstacleTo(run, promiseId, dueAt, at);
    if (obstacle !== null) ignore(run, obstacle, cause);
    else if (tellPromise(run, replaces, { type: "renegotiate", at, agreed }, id)) {
      makePromise(run, { promiseId, text, dueAt }, cause);
    }
  },
  keepPromise(run, { promiseId, at, id }) {
    tellPromise(run, promiseId, { type: "keep", at }, id);
  },
  withdrawPromise(run, { promiseId, at, id }) {
    tellPromise(run, promiseId, { type: "withdraw", at }, id);
  },
  forecast(run, { promiseId, expectedAt, at, id }) {
    tellPromise(run, promiseId, { type: "forecast", at, expectedAt }, id);
  },
  tellBadNews(run, { promiseId, text, stopGap, at, id }) {
    tellPromise(run, promiseId, { type: "tellBadNews", at, text, stopGap }, id);
  },
  applyPolicy(run, { policy, version }, cause) {
    const next = run.index.policy(policy, version);
    if (next === undefined) {
      ignore(run, "unknown-policy", cause);
      return;
    }
    const before = run.policy;
    run.policy = next;
    const missing = next.calendars.filter((id) => !Object.hasOwn(run.course.calendars, id));
    const pins = run.index.pinsAt(missing, cause.at);
    change(run, {
      policy: { id: policy, version },
      calendars: { ...run.course.calendars, ...pins },
    });
    entitle(run, cause, before);
  },
  calendarChanged(run, { calendar, version, at }, cause) {
    const pins = run.course.calendars[calendar];
    if (pins === undefined || !run.index.hasCalendar(calendar, version)) {
      ignore(run, "unknown-calendar", cause);
      return;
    }
    const earlier = pins.filter(({ from }) => from === null || from < at);
    const calendars = { ...run.course.calendars, [calendar]: [...earlier, { version, from: at }] };
    change(run, { calendars });
    moveDues(run, calendar, cause);
  },
  levelOutcome: takeOutcome,
  wishForPerson(run, _, cause) {
    raise(run, run.policy?.policy.ladder?.personLevel ?? "contact", "person", cause);
  },
  raiseLevel: (run, { level }, cause) => raise(run, level, "asked", cause),
  complain,
  offerRemedy,
  answerRemedy,
  confirmSettlement: (run, _, cause) => closeComplaint(run, "confirmed", cause),
};

function enterState(run: Run, state: string, cause: Cause): void {
  const before = run.course.state;
  if (state === before) return;
  if (state === "closed" && holdsTicketOpen(run)) {
    ignore(run, "complaint-unsettled", cause);
    return;
  }
  const [was, is] = [isResolvedState(before), isResolvedState(state)];
  change(run, { state, ...(is && !was && { resolvedAt: cause.at, waitingSince: null }) });
  sound(run, "stateSet", cause);
  if (is && !was) {
    sound(run, "resolved", cause);
    inviteWhenMet(run, cause);
  }
  if (was && !is) {
    sound(run, "reopened", cause);
    change(run, { resolvedAt: null });
  }
  followState(run, cause);
}

function itsCustomersTurn({ course, policy }: Run): boolean {
  return policy?.policy.customersTurn.includes(course.state) ?? false;
}
