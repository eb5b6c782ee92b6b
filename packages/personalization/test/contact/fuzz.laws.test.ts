import { type Instant, instant } from "@kefu/core";
import fc from "fast-check";
import { describeFuzz } from "../../../../scripts/fuzz.ts";
import {
  bestSendHour,
  compileContactPolicy,
  compileRules,
  consentStatus,
  decide,
  explainDecision,
  explainRule,
  interestsOf,
  nextFollowUps,
  nextWakeAt,
  planContact,
  quietUntil,
  responseHours,
  roomUnderCaps,
  searchCounts,
  suppressionOf,
  traceDecision,
} from "../../src/index.ts";

const now = instant("2026-03-02T12:00:00Z");
const at = fc.constantFrom(
  now,
  0,
  Date.UTC(1799, 11, 31),
  Date.UTC(2199, 11, 31),
  8.64e15,
  -8.64e15,
);
const policy = {
  timeZone: "Europe/Berlin",
  quietHours: { start: "21:00", end: "08:00" },
  caps: [
    { per: "month" as const, max: 1, category: "news" },
    { rollingHours: 24, max: 1 },
  ],
  sendHour: {},
};
const consents = [
  { purpose: "marketing" as const, status: "granted" as const, at: 0 as Instant },
  { purpose: "profiling" as const, status: "granted" as const, at: 0 as Instant },
];
const customer = {
  ...{ timeZone: "Asia/Shanghai", channels: ["email" as const, "sms" as const], consents },
  quietHours: { start: "22:00", end: "07:30" },
  suppressions: [{ reason: "bounce" as const, channel: "sms" as const }],
  responses: new Array<number>(24).fill(2),
};
const message = {
  ...{
    purpose: "marketing" as const,
    category: "news",
    topic: "tea",
    channels: ["email" as const],
  },
  ...{ unsubscribe: { keyword: "STOP" }, expiresAt: "2030-01-01T00:00:00Z" },
};
const history = [{ at: now, channel: "email" as const, category: "news" }];
const rules = compileRules({
  version: "1",
  segments: { golden: { field: "tier", op: "eq", value: "gold" } },
  holdOut: { seed: "q1", range: [0, 0.1] },
  rules: [
    { id: "a", when: { segment: "golden" }, exclusive: "g", content: "茶", message },
    { id: "b", when: { not: { field: "orders.count", op: "gte", value: 3 } }, content: null },
    { id: "c", exclusive: "g", activeFrom: "2200-06-01T00:00:00Z", content: [] },
  ],
});
const compiled = compileContactPolicy(policy);
const question = {
  timeZone: "America/New_York",
  purpose: "marketing",
  category: "news",
  channel: "email",
};
const step = {
  id: "tips",
  on: "delivered",
  afterDays: 3,
  message,
  content: "!",
  repeat: { everyDays: 9, times: 3 },
};
const plan = { steps: [step, { id: "end", on: "ends", beforeDays: 14, message, content: "!" }] };
const events = [
  { id: "e1", kind: "delivered", subject: "kettle", at: now },
  { id: "e2", kind: "ends", subject: "kettle", at: 8.64e15 },
  { id: "e3", kind: "returned", subject: "pot", at: now },
];
const context = at.map((moment) => ({ at: moment, policy: compiled, customer, history }));
const decision = fc.tuple(fc.constant({ id: "c1", tier: "gold", orders: { count: 2 } }), context);
/** Rules are compiled by the host: only what comes from elsewhere is spoilt. */
const decideByRules = (profile: unknown, given: never) => decide(profile, given, rules);
const traceByRules = (profile: unknown, given: never) => traceDecision(profile, given, rules);
const trace = traceDecision({ tier: "gold" }, { at: now, policy: compiled, customer }, rules);
const rest = (...values: unknown[]) => fc.constant(values);

describeFuzz(
  {
    ...{ bestSendHour, compileContactPolicy, consentStatus, decide, explainDecision, explainRule },
    ...{ interestsOf, nextFollowUps, nextWakeAt, planContact, quietUntil, roomUnderCaps },
    ...{ suppressionOf, traceDecision, decideByRules, traceByRules },
    addResponse: responseHours.add,
    mergeResponses: responseHours.merge,
    addSearch: searchCounts.add,
    mergeSearches: searchCounts.merge,
  },
  {
    words: [
      compiled,
      rules,
      policy,
      customer,
      message,
      consents,
      history,
      plan,
      trace,
      "marketing",
      "email",
    ],
    arguments: {
      bestSendHour: rest({ minimumResponses: 1 }, customer.responses),
      compileContactPolicy: rest(policy),
      consentStatus: at.map((moment) => [
        consents,
        { purpose: "marketing", channel: "email" },
        moment,
      ]),
      decideByRules: decision,
      explainDecision: rest(trace.decision, "zh-Hant"),
      explainRule: fc.constantFrom(...trace.rules).map((rule) => [rule, "zh-Hans"]),
      interestsOf: at.map((moment) => [
        ...[
          { halfLifeDays: 7 },
          [{ topic: "tea", day: 20_514, searches: 2 }],
          { consents, at: moment },
        ],
      ]),
      nextFollowUps: at.map((moment) => [plan, { events, done: ["tips/e1/0"] }, moment]),
      nextWakeAt: at.map((moment) => [plan, { events, done: ["tips/e1/0"] }, moment]),
      planContact: at.map((moment) => [compiled, customer, { message, history, at: moment }]),
      quietUntil: at.map((moment) => ["Pacific/Apia", policy.quietHours, moment]),
      roomUnderCaps: at.map((moment) => [policy.caps, history, question, moment]),
      suppressionOf: at.map((moment) => [customer.suppressions, "sms", moment]),
      traceByRules: decision,
      addResponse: rest(customer.responses, { at: now, timeZone: "Asia/Shanghai" }),
      mergeResponses: rest(customer.responses, customer.responses),
      addSearch: rest([], { at: now, topics: ["tea", "茶"] }),
      mergeSearches: rest([{ topic: "tea", day: 1, searches: 1 }], []),
    },
  },
);
