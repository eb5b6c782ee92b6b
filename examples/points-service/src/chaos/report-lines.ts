import type { RunReport } from "./run.ts";

const count = (number: number) => Math.round(number).toLocaleString("en");

/** What came of a run, in a few lines. */
export function reportLines(report: RunReport): string[] {
  const { options, killed, seconds, comparison, deliveries, outcomes } = report;
  const { accepted = 0, duplicate = 0, ...refused } = Object.fromEntries(outcomes);
  const refusals = Object.entries(refused).sort(([, one], [, next]) => next - one);
  const answers = [...outcomes.values()].reduce((sum, number) => sum + number, 0);
  const { books, differences } = comparison;
  return [
    "",
    `${count(options.commands)} commands to ${count(options.accounts)} accounts, ${options.workers} worker processes, ${killed} kills, ${seconds.toFixed(1)} s`,
    `  deliveries  ${count(deliveries)} planned, ${count(answers)} answered; accepted ${count(accepted)}, repeats ${count(duplicate)}`,
    `  refused     ${refusals.map(([code, number]) => `${code} ${count(number)}`).join(", ") || "none"}`,
    `  retries     ${count(report.retries)} after a conflict, in ${count(report.retried)} deliveries; requests sent again ${count(report.requestsAgain)}`,
    `  throughput  ${count(answers / seconds)} answers/s, ${count(comparison.events / seconds)} events/s`,
    `  came        earned ${count(books.earned)}, adjusted ${count(books.adjusted)}; transfers add up to ${count(books.transferred)}`,
    `  went        active ${count(books.active)}, pending ${count(books.pending)}, spent ${count(books.spent)}, expired ${count(books.expired)}, taken back ${count(books.clawedBack)}, below zero ${count(books.negative)}`,
    `  differences ${differences.length} in ${count(comparison.accounts)} accounts and ${count(comparison.events)} events`,
    ...differences.slice(0, 20).map((what) => `    ${what}`),
    "",
  ];
}
