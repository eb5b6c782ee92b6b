import { expect, it } from "vitest";
import { latenessPage } from "../src/report/lateness-page.ts";
import { reportLines } from "../src/report/report-lines.ts";

const report = {
  options: { tickets: 2000, workers: 4, seconds: 30, killEverySeconds: 4, seed: "seed" },
  where: "a server",
  workers: "4 worker processes",
  totals: {
    ...{ deliveries: 15_000, wakes: 5_000, events: 60_000, conflicts: 3, seconds: 40 },
    ...{ p50: 260, p95: 700, p99: 9_500, busiest: { deliveries: 900, events: 4_000 } },
  },
  series: [
    { second: 0, p50: 200, p95: 500, p99: 900 },
    { second: 1, p50: 300, p95: 900, p99: 12_000 },
  ],
  kills: [0.4, 1.7],
  comparison: {
    ...{ tickets: 2000, events: 60_000, corrections: 4_000 },
    differences: [{ ticketId: "ticket-7", what: "a wake was lost" }],
  },
};

it("tells what came of a run", () => {
  expect(reportLines(report)).toEqual([
    "",
    "2,000 tickets, 4 worker processes, 2 kills, 40.0 s",
    "  deliveries  15,000, of them 5,000 wakes; decided again after a conflict 3",
    "  events      60,000, of them 4,000 corrections by late facts",
    "  throughput  1,500 events/s, 125 wakes/s, 50 tickets/s; busiest second 4,000 events, 900 deliveries",
    "  lateness    p50 260 ms, p95 700 ms, p99 9.5 s",
    "  differences 1 in 2,000 tickets",
    "    ticket-7: a wake was lost",
    "",
  ]);
});

it("draws three lines and a mark for each kill, with a text and a table that say the same", () => {
  const page = latenessPage(report);
  expect(page.match(/<polyline/g)).toHaveLength(3);
  expect(page.match(/class="kill"/g)).toHaveLength(2);
  expect(page).toContain('role="img" aria-labelledby="title summary"');
  expect(page).toContain('<desc id="summary">Half of the deliveries were handled within 260 ms');
  expect(page).toContain(
    '<tr><th scope="row">1</th><td>300 ms</td><td>900 ms</td><td>12.0 s</td><td>1</td></tr>',
  );
  expect(page).not.toContain("NaN");
});
