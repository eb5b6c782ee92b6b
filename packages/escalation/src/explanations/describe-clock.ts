import { CalendarPolicy, type ExcludedInterval } from "@kefu/calendar";
import { explainBecause, Instant, type Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { clockMessages } from "./clock-messages.ts";
import type { ClockExplanation } from "./explain-clock.ts";
import { wallText } from "./wall-text.ts";

/**
 * A paragraph on why a clock is due when it is: what it is, by which rule, from when, what counted and what was left out. English, 简体 and 繁體;
 * times as the desk's wall clock reads them. For people: what it says may be worded anew in any version.
 *
 * @param explanation - as {@link explainClock} gives it
 * @param locale - the language; falls back as `localize` of `@kefu/core` does
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 */
export function describeClock(explanation: ClockExplanation, locale: Locale): string {
  const { clock, policy, rule, calendars, timeZone, measure, until, time } = parseInput(
    Readable,
    "explanation",
    explanation,
  );
  const say = (code: string, facts: Record<string, string>) =>
    explainBecause({ code, facts }, locale, clockMessages);
  const duration = (milliseconds: number) => durationIn(milliseconds, say);
  const wall = (at: typeof until) => wallText(timeZone, at);
  const facts = {
    target: clock.targetId,
    ...{ policy, timeZone, rule: rule ?? "–", calendar: calendars.join(", ") },
    from: wall(clock.startedAt),
    at: wall(clock.endedAt ?? until),
    budget: duration(clock.budgetMilliseconds),
    used: duration(measure === "wall" ? clock.elapsedMilliseconds : clock.workedMilliseconds),
    due: clock.breachedAt === null ? "" : wall(clock.breachedAt),
  };
  const standing = clock.phase === "paused" ? "paused" : clock.verdict;
  const left = LEFT_OUT.flatMap((why) => leftOut(why, time.excluded, wall, duration, say));
  const counts = say(`clock-counts-${measure}`, facts);
  const sentences = [say(`clock-is-${standing}`, facts), counts, ...left];
  return sentences.join(" ").replaceAll("。 ", "。");
}

const LEFT_OUT = ["closed", "holiday", "break", "paused"] as const;
type Say = (code: string, facts: Record<string, string>) => string;

/** Closed hours as a sum; holidays, breaks and pauses one by one, up to five. */
function leftOut(
  why: (typeof LEFT_OUT)[number],
  excluded: readonly ExcludedInterval[],
  wall: (at: ExcludedInterval["from"]) => string,
  duration: (milliseconds: number) => string,
  say: Say,
): string[] {
  const spans = excluded.filter((span) => span.why === why);
  if (spans.length === 0) return [];
  const sum = duration(spans.reduce((total, { from, to }) => total + to - from, 0));
  const dates = spans.slice(0, 5).map(({ from, to }) => `${wall(from)} – ${wall(to)}`);
  const spansText = [...dates, ...(spans.length > 5 ? ["…"] : [])].join("; ");
  return [say(`left-out-${why}`, { sum, spans: spansText })];
}

function durationIn(milliseconds: number, say: Say): string {
  const minutes = Math.round(milliseconds / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [say("hours", { n: `${hours}` })] : []),
    ...(rest > 0 || hours === 0 ? [say("minutes", { n: `${rest}` })] : []),
  ];
  return parts.join("").trim();
}

const milliseconds = z.int().nonnegative();

/** What the paragraph is made of. */
const Readable = z.object({
  clock: z.object({
    targetId: z.string(),
    phase: z.enum(["running", "paused", "ended"]),
    verdict: z.enum(["running", "met", "breached", "cancelled", "never-due"]),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    breachedAt: Instant.nullable(),
    budgetMilliseconds: milliseconds,
    workedMilliseconds: milliseconds,
    elapsedMilliseconds: milliseconds,
  }),
  policy: z.string(),
  rule: z.string().nullable(),
  calendars: z.array(z.string()),
  timeZone: CalendarPolicy.shape.timeZone,
  measure: z.enum(["working", "wall"]),
  until: Instant,
  time: z.object({
    excluded: z.array(
      z.object({
        from: Instant,
        to: Instant,
        why: z.enum(["closed", "holiday", "break", "paused"]),
      }),
    ),
  }),
});
