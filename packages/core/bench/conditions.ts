// A condition of five questions over a stream of customers: compiled here, and in the engines that people use today.
// Run: node scripts/run-bench.mjs packages/core/bench/conditions.ts
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";
import { evalCondition } from "@growthbook/growthbook";
import { type Condition, compileCondition } from "@kefu/core";
import { LogicEngine } from "json-logic-engine";
import { Engine, type TopLevelCondition } from "json-rules-engine";
import * as siftModule from "sift";
import { printTable, short, timeAll } from "../../../scripts/bench.ts";

/** It comes without types. */
const jsonLogic = createRequire(import.meta.url)("json-logic-js") as {
  apply(logic: unknown, data: unknown): unknown;
};
const sift = siftModule.default as unknown as (query: object) => (data: unknown) => boolean;

interface Rule {
  readonly country: string;
  readonly tiers: readonly string[];
  readonly minimumValue: number;
  readonly maximumDays: number;
  readonly tags: readonly string[];
}

const COUNTRIES = ["DE", "FR", "US", "CN", "HK"];
const TIERS = ["bronze", "silver", "gold", "platinum"];
const TAGS = ["vip", "press", "staff", "trial", "returns", "wholesale"];
const CUSTOMERS = 1_000;

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const draw = numbers(1);
const oneOf = (list: readonly string[]) => list[draw(list.length)] as string;
const customers = Array.from({ length: CUSTOMERS }, (_, id) => ({
  id,
  name: `customer ${id}`,
  country: oneOf(COUNTRIES),
  tier: oneOf(TIERS),
  lifetimeValue: draw(1_000),
  daysSinceOrder: draw(90),
  tags: [oneOf(TAGS), oneOf(TAGS)],
}));
const rules: readonly Rule[] = Array.from({ length: 100 }, (_, position) => ({
  country: COUNTRIES[position % COUNTRIES.length] as string,
  tiers: [oneOf(TIERS), oneOf(TIERS), oneOf(TIERS)],
  minimumValue: draw(400),
  maximumDays: 30 + draw(60),
  tags: [oneOf(TAGS), oneOf(TAGS), oneOf(TAGS)],
}));

type Test = (customer: (typeof customers)[number]) => boolean;

const conditionOf = (rule: Rule): Condition => ({
  all: [
    { field: "country", op: "eq", value: rule.country },
    { field: "tier", op: "in", value: rule.tiers },
    { field: "lifetimeValue", op: "gte", value: rule.minimumValue },
    { field: "daysSinceOrder", op: "lt", value: rule.maximumDays },
    { field: "tags", op: "in", value: rule.tags },
  ],
});
const mongoOf = (rule: Rule) => ({
  country: rule.country,
  tier: { $in: [...rule.tiers] },
  lifetimeValue: { $gte: rule.minimumValue },
  daysSinceOrder: { $lt: rule.maximumDays },
  tags: { $in: [...rule.tags] },
});
const logicOf = (rule: Rule) => ({
  and: [
    { "==": [{ var: "country" }, rule.country] },
    { in: [{ var: "tier" }, [...rule.tiers]] },
    { ">=": [{ var: "lifetimeValue" }, rule.minimumValue] },
    { "<": [{ var: "daysSinceOrder" }, rule.maximumDays] },
    { some: [{ var: "tags" }, { in: [{ var: "" }, [...rule.tags]] }] },
  ],
});

const logicEngine = new LogicEngine();
const builders: Readonly<Record<string, (rule: Rule) => Test>> = {
  "@kefu/core": (rule) => compileCondition(conditionOf(rule)),
  "GrowthBook evalCondition": (rule) => {
    const condition = mongoOf(rule);
    return (customer) => evalCondition(customer, condition);
  },
  "json-logic-engine run": (rule) => {
    const logic = logicOf(rule);
    return (customer) => logicEngine.run(logic, customer) as boolean;
  },
  "json-logic-js": (rule) => {
    const logic = logicOf(rule);
    return (customer) => jsonLogic.apply(logic, customer) as boolean;
  },
  sift: (rule) => sift(mongoOf(rule)),
  "json-logic-engine build (generates code)": (rule) => {
    const built = logicEngine.build(logicOf(rule)) as (data: unknown) => boolean;
    return (customer) => built(customer);
  },
};

/** Only asynchronous, so it is timed by itself. */
function jsonRulesEngine(of: readonly Rule[]): (customer: object) => Promise<number> {
  const engine = new Engine();
  engine.addOperator("sharesOne", (own: string[], listed: string[]) =>
    own.some((tag) => listed.includes(tag)),
  );
  for (const rule of of) {
    const all = [
      { fact: "country", operator: "equal", value: rule.country },
      { fact: "tier", operator: "in", value: rule.tiers },
      { fact: "lifetimeValue", operator: "greaterThanInclusive", value: rule.minimumValue },
      { fact: "daysSinceOrder", operator: "lessThan", value: rule.maximumDays },
      { fact: "tags", operator: "sharesOne", value: rule.tags },
    ];
    engine.addRule({ conditions: { all } as TopLevelCondition, event: { type: "match" } });
  }
  return async (customer) => (await engine.run({ ...customer })).events.length;
}

async function nanosecondsOfJsonRulesEngine(
  of: readonly Rule[],
  expected: number,
): Promise<number> {
  const count = jsonRulesEngine(of);
  const sample = customers.slice(0, of.length > 1 ? 100 : CUSTOMERS);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    let matches = 0;
    for (const customer of sample) matches += await count(customer);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, ((user + system) * 1000) / sample.length);
    if (matches !== expected)
      throw new Error(`json-rules-engine: ${matches} instead of ${expected}`);
  }
  return best;
}

async function compare(of: readonly Rule[]): Promise<void> {
  const tests = Object.entries(builders).map(([name, build]) => [name, of.map(build)] as const);
  const answers = tests.map(([, built]) => customers.map((one) => built.map((test) => test(one))));
  for (const [position, answer] of answers.entries()) {
    if (!isDeepStrictEqual(answer, answers[0])) throw new Error(`${tests[position]?.[0]} differs`);
  }
  const sample = answers[0]?.slice(0, of.length > 1 ? 100 : CUSTOMERS) ?? [];
  const matches = sample.flat().filter(Boolean).length;

  const runs = tests.map(([name, built]) => {
    let next = 0;
    const run = () => {
      const customer = customers[next++ % CUSTOMERS] as (typeof customers)[number];
      let count = 0;
      for (const test of built) if (test(customer)) count++;
      return count;
    };
    return [name, run] as const;
  });
  const times = timeAll(Object.fromEntries(runs));
  times["json-rules-engine"] = await nanosecondsOfJsonRulesEngine(of, matches);
  const ours = times["@kefu/core"] ?? Number.NaN;
  const growthBook = times["GrowthBook evalCondition"] ?? Number.NaN;
  console.log(`\n${of.length} condition(s) of 5 questions, CPU time a customer\n`);
  printTable(
    Object.entries(times).map(([engine, time]) => ({
      engine,
      ns: short(time),
      "@kefu/core is faster by": `${short(time / ours)}×`,
      "speed against evalCondition": `${short(growthBook / time)}×`,
    })),
  );
}

await compare(rules.slice(0, 1));
await compare(rules);
