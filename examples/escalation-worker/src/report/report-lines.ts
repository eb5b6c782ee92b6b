import type { RunReport } from "../run.ts";

const count = (number: number) => Math.round(number).toLocaleString("en");

/** A moment of lateness, as people read it. */
export const duration = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

/** What came of a run, in a few lines. */
export function reportLines({ options, workers, totals, kills, comparison }: RunReport): string[] {
  const { seconds, busiest } = totals;
  const rate = (number: number) => count(number / seconds);
  const { differences } = comparison;
  return [
    "",
    `${count(options.tickets)} tickets, ${workers}, ${kills.length} kills, ${seconds.toFixed(1)} s`,
    `  deliveries  ${count(totals.deliveries)}, of them ${count(totals.wakes)} wakes; decided again after a conflict ${count(totals.conflicts)}`,
    `  events      ${count(comparison.events)}, of them ${count(comparison.corrections)} corrections by late facts`,
    `  throughput  ${rate(comparison.events)} events/s, ${rate(totals.wakes)} wakes/s, ${rate(options.tickets)} tickets/s; busiest second ${count(busiest.events)} events, ${count(busiest.deliveries)} deliveries`,
    `  lateness    p50 ${duration(totals.p50)}, p95 ${duration(totals.p95)}, p99 ${duration(totals.p99)}`,
    `  differences ${differences.length} in ${count(comparison.tickets)} tickets`,
    ...differences.slice(0, 20).map(({ ticketId, what }) => `    ${ticketId}: ${what}`),
    "",
  ];
}
