import { compileCalendar } from "@kefu/calendar";
import { compileEscalation, type EscalationPolicyInput } from "@kefu/escalation";

/** The service desks of the shop: each goes by its own clock and holidays, over the change to summer time. */
export const DESKS = {
  berlin: { timeZone: "Europe/Berlin", holidays: ["2026-04-03", "2026-04-06"] },
  newYork: { timeZone: "America/New_York", holidays: ["2026-04-03"] },
  shanghai: { timeZone: "Asia/Shanghai", holidays: ["2026-04-06"] },
  auckland: { timeZone: "Pacific/Auckland", holidays: ["2026-04-03", "2026-04-06"] },
} as const;

const thresholds = [
  { id: "half", at: { ratio: 0.5 }, actions: ["remind-agent"] },
  { id: "three-quarters", at: { ratio: 0.75 }, actions: ["remind-agent"] },
  { id: "nearly", at: { ratio: 0.9 }, actions: ["tell-lead"] },
  { id: "missed", at: { ratio: 1 }, actions: ["tell-lead", "apologize"] },
];

const policies = Object.keys(DESKS).map((desk): EscalationPolicyInput => {
  const owed = { calendar: desk, thresholds };
  return {
    id: desk,
    version: 1,
    targets: [
      { id: "first", metric: "firstResponse", budget: { working: { hours: 4 } }, ...owed },
      { id: "reply", metric: "nextReply", budget: { working: { hours: 6 } }, ...owed },
      { id: "solved", metric: "resolution", budget: { working: { hours: 16 } }, ...owed },
    ],
    rules: [{ id: "everybody", targets: ["first", "reply", "solved"] }],
  };
});

const calendars = Object.entries(DESKS).map(([desk, { timeZone, holidays }]) => {
  const weekly = { daily: [["09:00", "17:00"] as const], sat: [], sun: [] };
  return [desk, [{ version: 1, calendar: compileCalendar({ timeZone, weekly, holidays }) }]];
});

/** What every ticket goes by: three clocks with four thresholds each, counted in the hours of its desk. */
export const context = compileEscalation({ policies, calendars: Object.fromEntries(calendars) });
