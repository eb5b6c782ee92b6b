import { instant } from "@kefu/core";
import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as escalation from "../src/index.ts";
import { commandOf, DESKS, oneTarget, story } from "./story.ts";

const policy = oneTarget(
  {
    ...{ metric: "resolution", budget: { working: { hours: 4 } }, onRetarget: "keepRatio" },
    thresholds: [
      { id: "half", at: { ratio: 0.5 }, deliver: "inHours" },
      { id: "near", at: { before: { hours: 1 }, in: "wall" } },
      { id: "late", at: { after: { hours: 1 } }, actions: ["page"] },
    ],
  },
  {
    promises: { calendar: "desk", atRiskBefore: { hours: 1 } },
    ladder: {
      rungs: [
        {
          ...{ level: "help", unmetTo: "contact", invitesTo: "contact" },
          limit: { budget: { workingDays: 1, land: "close" }, calendar: "desk" },
        },
        { level: "contact" },
      ],
    },
  },
);
const { context, tell, ticket } = story(policy, { desk: DESKS.berlin });
const at = "2026-06-01T09:00:00Z";
tell({ type: "open", at });
tell({ type: "makePromise", promiseId: "p", text: "Soon.", dueAt: Date.parse(at) + 1e8, at });
tell({ type: "complain", symptom: "noise", at });
const used = ticket();
const explanation = escalation.explainClock(context, used, {
  clock: "SLA:resolution",
  at: instant(at),
});
const given = { policies: [policy], calendars: { desk: [{ version: 1, calendar: DESKS.never }] } };
const OWN = new Set([
  ...["compileEscalation", "escalation", "viewTicket", "nextWakeAt", "explainClock"],
  ...["describeClock", "buildWakeIndex", "failureRate"],
]);
const moments = fc.constantFrom(Date.parse(at), Date.parse(at) + 4e7, 8.64e15, 0);

describeFuzz(escalation, {
  words: [
    context,
    used,
    policy,
    explanation,
    commandOf({ type: "resolve", at }, "x"),
    "SLA:resolution",
  ],
  // Routing, staffing and reports have tests of their own of this kind.
  skip: Object.keys(escalation).filter((name) => !OWN.has(name)),
  arguments: {
    compileEscalation: fc.constant([given]),
    escalation: fc.constant([context]),
    viewTicket: moments.map((moment) => [context, used, moment]),
    nextWakeAt: fc.constant([context, used]),
    explainClock: moments.map((moment) => [context, used, { clock: "SLA:resolution", at: moment }]),
    describeClock: fc.tuple(fc.constant(explanation), fc.constantFrom("en", "zh-Hant", "xx")),
    buildWakeIndex: moments.map((moment) => [
      [
        ["a", moment],
        ["b", null],
      ],
    ]),
    failureRate: fc.constant([{ productId: "e1", failuresPerTenThousand: 5 }]),
  },
});

const tickets = escalation.escalation(context);
const kinds = { ...tickets, ...escalation.participation };

describeFuzz(
  {
    decide: tickets.decide,
    evolve: tickets.evolve,
    participate: kinds.decide,
    become: kinds.evolve,
  },
  {
    words: [used, "tick", "open", "makePromise", Date.parse(at)],
    arguments: {
      decide: moments.chain((moment) =>
        fc.constantFrom(
          [undefined, used, { type: "tick", at: moment }],
          [undefined, used, { type: "keepPromise", promiseId: "p", id: "k", at: moment }],
          [undefined, used, { type: "open", id: "f1", policy: "shop", at: moment }],
        ),
      ),
      evolve: fc.constantFrom(
        [used, { type: "Breached", effectiveAt: Date.parse(at) + 1e9 }],
        [
          used,
          { type: "FactRecorded", effectiveAt: 0, fact: commandOf({ type: "resolve", at }, "r") },
        ],
      ),
      participate: fc.constantFrom(
        [undefined, { status: "none" }, { type: "tick", commandId: "c", at: 0 }],
        [
          undefined,
          { status: "none" },
          { type: "invite", commandId: "c", at: 0, kind: "beta", customerId: "u", answerBy: 9 },
        ],
      ),
      become: fc.constantFrom([{ status: "none" }, { type: "InvitationLapsed", at: 0 }]),
    },
  },
);
