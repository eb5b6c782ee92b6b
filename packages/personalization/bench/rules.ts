// Rules of five questions over a stream of customers: through the index here, and in the engines that people use today.
// Run: node scripts/run-bench.mjs packages/personalization/bench/rules.ts
import { isDeepStrictEqual } from "node:util";
import { evalCondition } from "@growthbook/growthbook";
import { type Condition, compileCondition, instant } from "@kefu/core";
import { compileRules, matchRules } from "@kefu/personalization";
import { LogicEngine } from "json-logic-engine";
import { Engine, type TopLevelCondition } from "json-rules-engine";
import { printTable, short, timeAll } from "../../../scripts/bench.ts";

const at = instant("2026-11-24T09:00:00Z");

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const draw = numbers(1);
const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, position) => `${prefix}${position}`);
const oneOf = <T>(list: readonly T[]) => list[draw(list.length)] as T;
const someOf = <T>(list: readonly T[], count: number) =>
  Array.from({ length: count }, () => oneOf(list));

const COUNTRIES = named("country-", 50);
const TIERS = ["none", "bronze", "silver", "gold", "platinum"];
const TAGS = named("tag-", 60);

const customerOf = (id: number) => ({
  id,
  name: `customer ${id}`,
  country: oneOf(COUNTRIES),
  tier: oneOf(TIERS),
  lifetimeValue: draw(1_000),
  daysSinceOrder: draw(365),
  tags: someOf(TAGS, 2),
});
type Customer = ReturnType<typeof customerOf>;
const customers = Array.from({ length: 1_000 }, (_, id) => customerOf(id));

const ruleOf = () => ({
  country: oneOf(COUNTRIES),
  tiers: [...new Set(someOf(TIERS, 3))],
  minimumValue: 300 + draw(600),
  maximumDays: 20 + draw(250),
  tags: [...new Set(someOf(TAGS, 5))],
});
type Parts = ReturnType<typeof ruleOf>;

const conditionOf = (rule: Parts): Condition => ({
  all: [
    { field: "country", op: "eq", value: rule.country },
    { field: "tier", op: "in", value: rule.tiers },
    { field: "lifetimeValue", op: "gte", value: rule.minimumValue },
    { field: "daysSinceOrder", op: "lt", value: rule.maximumDays },
    { field: "tags", op: "in", value: rule.tags },
  ],
});
const mongoOf = (rule: Parts) => ({
  country: rule.country,
  tier: { $in: rule.tiers },
  lifetimeValue: { $gte: rule.minimumValue },
  daysSinceOrder: { $lt: rule.maximumDays },
  tags: { $in: rule.tags },
});
const logicOf = (rule: Parts) => ({
  and: [
    { "==": [{ var: "country" }, rule.country] },
    { in: [{ var: "tier" }, rule.tiers] },
    { ">=": [{ var: "lifetimeValue" }, rule.minimumValue] },
    { "<": [{ var: "daysSinceOrder" }, rule.maximumDays] },
    { some: [{ var: "tags" }, { in: [{ var: "" }, rule.tags] }] },
  ],
});

/** How many rules fit a customer. */
type Count = (customer: object) => number;

function indexed(conditions: readonly Condition[]): Count {
  const rules = compileRules(ruleSetOf(conditions));
  return (customer) => matchRules(rules, customer, at).length;
}

function ruleSetOf(conditions: readonly Condition[]) {
  const rules = conditions.map((when, id) => ({ id: `rule-${id}`, when, content: id }));
  return { version: "1", rules };
}

function counted(tests: readonly ((customer: object) => boolean)[]): Count {
  return (customer) => {
    let count = 0;
    for (const test of tests) if (test(customer)) count++;
    return count;
  };
}

const closures = (conditions: readonly Condition[]) =>
  counted(conditions.map((condition) => compileCondition(condition)));

function growthBook(rules: readonly Parts[]): Count {
  return counted(rules.map(mongoOf).map((mongo) => (customer) => evalCondition(customer, mongo)));
}

function jsonLogic(rules: readonly Parts[]): Count {
  const engine = new LogicEngine();
  return counted(rules.map((rule) => engine.build(logicOf(rule)) as (customer: object) => boolean));
}

/** Only asynchronous, so it is timed by itself. */
async function nanosecondsOfJsonRulesEngine(rules: readonly Parts[], count: Count) {
  const engine = new Engine();
  engine.addOperator("sharesOne", (own: string[], listed: string[]) =>
    own.some((tag) => listed.includes(tag)),
  );
  for (const rule of rules) {
    const all = [
      { fact: "country", operator: "equal", value: rule.country },
      { fact: "tier", operator: "in", value: rule.tiers },
      { fact: "lifetimeValue", operator: "greaterThanInclusive", value: rule.minimumValue },
      { fact: "daysSinceOrder", operator: "lessThan", value: rule.maximumDays },
      { fact: "tags", operator: "sharesOne", value: rule.tags },
    ];
    engine.addRule({ conditions: { all } as TopLevelCondition, event: { type: "match" } });
  }
  let best = Number.POSITIVE_INFINITY;
  const sample = customers.slice(0, Math.max(1, 1000 / rules.length));
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    for (const customer of sample) {
      const { events } = await engine.run({ ...customer });
      equal("json-rules-engine", events.length, count(customer));
    }
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, ((user + system) * 1000) / sample.length);
  }
  return best;
}

function equal(name: string, given: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(given, expected)) throw new Error(`${name} answers differently`);
}

/** CPU nanoseconds a customer of each, after all have given the same answers. */
function compare(
  contenders: Readonly<Record<string, Count>>,
  asked: readonly object[] = customers,
) {
  const sample = asked.slice(0, 200);
  const [[first, reference] = ["", () => 0]] = Object.entries(contenders);
  const expected = sample.map(reference);
  for (const [name, count] of Object.entries(contenders)) {
    equal(`${name} against ${first}`, sample.map(count), expected);
  }
  const runs = Object.entries(contenders).map(([name, count]) => {
    let next = 0;
    return [name, () => count(asked[next++ % asked.length] as object)] as const;
  });
  return timeAll(Object.fromEntries(runs));
}

const mean = (count: Count, asked: readonly object[] = customers) =>
  short(asked.reduce((sum: number, one) => sum + count(one), 0) / asked.length);

async function fiveQuestions(size: number): Promise<void> {
  const rules = Array.from({ length: size }, ruleOf);
  const conditions = rules.map(conditionOf);
  const ours = indexed(conditions);
  const times = compare({
    index: ours,
    closures: closures(conditions),
    evalCondition: growthBook(rules),
    "json-logic-engine build": jsonLogic(rules),
  });
  times["json-rules-engine"] = await nanosecondsOfJsonRulesEngine(rules, ours);
  console.log(`\n${size} rule(s) of 5 questions; ${mean(ours)} fit a customer\n`);
  const { index = 0, evalCondition: reference = 0 } = times;
  printTable(
    Object.entries(times).map(([engine, time]) => ({
      engine,
      "ns a customer": short(time),
      "index is faster by": `${short(time / index)} ×`,
      "against evalCondition": `${short(reference / time)} ×`,
    })),
  );
}

function oneRulePerKey(): void {
  const sizes = [100, 1_000, 10_000, 100_000];
  const keyed = sizes.map((size) => {
    const conditions = Array.from(
      { length: size },
      (_, sku): Condition => ({ field: "bought", op: "in", value: [`sku-${sku}`] }),
    );
    const asked = Array.from({ length: 2_000 }, () => ({
      bought: [`sku-${draw(size)}`, `sku-${draw(size)}`],
    }));
    let next = 0;
    const count = indexed(conditions);
    return [`${size}`, () => count(asked[next++ % asked.length] as object)] as const;
  });
  const times = timeAll(Object.fromEntries(keyed));
  console.log("\nOne rule for each article\n");
  printTable(
    sizes.map((size) => ({
      rules: short(size),
      "ns a customer": short(times[size] ?? 0),
      "as many times as for 100": short((times[size] ?? 0) / (times[100] ?? 1)),
    })),
  );
}

function rangesOnly(): void {
  const conditions = Array.from({ length: 10_000 }, (): Condition => {
    const [from, days] = [draw(1_000), draw(365)];
    return {
      all: [
        { field: "lifetimeValue", op: "gte", value: from },
        { field: "lifetimeValue", op: "lt", value: from + 100 },
        { field: "daysSinceOrder", op: "gte", value: days },
        { field: "daysSinceOrder", op: "lt", value: days + 120 },
      ],
    };
  });
  const ours = indexed(conditions);
  const { index = 0, closures: own = 0 } = compare({ index: ours, closures: closures(conditions) });
  console.log(
    `\n10,000 rules of ranges, ${mean(ours)} fit a customer: ${short(index / 1000)} µs through the index, ` +
      `${short(own / 1000)} µs rule by rule: ${short(own / index)} ×`,
  );
}

/** One pass over as many customers as a shop has. */
function manyCustomers(): void {
  const all: readonly Customer[] = Array.from({ length: 100_000 }, (_, id) => customerOf(id));
  const rules = Array.from({ length: 100 }, ruleOf);
  const pass = (count: Count) => () => {
    let sum = 0;
    for (const customer of all) sum += count(customer);
    return sum;
  };
  const passes = {
    index: pass(indexed(rules.map(conditionOf))),
    evalCondition: pass(growthBook(rules)),
    build: pass(jsonLogic(rules)),
  };
  equal("evalCondition", passes.evalCondition(), passes.index());
  equal("build", passes.build(), passes.index());
  const {
    index = 0,
    evalCondition: peer = 0,
    build = 0,
  } = timeAll(passes, { rounds: 5, roundMs: 1 });
  console.log(
    `\n100 rules over 100,000 customers: ${short(index / 1e9)} s of CPU; ${short(peer / index)} × as fast as evalCondition, ` +
      `${short(build / index)} × as fast as json-logic-engine build`,
  );
}

function loading(): void {
  const rules = Array.from({ length: 10_000 }, ruleOf);
  const text = JSON.stringify(ruleSetOf(rules.map(conditionOf)));
  const logic = rules.map(logicOf);
  const engine = new LogicEngine();
  const set = JSON.parse(text);
  const { ours = 0, build = 0 } = timeAll(
    {
      ours: () => compileRules(set),
      build: () => logic.map((one) => engine.build(one)),
    },
    { rounds: 5, roundMs: 1 },
  );
  console.log(
    `\nLoading 10,000 rules (${short(text.length / 1e6)} MB): ${short(ours / 1e6)} ms of CPU to check, compile and index; ` +
      `json-logic-engine build ${short(build / 1e6)} ms: ${short(ours / build)} of it`,
  );
}

const [only] = process.argv.slice(2);
if (only === undefined || only === "index") {
  await fiveQuestions(1);
  await fiveQuestions(100);
  await fiveQuestions(10_000);
}
if (only === undefined || only === "keys") oneRulePerKey();
if (only === undefined || only === "ranges") rangesOnly();
if (only === undefined || only === "customers") manyCustomers();
if (only === undefined || only === "load") loading();
