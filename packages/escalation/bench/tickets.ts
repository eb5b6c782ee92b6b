// How fast clocks are reckoned, ticks are told and messages are decided.
import { strictEqual } from "node:assert";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { compileCalendar } from "@kefu/calendar";
import { type Instant, instant } from "@kefu/core";
import { printTable, short, timeAll } from "../../../scripts/bench.ts";
import {
  buildWakeIndex,
  compileEscalation,
  type EscalationCommandInput,
  type EscalationTicket,
  escalation,
  nextWakeAt,
} from "../src/index.ts";
import { type LoopDesk, momentsOf } from "./luxon-clocks.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const HOUR = 3_600_000;
const TICKETS = 100_000;
const RATIOS = [0.5, 0.75, 0.9, 1];
const HOURS = [4, 16, 40];
const holidays = ["2026-12-25", "2026-12-26", "2027-01-01", "2027-04-02", "2027-04-05"];
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "UTC"];

const desks: readonly LoopDesk[] = ZONES.map((zone) => ({
  ...{ zone, from: 9, to: 17, holidays: new Set(holidays) },
}));
const calendars = Object.fromEntries(
  ZONES.map((timeZone) => {
    const weekly = { daily: [["09:00", "17:00"] as const], sat: [], sun: [] };
    return [timeZone, [{ version: 1, calendar: compileCalendar({ timeZone, weekly, holidays }) }]];
  }),
);
const metrics = ["firstResponse", "nextReply", "resolution"] as const;
const context = compileEscalation({
  calendars,
  policies: ZONES.map((zone) => ({
    ...{ id: zone, version: 1, rules: [{ id: "all", targets: [...metrics] }] },
    targets: metrics.map((metric, i) => ({
      ...{ id: metric, metric, budget: { working: { hours: HOURS[i] as number } } },
      ...{ calendar: zone },
      thresholds: RATIOS.map((ratio) => ({ id: `${ratio * 100}%`, at: { ratio } })),
    })),
  })),
});
const tickets = escalation(context);

function carryOut(ticket: EscalationTicket, command: EscalationCommandInput): EscalationTicket {
  const decision = tickets.decide(undefined, ticket, command);
  if (decision.outcome === "refused") throw new Error(decision.because.code);
  return decision.events.reduce(tickets.evolve, ticket);
}

const start = instant("2026-11-02T00:00:00Z");
const openedAt = (i: number) => (start + ((i * 7_919) % (28 * 24 * 60)) * 60_000) as Instant;
const open = (i: number) =>
  carryOut(tickets.initial, {
    ...{ type: "open", id: "o", at: openedAt(i), policy: ZONES[i % ZONES.length] as string },
  });
const loop = (i: number) =>
  momentsOf(
    desks[i % desks.length] as LoopDesk,
    openedAt(i),
    HOURS.map((count) => count * HOUR),
    RATIOS,
  );

for (let i = 0; i < 400; i++) {
  strictEqual(nextWakeAt(context, open(i)), Math.min(...loop(i)), `ticket ${i}`);
}

let next = 0;
const cost = timeAll(
  { ours: () => open(next++ % TICKETS), luxon: () => loop(next++ % TICKETS) },
  { rounds: 25, roundMs: 30 },
);
const all = Array.from({ length: TICKETS }, (_, i) => open(i));
const before = process.cpuUsage();
let earliest = Number.POSITIVE_INFINITY;
for (const ticket of all) earliest = Math.min(earliest, nextWakeAt(context, ticket) ?? earliest);
const scan = cpuSince(before) / TICKETS;
const luxon = cost["luxon"] as number;
const ours = cost["ours"] as number;
console.log("\n100,000 tickets, 3 clocks, 4 thresholds: CPU time a ticket");
printTable([
  { what: "luxon loops", µs: short(luxon / 1000), "times as fast": 1 },
  row("decide and evolve the opening, all clocks reckoned", ours),
  row("look when each comes due next", scan),
]);

const wakes = buildWakeIndex(all.map((ticket, i) => [String(i), nextWakeAt(context, ticket)]));
let due = 0;
let events = 0;

/** Carries out the ticks of a minute, as a host would. */
function tickAll(at: Instant): void {
  for (const id of wakes.takeDue(at)) {
    due++;
    const ticket = all[Number(id)] as EscalationTicket;
    const decision = tickets.decide(undefined, ticket, { type: "tick", at });
    if (decision.outcome === "refused") continue;
    events += decision.events.length;
    const ticked = decision.events.reduce(tickets.evolve, ticket);
    all[Number(id)] = ticked;
    wakes.set(id, nextWakeAt(context, ticked));
  }
}

const morning = start + 22 * 24 * HOUR;
tickAll(morning as Instant);
due = 0;
events = 0;
// What opening 100,000 tickets left behind is not the ticks' to clear away.
collectGarbage();
const ticking = process.cpuUsage();
for (let minute = 1; minute <= 1440; minute++) tickAll((morning + minute * 60_000) as Instant);
const tick = cpuSince(ticking);
const idle = buildWakeIndex(all.map((_, i) => [String(i), (start + 1e12) as Instant]));
const nothing = timeAll({ nothing: () => idle.takeDue(start) })["nothing"] as number;

let busy = open(0);
for (let i = 1; i < 50; i++) {
  const type = i % 2 === 0 ? "customerMessage" : "agentMessage";
  busy = carryOut(busy, { type, id: `m${i}`, at: openedAt(0) + i * 600_000 });
}
const at = openedAt(0) + 50 * 600_000;
const decide = timeAll({
  "a customer message": () =>
    tickets.decide(undefined, busy, { type: "customerMessage", id: "x", at }),
  "an agent message": () => tickets.decide(undefined, busy, { type: "agentMessage", id: "x", at }),
});
console.log("\nTicks and messages: CPU time");
printTable([
  { what: `a tick, each of ${due.toLocaleString("en")} due tickets`, µs: short(tick / due / 1000) },
  {
    what: `a tick, each of ${events.toLocaleString("en")} events`,
    µs: short(tick / events / 1000),
  },
  { what: "a tick when none of 100,000 is due", µs: short(nothing / 1000) },
  ...Object.entries(decide).map(([what, nanoseconds]) => ({
    what: `decide ${what} on a ticket of 50 facts`,
    µs: short(nanoseconds / 1000),
  })),
]);

function row(what: string, nanoseconds: number) {
  const times = short(luxon / nanoseconds);
  return { what, µs: short(nanoseconds / 1000), "times as fast": times };
}

function cpuSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) * 1000;
}
