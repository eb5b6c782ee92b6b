// How fast working time is reckoned, beside the libraries that can do it, in one process.
// TZ=America/New_York is set here, because some of these read the zone of the process.
process.env["TZ"] = "America/New_York";

const { instant } = await import("@kefu/core");
const { printTable, short, timeAll } = await import("../../../scripts/bench.ts");
const { addWorkingTime, compileCalendar, workingTimeBetween } = await import("../src/index.ts");
const { peersFor } = await import("./peers.ts");

const HOLIDAYS = [
  "01-01",
  "01-19",
  "02-16",
  "05-25",
  "06-19",
  "07-03",
  "09-07",
  "10-12",
  "11-11",
  "12-25",
].map((date) => `2026-${date}`);
const SPANS = [
  ["1 day", 1],
  ["30 days", 30],
  ["1 year", 365],
  ["10 years", 3650],
] as const;
const OURS = "@kefu/calendar";

const policy = {
  timeZone: "America/New_York",
  weekly: { daily: [["09:00", "17:00"]], sat: [], sun: [] },
  holidays: HOLIDAYS,
} as const;

const elevenYears = [instant("2025-01-01T00:00:00Z"), instant("2036-01-01T00:00:00Z")] as const;

/** CPU milliseconds to compile the policy for a zone and to lay out eleven years of it. */
function compileTime(timeZone: string): number {
  const before = process.cpuUsage();
  workingTimeBetween(compileCalendar({ ...policy, timeZone }), ...elevenYears);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A first look at all of them, ours aside, in so many rounds that what is compiled meanwhile does not count. */
function fastestOf(running: Readonly<Record<string, () => unknown>>): string {
  const { [OURS]: _, ...peers } = timeAll(running, { rounds: 8, roundMs: 15 });
  return Object.entries(peers).sort(([, a], [, b]) => a - b)[0]?.[0] ?? "";
}

const first = compileTime("Europe/Paris");
const cold = ["America/Toronto", "Europe/Berlin", "America/Chicago", "Europe/Rome", "Asia/Tehran"];
const coldTimes = cold.map(compileTime);
const warmTimes = Array.from({ length: 30 }, () => compileTime("Europe/Berlin"));

const desk = compileCalendar(policy);
const peers = peersFor(HOLIDAYS);
const start = instant("2026-01-05T15:30:00Z");
const rows: Record<string, string | number>[] = [];
const ours: Record<string, number[]> = { add: [], between: [] };

for (const [name, days] of SPANS) {
  const end = instant(start + days * 86_400_000);
  const amount = workingTimeBetween(desk, start, end);
  const due = addWorkingTime(desk, start, amount);
  const contenders = {
    add: {
      expected: due,
      own: () => addWorkingTime(desk, start, amount),
      of: (peer: (typeof peers)[string]) => peer.add && (() => peer.add?.(start, amount)),
    },
    between: {
      expected: amount,
      own: () => workingTimeBetween(desk, start, end),
      of: (peer: (typeof peers)[string]) => peer.between && (() => peer.between?.(start, end)),
    },
  };
  for (const [operation, { expected, own, of }] of Object.entries(contenders)) {
    const running: Record<string, () => unknown> = { [OURS]: own };
    for (const [peer, functions] of Object.entries(peers)) {
      const run = of(functions);
      if (run === undefined) continue;
      const answer = run();
      if (answer === expected) running[peer] = run;
      else
        console.log(
          `left out, wrong by ${Number(answer) - Number(expected)} ms: ${peer}, ${operation}, ${name}`,
        );
    }
    const fastest = fastestOf(running);
    const both = { [OURS]: own, [fastest]: running[fastest] ?? own };
    const { [OURS]: cost = 0, [fastest]: peerCost = 0 } = timeAll(both, {
      rounds: 25,
      roundMs: 20,
    });
    ours[operation]?.push(cost);
    rows.push({
      operation,
      span: name,
      "ns a call": short(cost),
      "fastest correct peer": fastest,
      "its µs a call": short(peerCost / 1000),
      "times as fast": short(peerCost / cost),
    });
  }
}

printTable(rows);
for (const [operation, costs] of Object.entries(ours)) {
  console.log(
    `${operation}: 10 years cost ${short((costs[3] ?? 0) / (costs[0] ?? 1))} times 1 day`,
  );
}
const compile = `compile 11 years, CPU: ${short(median(warmTimes))} ms in a known zone`;
console.log(
  `${compile}, ${short(median(coldTimes))} ms in a new one, ${short(first)} ms as the first thing a process does`,
);
