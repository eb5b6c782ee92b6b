import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import { nextTeam, orderQueue, routeTicket } from "../src/index.ts";
import { calendars } from "./desks.ts";

const at = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
  fc.constantFrom(-8.64e15, 8.64e15, 0, Date.UTC(1800, 0, 1), Date.UTC(2200, 0, 1)),
);
const id = fc.constantFrom("ada", "lin", "mei", "__proto__", "constructor");
const calendar = fc.constantFrom("utc", "never", "always", "toString");
const skills = fc.dictionary(id, fc.integer({ min: 1, max: 5 }));
const language = fc.constantFrom("zh", "zh-Hant", "zh-TW", "en-GB");
const item = fc.record(
  {
    id,
    openedAt: at,
    dueAt: at,
    priority: fc.constantFrom("low", "urgent"),
    skills,
    language,
    size: fc.integer({ min: 1, max: 3 }),
    knownAgentId: id,
    declinedBy: fc.array(id),
  },
  { requiredKeys: ["id", "openedAt"] },
);
const agent = fc.record(
  {
    id,
    skills,
    languages: fc.array(language),
    calendar,
    absences: fc.array(fc.record({ from: at, to: at })),
    capacity: fc.nat(),
    load: fc.nat({ max: 3 }),
    weight: fc.integer({ min: 1, max: 9 }),
    recentAssignments: fc.nat(),
    lastAssignedAt: at,
  },
  { requiredKeys: ["id", "calendar"] },
);
const policy = fc.constantFrom<unknown>(
  {},
  { weights: { slack: 0, known: 0, fairness: 0, rest: 0 }, tieBreak: "id" },
  { enoughTime: { minutes: 1 }, fullRest: { weeks: 1e9 } },
);
const options = fc.record({ calendars: fc.constant(calendars), policy });
const teams = fc.array(fc.record({ id, calendar }), { maxLength: 3 });

describeFuzz(
  { routeTicket, orderQueue, nextTeam },
  {
    words: [calendars],
    arguments: {
      routeTicket: fc.tuple(item, fc.array(agent, { maxLength: 4 }), at, options),
      orderQueue: fc.tuple(
        fc.array(item, { maxLength: 4 }),
        at,
        fc.constantFrom({}, { low: { days: 1e9 }, urgent: { seconds: 1 } }),
      ),
      nextTeam: fc.tuple(
        teams,
        at,
        fc.record(
          { calendars: fc.constant(calendars), holder: id },
          { requiredKeys: ["calendars"] },
        ),
      ),
    },
  },
);
