import { type Calendar, isCalendar, versionedCalendar } from "@kefu/calendar";
import { Instant, InvalidInputError, type KefuIssue, parseInput } from "@kefu/core";
import { z } from "zod";
import { EscalationPolicy, type EscalationPolicyInput } from "../policy/escalation-policy.ts";
import { namesTwice } from "../policy/names-twice.ts";
import { type CompiledPolicy, compilePolicy } from "./compile-policy.ts";
import type { CalendarPin } from "./course.ts";
import type { TicketHistory } from "./ticket-history.ts";

const compiled = Symbol("compiled escalation");

/** One edition of a calendar. */
export interface CalendarEdition {
  /** Its number; each number once. */
  readonly version: number;
  /** From when on new tickets take it; `null` or left out: since ever. */
  readonly from?: Instant | null | undefined;
  /** The calendar. */
  readonly calendar: Calendar;
}

/** What escalation goes by: every version of policies and calendars that a ticket may have been opened under. */
export interface EscalationParts {
  /** Policies, several versions of each where there are. */
  readonly policies: readonly EscalationPolicyInput[];
  /** Calendars by the name that policies call them. */
  readonly calendars: Readonly<Record<string, readonly CalendarEdition[]>>;
}

/**
 * Policies and calendars made ready for questions: an index, not data. Make one with {@link compileEscalation}; store the
 * parts, not this.
 */
export interface EscalationContext {
  /** How many versions of policies there are. */
  readonly policyVersions: number;
}

/** What a context holds. */
export interface ContextIndex {
  /** A version of a policy. */
  readonly policy: (id: string, version: number) => CompiledPolicy | undefined;
  /** The version that a ticket opened then falls under. */
  readonly policyAt: (id: string, at: Instant) => CompiledPolicy | undefined;
  /** Whether there is such a calendar. */
  readonly hasCalendar: (id: string, version: number) => boolean;
  /** The calendar versions that a ticket opened then goes by. */
  readonly pinsAt: (ids: readonly string[], at: Instant) => Record<string, readonly CalendarPin[]>;
  /** A calendar with its changes. */
  readonly calendar: (id: string, pins: readonly CalendarPin[] | undefined) => Calendar;
  /** What `decide` reckoned last, as `evolve` usually asks for the same next. */
  latest: Prepared | null;
}

/** What comes of an event. */
interface Prepared {
  readonly event: object;
  readonly from: TicketHistory;
  readonly next: TicketHistory;
}

const Editions = z.record(
  z.string().min(1).max(200),
  z
    .array(
      z.strictObject({
        version: z.int().nonnegative(),
        from: Instant.nullable().optional(),
        calendar: z.custom<Calendar>(isCalendar, "must be a calendar made by compileCalendar"),
      }),
    )
    .min(1)
    .refine(
      (editions) => !namesTwice(editions.map(({ version }) => version)),
      "names a version twice",
    ),
);
const Parts = z.strictObject({ policies: z.array(EscalationPolicy), calendars: Editions });

/**
 * Makes policies and calendars ready.
 *
 * @throws `InvalidInputError` (`invalid-input`) naming every path that is wrong: also a target whose calendar is
 *   missing, a ladder that leads in a circle, a budget of zero, a version that is there twice
 *
 * @example
 * ```ts
 * import { compileCalendar } from "@kefu/calendar";
 * import { compileEscalation } from "@kefu/escalation";
 *
 * const desk = compileCalendar({ timeZone: "Europe/Berlin", weekly: { daily: [["08:00", "18:00"]] } });
 * const context = compileEscalation({
 *   policies: [
 *     {
 *       id: "retail",
 *       version: 1,
 *       targets: [{ id: "answer", metric: "firstResponse", budget: { working: { hours: 4 } }, calendar: "desk" }],
 *       rules: [{ id: "everybody", targets: ["answer"] }],
 *     },
 *   ],
 *   calendars: { desk: [{ version: 1, calendar: desk }] },
 * });
 * context.policyVersions; // => 1
 * ```
 */
export function compileEscalation(parts: EscalationParts): EscalationContext {
  const { policies, calendars } = parseInput(Parts, "escalation", parts);
  const issues = policies.flatMap((policy, i) => issuesOf(policy, i, calendars));
  if (namesTwice(policies.map(({ id, version }) => keyOf(id, version)))) {
    issues.push({ path: ["policies"], message: "names a version twice" });
  }
  if (issues.length > 0) throw new InvalidInputError("escalation", issues);
  const context = {
    policyVersions: policies.length,
    [compiled]: createIndex(
      newestFirst(policies).map(compilePolicy),
      new Map(Object.entries(calendars)),
    ),
  };
  return context;
}

/**
 * Opens a context up.
 *
 * @throws `InvalidInputError` when it is none
 */
export function indexOf(context: EscalationContext): ContextIndex {
  const index = (context as { [compiled]?: ContextIndex } | null | undefined)?.[compiled];
  if (index !== undefined) return index;
  const message = "must be made by compileEscalation";
  throw new InvalidInputError("context", [{ path: [], message }]);
}

function createIndex(
  policies: readonly CompiledPolicy[],
  editions: ReadonlyMap<string, readonly CalendarEdition[]>,
): ContextIndex {
  const versions = new Map<string, CompiledPolicy[]>();
  for (const one of policies) {
    versions.set(one.policy.id, [...(versions.get(one.policy.id) ?? []), one]);
  }
  const pinsOf = rememberPins(editions);
  return {
    policy: (id, version) => versions.get(id)?.find(({ policy }) => policy.version === version),
    policyAt: (id, at) => versions.get(id)?.find(({ policy }) => startOf(policy) <= at),
    hasCalendar: (id, version) => editionOf(editions, id, version) !== undefined,
    pinsAt: (ids, at) => Object.fromEntries(ids.map((id) => [id, pinsOf(id, at)])),
    calendar: rememberCalendars(editions),
    latest: null,
  };
}

/** The newest edition in force; the oldest where none is yet. Tickets share the list. */
function rememberPins(
  editions: ReadonlyMap<string, readonly CalendarEdition[]>,
): (id: string, at: Instant) => readonly CalendarPin[] {
  const byId = new Map(
    [...editions].map(([id, all]) => [
      id,
      newestFirst(all).map(({ version, from }) => ({
        start: startOf({ from }),
        pins: [{ version, from: null }],
      })),
    ]),
  );
  return (id, at) => {
    const all = byId.get(id) ?? [];
    return (all.find(({ start }) => start <= at) ?? all.at(-1))?.pins ?? [];
  };
}

/** Tickets that went through the same changes share one calendar. */
function rememberCalendars(
  editions: ReadonlyMap<string, readonly CalendarEdition[]>,
): ContextIndex["calendar"] {
  const known = new Map<string, Calendar>();
  return (id, pins = []) => {
    const [first, second] = pins;
    if (second === undefined) return calendarOf(editions, id, first?.version);
    const key = `${id}@${pins.map(({ version, from }) => `${version}:${from}`).join()}`;
    const joined =
      known.get(key) ??
      versionedCalendar(
        pins.map(({ version, from }) => ({ from, calendar: calendarOf(editions, id, version) })),
      );
    known.set(key, joined);
    return joined;
  };
}

function calendarOf(
  editions: ReadonlyMap<string, readonly CalendarEdition[]>,
  id: string,
  version: number | undefined,
): Calendar {
  const edition =
    version === undefined ? editions.get(id)?.at(-1) : editionOf(editions, id, version);
  if (edition !== undefined) return edition.calendar;
  const message = `has no version ${version} of the calendar ${id}`;
  throw new InvalidInputError("context", [{ path: ["calendars", id], message }]);
}

function editionOf(
  editions: ReadonlyMap<string, readonly CalendarEdition[]>,
  id: string,
  version: number,
): CalendarEdition | undefined {
  return editions.get(id)?.find((edition) => edition.version === version);
}

function issuesOf(policy: EscalationPolicy, i: number, calendars: object): KefuIssue[] {
  const { targets, ladder, promises } = policy;
  const needed: [string | undefined, (string | number)[]][] = [
    ...targets.map(({ calendar }, k): [string, (string | number)[]] => [calendar, ["targets", k]]),
    ...(ladder?.rungs ?? []).map(({ limit }, k): [string | undefined, (string | number)[]] => [
      limit?.calendar,
      ["ladder", "rungs", k, "limit"],
    ]),
    [promises.calendar, ["promises"]],
  ];
  return needed
    .filter(([id]) => id !== undefined && !Object.hasOwn(calendars, id))
    .map(([id, path]) => ({
      path: ["policies", i, ...path, "calendar"],
      message: `there is no calendar ${id}`,
    }));
}

const keyOf = (id: string, version: number): string => `${id}@${version}`;

const startOf = ({ from }: { from?: Instant | null | undefined }): number =>
  from ?? Number.NEGATIVE_INFINITY;

/** Whoever looks for the version in force takes the first that has begun. */
function newestFirst<Edition extends { version: number; from?: Instant | null | undefined }>(
  editions: readonly Edition[],
): Edition[] {
  return [...editions].sort((a, b) => startOf(b) - startOf(a) || b.version - a.version);
}
