import { type CalendarPolicyInput, localDateOf, localToInstant } from "@kefu/calendar";
import { type Instant, millisecondsIn } from "@kefu/core";
import type { EscalationPolicyInput } from "@kefu/escalation";
import { FORMAT_LOCALES, type Locale } from "../locales.ts";
import { DESK_ZONE } from "./desk-hours.ts";
import { durationWords } from "./duration-words.ts";
import { workingHoursOf } from "./promise.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** 5 January 2026 was a Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

/** A target as the policy page tells it. */
export interface ShownTarget {
  readonly id: string;
  readonly workingHours: number;
  /** From which signal it counts. */
  readonly starts: string;
  /** Which signal ends it. */
  readonly ends: string;
  /** In which states it stands still. */
  readonly pauseStates: readonly string[];
}

/** What the metrics of this policy start and end with, where a target does not say otherwise. */
const METRICS: Readonly<Record<string, readonly [start: string, end: string]>> = {
  firstResponse: ["opened", "agentMessage"],
  nextReply: ["customerMessage", "agentMessage"],
  resolution: ["opened", "resolved"],
};

/** Some targets of a policy, in the order asked for. */
export function shownTargets(policy: EscalationPolicyInput, ids: readonly string[]): ShownTarget[] {
  const known = new Map((policy.targets ?? []).map((target) => [target.id, target]));
  return ids.flatMap((id) => {
    const target = known.get(id);
    if (target === undefined) return [];
    const [start = "", end = ""] = METRICS[target.metric] ?? [];
    return {
      id,
      workingHours: workingHoursOf(target.budget),
      starts: target.start?.signals[0] ?? start,
      ends: target.fulfil?.signals[0] ?? end,
      pauseStates: target.pause?.states ?? [],
    };
  });
}

/** A length of time of the policy in words. */
export function durationOf(duration: Parameters<typeof millisecondsIn>[0], locale: Locale): string {
  return durationWords(millisecondsIn(duration), locale);
}

/** The open hours of each day of the week. */
export function weekRows({ weekly }: CalendarPolicyInput, locale: Locale) {
  const format = new Intl.DateTimeFormat(FORMAT_LOCALES[locale], {
    weekday: "long",
    timeZone: "UTC",
  });
  return DAYS.map((day, index) => ({
    day: format.format(MONDAY + index * DAY),
    open: (weekly?.[day] ?? weekly?.daily ?? []).map(([from, to]) => `${from}–${to}`),
  }));
}

/** The holidays of a calendar in the year to come, in words. */
export function holidayWords(
  { holidays = [] }: CalendarPolicyInput,
  now: Instant,
  locale: Locale,
): string[] {
  const today = localDateOf(DESK_ZONE, now);
  const year = Number(today.slice(0, 4));
  const format = new Intl.DateTimeFormat(FORMAT_LOCALES[locale], {
    dateStyle: "full",
    timeZone: DESK_ZONE,
  });
  return holidays
    .flatMap((day) => [year, year + 1].map((one) => day.replace("*", `${one}`)))
    .filter((day) => day >= today && day < `${year + 1}${today.slice(4)}`)
    .filter((day, index, all) => all.indexOf(day) === index)
    .sort()
    .map((day) => format.format(localToInstant(DESK_ZONE, day, "12:00")));
}
