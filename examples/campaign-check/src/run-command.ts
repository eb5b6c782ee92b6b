import { parseArgs } from "node:util";
import { type Instant, KefuError, Locale } from "@kefu/core";
import { type Finding, InvalidRuleSetError, traceDecision } from "@kefu/personalization";
import { type Decided, type DryRun, dryRun } from "./dry-run.ts";
import { Mistake } from "./mistake.ts";
import { momentOf } from "./moment-of.ts";
import { type Campaign, readCampaign } from "./read-campaign.ts";
import { type Customer, readCustomers } from "./read-customers.ts";
import { decisionsTable, findingsReport, sumsTable, traceReport } from "./report.ts";
import { USAGE } from "./usage.ts";
import { word } from "./words.ts";

const OPTIONS = {
  at: { type: "string" },
  why: { type: "string" },
  locale: { type: "string", default: "en" },
  limit: { type: "string", default: "20" },
  json: { type: "boolean", default: false },
  strict: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** What the command needs of its surroundings. */
export interface Surroundings {
  readonly now: Instant;
  readonly print: (text: string) => void;
  /** Tells of a mistake. */
  readonly complain: (text: string) => void;
}

/** Does what the words ask for. Gives the code to exit with. */
export async function runCommand(
  words: readonly string[],
  surroundings: Surroundings,
): Promise<0 | 1 | 2> {
  try {
    return await obey(words, surroundings);
  } catch (error) {
    if (!isMistake(error)) throw error;
    surroundings.complain(`campaign-check: ${error.message.split("\n")[0]}`);
    return 2;
  }
}

async function obey(words: readonly string[], surroundings: Surroundings): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    ...{ args: [...words], options: OPTIONS, allowPositionals: true },
  });
  const [campaignFile, customers, ...more] = positionals;
  if (values.help) {
    surroundings.print(USAGE);
    return 0;
  }
  if (campaignFile === undefined || more.length > 0) {
    throw new Mistake("campaign-check <campaign.json> [customers.jsonl]; --help tells more");
  }
  const { now, ...printing } = surroundings;
  const at = values.at === undefined ? now : momentOf(values.at, "--at");
  const wishes = { ...values, at, locale: localeOf(values.locale), limit: limitOf(values.limit) };
  return check(campaignFile, customers, { ...wishes, ...printing });
}

/** What is asked for. */
interface Wishes extends Omit<Surroundings, "now"> {
  readonly at: Instant;
  readonly locale: Locale;
  readonly limit: number;
  readonly json: boolean;
  readonly strict: boolean;
  readonly why?: string | undefined;
}

async function check(
  file: string,
  customersFile: string | undefined,
  wishes: Wishes,
): Promise<0 | 1> {
  const { at, locale, json, strict, print } = wishes;
  const campaign = readCampaign(file);
  const { findings } = campaign;
  const run = usable(campaign, at);
  if (!json) print(findingsReport(findings, locale));
  if (run !== undefined && customersFile !== undefined) {
    await tell(run, customersFile, { ...wishes, findings });
  } else if (json) {
    print(JSON.stringify({ usable: run !== undefined, findings }, null, 2));
  }
  if (run !== undefined) return strict && findings.length > 0 ? 1 : 0;
  if (!json) print(word("refused", locale));
  return 1;
}

/** The campaign made ready; nothing where its rules can't be used, of which the findings tell. */
function usable(campaign: Campaign, at: Instant): DryRun | undefined {
  try {
    return dryRun(campaign, at);
  } catch (error) {
    if (error instanceof InvalidRuleSetError) return undefined;
    throw error;
  }
}

function tell(
  run: DryRun,
  file: string,
  wishes: Wishes & { readonly findings: readonly Finding[] },
): Promise<void> {
  const { why } = wishes;
  if (why !== undefined) return tellOne(run, file, { ...wishes, why });
  return wishes.json ? tellAllAsJson(run, file, wishes) : tellAll(run, file, wishes);
}

/** Only the first of many customers stay in memory. */
async function tellAll(run: DryRun, file: string, wishes: Wishes): Promise<void> {
  const { at, locale, limit, print } = wishes;
  const first: Decided[] = [];
  for await (const customer of readCustomers(file, run.profile)) {
    const decided = run.ask(customer);
    if (first.length < limit) first.push(decided);
  }
  print(`\n${decisionsTable(first, at, locale)}`);
  const rest = run.asked() - first.length;
  if (rest > 0) print(`… +${rest.toLocaleString(locale)}`);
  print(`\n${sumsTable(run, locale)}`);
}

/** One JSON value, each decision on a line of its own. */
async function tellAllAsJson(
  run: DryRun,
  file: string,
  { print, findings }: Wishes & { readonly findings: readonly Finding[] },
): Promise<void> {
  print(`{ "usable": true, "findings": ${JSON.stringify(findings)}, "decisions": [`);
  for await (const customer of readCustomers(file, run.profile)) {
    const decided = run.ask(customer);
    print(`${run.asked() === 1 ? " " : ","} ${JSON.stringify(decided)}`);
  }
  print(`], "sums": ${JSON.stringify(Object.fromEntries(run.sums))} }`);
}

async function tellOne(
  { rules, profile, contextOf }: DryRun,
  file: string,
  { why, json, locale, print }: Wishes & { readonly why: string },
): Promise<void> {
  const customer = await customerNamed(readCustomers(file, profile), why);
  const trace = traceDecision(customer.profile, contextOf(customer), rules);
  print(json ? JSON.stringify(trace, null, 2) : `\n${traceReport(trace, locale)}`);
}

async function customerNamed(customers: AsyncIterable<Customer>, id: string): Promise<Customer> {
  for await (const customer of customers) {
    if (String(customer.profile.id) === id) return customer;
  }
  throw new Mistake(`there is no customer "${id}"`);
}

function localeOf(text: string): Locale {
  const { success, data } = Locale.safeParse(text);
  if (success) return data;
  throw new Mistake(`--locale: "${text}" is no language tag`);
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 0 && limit <= 100_000) return limit;
  throw new Mistake(`--limit: "${text}" is no number from 0 to 100000`);
}

/** Mistakes of whoever types: ours, Kefu's, and those of the arguments. */
const isMistake = (error: unknown): error is Error =>
  error instanceof Mistake ||
  error instanceof KefuError ||
  (error instanceof TypeError && "code" in error);
