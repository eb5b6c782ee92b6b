import { parseInput } from "@kefu/core";
import { z } from "zod";
import { asCalendar, type Calendar } from "./calendar.ts";
import { CalendarPolicy, type CalendarPolicyInput } from "./calendar-policy.ts";
import { appendSpan, type Spans } from "./spans.ts";
import { startOfYear } from "./supported-years.ts";
import { type DayPlan, type Layer, planDays, wallWindows } from "./wall-windows.ts";
import type { Zone } from "./zone.ts";
import { ZoneRules, zoneFromRules, zoneNamed } from "./zone-rules.ts";

const Options = z.strictObject({ zoneRules: ZoneRules.optional() });

/** What else a calendar may be compiled with. */
export interface CompileCalendarOptions {
  /** A snapshot of the zone's offsets to reckon with; without it the runtime's own time-zone data counts. */
  readonly zoneRules?: ZoneRules | undefined;
}

/**
 * A calendar that answers questions about a policy. Costs next to nothing until it is asked.
 *
 * It follows the *wall clock rule*: it is open at a moment exactly when the zone's wall clock then reads an
 * open time. Wall times that a clock change skips are never open; those that it repeats are open twice.
 *
 * @param policy - when it is open; checked here, not changed
 * @throws `InvalidInputError` naming every path that is wrong
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { addWorkingTime, compileCalendar } from "@kefu/calendar";
 *
 * const desk = compileCalendar({
 *   timeZone: "Europe/Berlin",
 *   weekly: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]] },
 * });
 * const due = addWorkingTime(desk, instant("2026-11-23T15:30:00+01:00"), { hours: 2 });
 * due && isoOf(due); // => "2026-11-24T08:30:00.000Z"
 * ```
 */
export function compileCalendar(
  policy: CalendarPolicyInput,
  options?: CompileCalendarOptions,
): Calendar {
  const parsed = parseInput(CalendarPolicy, "calendar policy", policy);
  const plan = planDays(parsed);
  const { zoneRules: rules } = parseInput(Options, "options", options ?? {});
  const zone =
    rules === undefined ? zoneNamed(parsed.timeZone) : zoneFromRules(rules, parsed.timeZone);
  const { from, to } = zone;
  return asCalendar({
    from,
    to,
    zone,
    spansIn: (year, layer) => openSpans(plan, zone, year, layer),
  });
}

/**
 * Shifts the wall clock's windows back onto the time line, one piece of constant offset after the other. A
 * clock change needs no case of its own: what it skips lies in no piece, what it repeats lies in two.
 *
 * ```text
 * wall   ──01:00──02:00┊03:00──04:00──      ──01:00──02:00──┊
 *                      ┊                            ┊─01:00──02:00──03:00──
 * time   ──────────────┴──────────────      ────────────────┴──────────────
 * ```
 */
function openSpans(plan: DayPlan, zone: Zone, year: number, layer: Layer): Spans {
  const from = Math.max(startOfYear(year), zone.from);
  const to = Math.min(startOfYear(year + 1), zone.to);
  const spans: number[] = [];
  if (from >= to) return spans;
  const offsets = zone.offsetsIn(year);
  for (let i = 0; i < offsets.length; i += 2) {
    const offset = offsets[i + 1] as number;
    const start = Math.max(from, offsets[i] as number);
    const end = Math.min(to, offsets[i + 2] ?? to);
    const windows = wallWindows(plan, layer, start + offset, end + offset);
    for (let k = 0; k < windows.length; k += 2) {
      const opening = Math.max(start, (windows[k] as number) - offset);
      appendSpan(spans, opening, Math.min(end, (windows[k + 1] as number) - offset));
    }
  }
  return spans;
}
