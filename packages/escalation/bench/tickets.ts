// How fast clocks are reckoned, ticks are told and messages are decided.
import { deepStrictEqual, strictEqual } from "node:assert";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { addWorkingTime, compileCalendar } from "@kefu/calendar";
import { type Instant, instant } from "@kefu/core";
import { printTable, short, timeAll } from "../../../scripts/bench.ts";
import {
  buildWakeIndex,
  compileEscalation,
  type EscalationCommandInput,
  type EscalationTicket,
  escalation,
  nextWakeAt,
  type WakeIndex,
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
const compiled = ZONES.map((timeZone) => {
  const weekly = { daily: [["09:00", "17:00"] as const], sat: [], sun: [] };
  return compileCalendar({ timeZone, weekly, holidays });
});
const calendars = Object.fromEntries(
  compiled.map((calendar) => [calendar.timeZone, [{ version: 1, calendar }]]),
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
const budgets = HOURS.map((count) => count * HOUR);
const loop = (i: number) =>
  momentsOf(desks[i % desks.length] as LoopDesk, openedAt(i), budgets, RATIOS);
const reckon = (i: number) => {
  const calendar = compiled[i % compiled.length] as (typeof compiled)[number];
  return budgets.flatMap((budget) =>
    RATIOS.map((ratio) => addWorkingTime(calendar, openedAt(i), budget * ratio)),
  );
};

for (let i = 0; i < 400; i++) {
  const moments = loop(i);
  deepStrictEqual(reckon(i), moments, `moments of ticket ${i}`);
  strictEqual(nextWakeAt(context, open(i)), Math.min(...moments), `ticket ${i}`);
}

let next = 0;
const cost = timeAll(
  {
    reckon: () => reckon(next++ % TICKETS),
    open: () => open(next++ % TICKETS),
    luxon: () => loop(next++ % TICKETS),
  },
  { rounds: 25, roundMs: 30 },
);
const all = Array.from({ length: TICKETS }, (_, i) => open(i));
const before = process.cpuUsage();
let earliest = Number.POSITIVE_INFINITY;
for (const ticket of all) earliest = Math.min(earliest, nextWakeAt(context, ticket) ?? earliest);
const scan = cpuSince(before) / TICKETS;
const luxon = cost["luxon"] as number;
console.log("\n100,000 tickets, 3 clocks, 4 thresholds: CPU time a ticket");
printTable([
  row("luxon loops: the twelve moments", luxon),
  row("the same twelve moments from compiled calendars", cost["reckon"] as number),
  row("a whole opening: command read, clocks started, events told", cost["open"] as number),
  row("look when each comes due next", scan),
]);

/** What ticks have done: each ticket that was due, and when it is due next. */
interface Ticked {
  readonly ids: string[];
  readonly wakes: (Instant | null)[];
  events: number;
}

const indexOf = (some: readonly EscalationTicket[]) =>
  buildWakeIndex(some.map((ticket, i) => [String(i), nextWakeAt(context, ticket)]));

/** Carries out what is due at a moment, as a host would. */
function tickAll(some: EscalationTicket[], wakes: WakeIndex, at: Instant, ticked: Ticked): void {
  for (const id of wakes.takeDue(at)) {
    const ticket = some[Number(id)] as EscalationTicket;
    const decision = tickets.decide(undefined, ticket, { type: "tick", at });
    if (decision.outcome === "refused") continue;
    const told = decision.events.reduce(tickets.evolve, ticket);
    some[Number(id)] = told;
    const wakeAt = nextWakeAt(context, told);
    wakes.set(id, wakeAt);
    ticked.events += decision.events.length;
    ticked.ids.push(id);
    ticked.wakes.push(wakeAt);
  }
}

/** All that comes due of a few tickets, each at its moment. */
function tickToTheEnd(some: readonly EscalationTicket[]): Ticked {
  const [copy, wakes] = [[...some], indexOf(some)];
  const ticked: Ticked = { ids: [], wakes: [], events: 0 };
  for (let at = wakes.nextWakeAt(); at !== null; at = wakes.nextWakeAt()) {
    tickAll(copy, wakes, at, ticked);
  }
  return ticked;
}

const few = all.slice(0, 1000);
const toTheEnd = tickToTheEnd(few).ids.length;
const warm = timeAll({ warm: () => tickToTheEnd(few) }, { rounds: 25 })["warm"] as number;

const wakes = indexOf(all);
const morning = start + 22 * 24 * HOUR;
tickAll(all, wakes, morning as Instant, { ids: [], wakes: [], events: 0 });
const again = indexOf(all);
const ticked: Ticked = { ids: [], wakes: [], events: 0 };
// What opening 100,000 tickets left behind is not the ticks' to clear away.
collectGarbage();
const ticking = process.cpuUsage();
for (let minute = 1; minute <= 1440; minute++) {
  tickAll(all, wakes, (morning + minute * 60_000) as Instant, ticked);
}
const tick = cpuSince(ticking);
const due = ticked.ids.length;
collectGarbage();
const indexing = process.cpuUsage();
let place = 0;
for (let minute = 1; minute <= 1440; minute++) {
  for (const id of again.takeDue((morning + minute * 60_000) as Instant)) {
    if (id !== ticked.ids[place]) throw new Error("the index alone gives other tickets");
    again.set(id, ticked.wakes[place++] as Instant | null);
  }
}
const index = cpuSince(indexing);
strictEqual(place, due);
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
  each(`a tick, each of ${due.toLocaleString("en")} due among 100,000 tickets`, tick / due),
  each("of that, the wake index: taken out and set anew", index / due),
  each(
    `of that, each of ${ticked.events.toLocaleString("en")} events`,
    (tick - index) / ticked.events,
  ),
  each("a tick, each of 1,000 tickets that are at hand, index and all", warm / toTheEnd),
  each("a tick when none of 100,000 is due", nothing),
  ...Object.entries(decide).map(([what, nanoseconds]) =>
    each(`decide ${what} on a ticket of 50 facts`, nanoseconds),
  ),
]);

function each(what: string, nanoseconds: number) {
  return { what, µs: short(nanoseconds / 1000) };
}

function row(what: string, nanoseconds: number) {
  return { ...each(what, nanoseconds), "times as fast": short(luxon / nanoseconds) };
}

function cpuSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) * 1000;
}
