import type { Instant } from "@kefu/core";
import type { Period } from "../programme/period.ts";
import { periodAround, wallOf } from "../programme/wall-time.ts";

/** Names the period in which a moment lies: `"month/2026-11-01"`. */
export function periodName(period: Period, at: Instant, timeZone: string): string {
  const [start] = periodAround(wallOf(at, timeZone), period);
  return `${period}/${new Date(start).toISOString().slice(0, 10)}`;
}
