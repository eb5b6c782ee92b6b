// A whole decision (consent, suppression, rules, channel, caps, quiet hours, explanation) over 100 rules, against what it takes
// another engine only to ask the conditions of these rules.
// Run: node scripts/run-bench.mjs packages/personalization/bench/decide.ts
import { isDeepStrictEqual } from "node:util";
import { evalCondition } from "@growthbook/growthbook";
import { type Instant, instant } from "@kefu/core";
import { compileContactPolicy, compileRules, decide, matchRules } from "@kefu/personalization";
import { printTable, short, timeAll } from "../../../scripts/bench.ts";

const COUNTRIES = ["DE", "FR", "US", "CN", "HK"];
const TIERS = ["bronze", "silver", "gold", "platinum"];
const TAGS = ["vip", "press", "staff", "trial", "returns", "wholesale"];
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"];
const START = Date.UTC(2026, 2, 1);
const HOUR = 3_600_000;

/** The same numbers in every run. */
let state = 1;
function draw(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const oneOf = (list: readonly string[]) => list[draw(list.length)] as string;

const people = Array.from({ length: 1_000 }, (_, id) => ({
  profile: {
    id: `c${id}`,
    country: oneOf(COUNTRIES),
    tier: oneOf(TIERS),
    lifetimeValue: draw(1_000),
    daysSinceOrder: draw(90),
    tags: [oneOf(TAGS), oneOf(TAGS)],
  },
  at: instant(START + draw(31 * 24) * HOUR),
  customer: {
    timeZone: oneOf(ZONES),
    channels: ["email" as const, "sms" as const],
    consents: [
      { purpose: "profiling" as const, status: "granted" as const, at: instant(0) },
      { purpose: "marketing" as const, status: "granted" as const, at: instant(0) },
      ...(draw(4) > 0
        ? []
        : [
            {
              purpose: "marketing" as const,
              topic: "sale",
              status: "withdrawn" as const,
              at: instant(1),
            },
          ]),
    ],
    suppressions: draw(10) > 0 ? [] : [{ reason: "bounce" as const, channel: "email" as const }],
  },
  history: Array.from({ length: draw(6) }, () => ({
    at: (START + draw(31 * 24) * HOUR) as Instant,
    channel: "email" as const,
    category: "marketing",
  })),
}));

const questions = Array.from({ length: 100 }, (_, position) => ({
  country: COUNTRIES[position % COUNTRIES.length] as string,
  tiers: [oneOf(TIERS), oneOf(TIERS), oneOf(TIERS)],
  minimumValue: draw(400),
  maximumDays: 30 + draw(60),
  tags: [oneOf(TAGS), oneOf(TAGS), oneOf(TAGS)],
}));

const rules = compileRules({
  version: "1",
  holdOut: { seed: "2026q1", range: [0, 0.05] },
  rules: questions.map((question, position) => ({
    id: `r${position}`,
    priority: draw(10),
    ...(position % 3 === 0 ? { exclusive: "discount" } : {}),
    when: {
      all: [
        { field: "country", op: "eq" as const, value: question.country },
        { field: "tier", op: "in" as const, value: question.tiers },
        { field: "lifetimeValue", op: "gte" as const, value: question.minimumValue },
        { field: "daysSinceOrder", op: "lt" as const, value: question.maximumDays },
        { field: "tags", op: "in" as const, value: question.tags },
      ],
    },
    content: `offer ${position}`,
    message: {
      purpose: "marketing" as const,
      category: "marketing",
      topic: position % 2 === 0 ? "sale" : "tips",
      channels: ["email" as const, "sms" as const],
      unsubscribe: { keyword: "STOP" },
    },
  })),
});
const policy = compileContactPolicy({
  timeZone: "Asia/Shanghai",
  quietHours: { start: "21:00", end: "08:00" },
  caps: [
    { category: "marketing", per: "week", max: 2 },
    { rollingHours: 24, max: 1 },
  ],
});

const mongo = questions.map((question) => ({
  country: question.country,
  tier: { $in: [...question.tiers] },
  lifetimeValue: { $gte: question.minimumValue },
  daysSinceOrder: { $lt: question.maximumDays },
  tags: { $in: [...question.tags] },
}));

let matches = 0;
for (const { profile, at } of people) {
  const theirs = mongo.flatMap((condition, i) =>
    evalCondition(profile, condition) ? [`r${i}`] : [],
  );
  const ours = matchRules(rules, profile, at).map(({ id }) => id);
  if (!isDeepStrictEqual(ours.toSorted(), theirs.toSorted())) throw new Error("they differ");
  matches += theirs.length;
}
const outcomes = people.map(({ profile, ...context }) =>
  decide(profile, { ...context, policy }, rules),
);
const sent = outcomes.filter((one) => one.outcome === "send").length;
console.log(
  `${people.length} customers, ${rules.ruleSet.rules.length} rules, ${matches / people.length} fit on average, ${sent} messages`,
);

let next = 0;
const nextPerson = () => people[next++ % people.length] as (typeof people)[number];
const cost = timeAll({
  "decide(): all of it": () => {
    const { profile, at, customer, history } = nextPerson();
    return decide(profile, { at, policy, customer, history }, rules);
  },
  "matchRules(): conditions alone": () => {
    const { profile, at } = nextPerson();
    return matchRules(rules, profile, at);
  },
  "GrowthBook evalCondition: conditions alone": () => {
    const { profile } = nextPerson();
    let count = 0;
    for (const condition of mongo) if (evalCondition(profile, condition)) count++;
    return count;
  },
});
const base = cost["GrowthBook evalCondition: conditions alone"] as number;
printTable(
  Object.entries(cost).map(([name, nanoseconds]) => ({
    "over 100 rules": name,
    "µs a customer": short(nanoseconds / 1000),
    "of evalCondition": `${short(nanoseconds / base)}x`,
  })),
);
