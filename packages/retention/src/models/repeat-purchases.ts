import { InvalidInputError, type KefuIssue } from "@kefu/core";

/**
 * How customers without a contract bought again: one customer an entry in each column. `CustomerHistories`
 * of {@link summarizeTransactions} are such columns. Customers with a contract, who are seen to leave, are no such thing and do
 * not compile here.
 */
export interface RepeatPurchases {
  /** Without contract nobody is seen to leave. */
  readonly kind: "nonContractual";
  /** How many days the unit of `recency` and `age` has: 1, or 7 for weeks. */
  readonly unitDays: number;
  /** How often they bought again after the first time: x. For BG/BB the number of opportunities that were used. */
  readonly frequency: ArrayLike<number>;
  /** From the first purchase to the last: t_x; 0 where `frequency` is 0. */
  readonly recency: ArrayLike<number>;
  /** From the first purchase to the end of what is known: T. For BG/BB the number of opportunities. */
  readonly age: ArrayLike<number>;
  /** How many customers each entry stands for; one, where it is left out. */
  readonly count?: ArrayLike<number> | undefined;
}

/** What customers without a contract spent on their repeat purchases: one customer an entry in each column. */
export interface RepeatSpend {
  /** Without contract nobody is seen to leave. */
  readonly kind: "nonContractual";
  /** How often they bought again after the first time. */
  readonly frequency: ArrayLike<number>;
  /** What they spent on these purchases together; 0 where `frequency` is 0. */
  readonly repeatSpendMinor: ArrayLike<number>;
  /** How many customers each entry stands for; one, where it is left out. */
  readonly count?: ArrayLike<number> | undefined;
}

/** Names no more mistakes than this: a file in the wrong order has millions. */
const NAMED = 100;

/** Whole numbers are exact up to here, and so are their sums. */
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isAmount = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= MOST;

/** Times and amounts beyond this are no times and amounts. */
const MOST = 1e15;

/** Refuses purchases that cannot be, each with its column and row. */
export function checkPurchases(purchases: RepeatPurchases): void {
  const { unitDays, frequency, recency, age } = checkedColumns("repeat purchases", purchases, [
    "frequency",
    "recency",
    "age",
  ]);
  const issues: KefuIssue[] = [];
  if (!(typeof unitDays === "number" && unitDays > 0 && unitDays < MOST)) {
    issues.push({ path: ["unitDays"], message: "must be a number above 0" });
  }
  for (let row = 0; row < frequency.length && issues.length < NAMED; row++) {
    const [x, last, until] = [frequency[row], recency[row], age[row]];
    if (!isCount(x)) issues.push({ path: ["frequency", row], message: WHOLE });
    if (!isAmount(until)) issues.push({ path: ["age", row], message: FROM_ZERO });
    const wrong = wrongRecency(x, last, until);
    if (wrong !== undefined) issues.push({ path: ["recency", row], message: wrong });
  }
  refuse("repeat purchases", issues);
}

function wrongRecency(x: unknown, last: unknown, until: unknown): string | undefined {
  if (!isAmount(last)) return FROM_ZERO;
  if (isAmount(until) && last > until) return "must not be above the age";
  return x === 0 && last !== 0 ? "must be 0 without a repeat purchase" : undefined;
}

/** Refuses spending that cannot be, each with its column and row. */
export function checkSpend(spend: RepeatSpend): void {
  const { frequency, repeatSpendMinor } = checkedColumns("repeat spend", spend, [
    "frequency",
    "repeatSpendMinor",
  ]);
  const issues: KefuIssue[] = [];
  for (let row = 0; row < frequency.length && issues.length < NAMED; row++) {
    if (!isCount(frequency[row])) issues.push({ path: ["frequency", row], message: WHOLE });
    if (!isAmount(repeatSpendMinor[row])) {
      issues.push({ path: ["repeatSpendMinor", row], message: FROM_ZERO });
    } else if (frequency[row] === 0 && repeatSpendMinor[row] !== 0) {
      const message = "must be 0 without a repeat purchase";
      issues.push({ path: ["repeatSpendMinor", row], message });
    }
  }
  refuse("repeat spend", issues);
}

const WHOLE = "must be a whole number from 0 up";
const FROM_ZERO = "must be a number from 0 up";

function checkedColumns<Given extends RepeatSpend | RepeatPurchases>(
  subject: string,
  given: Given,
  names: readonly (keyof Given & string)[],
): Given {
  const issues: KefuIssue[] = [];
  const columns = given as unknown as Readonly<Record<string, unknown>> | null | undefined;
  if (columns?.["kind"] !== "nonContractual") {
    issues.push({ path: ["kind"], message: 'must be "nonContractual"' });
  }
  const optional = columns?.["count"] === undefined ? [] : ["count"];
  for (const name of [...names, ...optional]) {
    const column = columns?.[name];
    if (!isColumn(column)) issues.push({ path: [name], message: "must be a list of numbers" });
    else if (column.length !== (columns?.["frequency"] as ArrayLike<number>)?.length) {
      issues.push({ path: [name], message: "must be as long as `frequency`" });
    } else if (name === "count") issues.push(...wrongCounts(column));
  }
  refuse(subject, issues);
  return given;
}

function wrongCounts(counts: ArrayLike<number>): KefuIssue[] {
  const issues: KefuIssue[] = [];
  for (let row = 0; row < counts.length && issues.length < NAMED; row++) {
    if (!isCount(counts[row])) issues.push({ path: ["count", row], message: WHOLE });
  }
  return issues;
}

function isColumn(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function refuse(subject: string, issues: readonly KefuIssue[]): void {
  if (issues.length > 0) throw new InvalidInputError(subject, issues);
}
