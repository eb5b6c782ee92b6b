import { type Because, CustomerId, LocalDate, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import { requireEachOnce } from "../each-once.ts";
import { diagnosticsOf, type Estimate, EstimateOptions, FEW } from "../estimate.ts";
import { dayOf } from "../histories/day-number.ts";
import { deviationsFor } from "../numerics/normal.ts";
import { parseRows } from "../parse-rows.ts";
import { histogramOf, quantileOf } from "../rfm/quantile.ts";

const share = z.number().gt(0).lt(1);

/** When a customer counts as lost. */
export const ChurnDefinition = z.discriminatedUnion("kind", [
  z.strictObject({
    /** Customers with a contract are lost when it has ended, and at no other time. */
    kind: z.literal("contractual"),
  }),
  z.strictObject({
    /** Customers without contract do not say that they leave. Lost is who is silent for longer than usual. */
    kind: z.literal("silence"),
    /** Which share of gaps between purchases is usual. */
    quantile: share.default(0.9),
    /** Whose gaps: those of the customer, or those of all customers of his segment. */
    gapsOf: z.enum(["customer", "segment"]).default("customer"),
    /** A customer with fewer gaps is measured by those of his segment. */
    fewestGaps: z.int().min(1).default(5),
  }),
]);
/** When a customer counts as lost, with defaults left out. */
export type ChurnDefinitionInput = Readonly<z.input<typeof ChurnDefinition>>;

/** How to tell who is lost. */
export const ChurnPolicy = z.strictObject({
  ...EstimateOptions.shape,
  /** The day for which it is told; what happens later is not known. */
  asOf: LocalDate,
  /** When a customer counts as lost. */
  definition: ChurnDefinition,
});
/** How to tell who is lost, with defaults left out. */
export type ChurnPolicyInput = Readonly<z.input<typeof ChurnPolicy>>;

/** What is known of a customer; each definition reads its own part. */
export const ChurnCustomer = z.strictObject({
  /** Who. */
  customerId: CustomerId,
  /** Whom he is compared with. */
  segment: z.string().min(1).max(128).default("all"),
  /** On which days he bought, in any order. For `"silence"`. */
  purchases: z.array(LocalDate).readonly().optional(),
  /** The last day of his contract; left out while it runs. For `"contractual"`. */
  endedOn: LocalDate.optional(),
});
/** What is known of a customer, with defaults left out. */
export type ChurnCustomerInput = Readonly<z.input<typeof ChurnCustomer>>;

/** Whether one customer is lost. */
export interface ChurnVerdict {
  /** Who. */
  readonly customerId: string;
  /** Whether he is lost; `null` where that cannot be said, for want of purchases or of gaps. */
  readonly churned: boolean | null;
  /** For `"silence"`: how many days since the last purchase. */
  readonly silentDays: number | null;
  /** For `"silence"`: how many are usual. */
  readonly usualDays: number | null;
  /** Why; `retentionMessages` has the sentences. */
  readonly because: Because;
}

/** Which share of customers is lost. */
export interface ChurnReport extends Estimate {
  /** How many are lost. */
  readonly churned: number;
  /** Of how many it cannot be said; they do not count. */
  readonly unknown: number;
  /** All customers, in the order given. */
  readonly customers: readonly ChurnVerdict[];
}

/**
 * Who is lost, and which share of customers that is. What "lost" means is part of the question, and is echoed in the answer.
 *
 * - Contractual: the last day of the contract is not after `asOf`. No date means that it runs.
 * - Silence: the last purchase is longer ago than the quantile (type 7) of the gaps between days of purchase.
 *
 * {@link churnByAliveProbability} tells it by the probability of a model that a customer is still there.
 *
 * @throws `InvalidInputError` when a customer or the policy has not its shape, or a customer stands twice
 *
 * @example
 * ```ts
 * import { churn } from "@kefu/retention";
 *
 * const { value, customers } = churn(
 *   [
 *     { customerId: "mei", purchases: ["2026-01-01", "2026-01-11", "2026-01-21", "2026-02-01"] },
 *     { customerId: "ann", purchases: ["2025-10-01", "2025-10-11", "2025-10-21"] },
 *   ],
 *   { asOf: "2026-02-08", definition: { kind: "silence", fewestGaps: 2 } },
 * );
 * value; // => 0.5
 * customers.map(({ churned, silentDays, usualDays }) => [churned, silentDays, usualDays]);
 * // => [[false, 7, 10.8], [true, 110, 10]]
 * ```
 */
export function churn(
  customers: readonly ChurnCustomerInput[],
  policy: ChurnPolicyInput,
): ChurnReport {
  const { definition, asOf, level } = parseInput(ChurnPolicy, "churn policy", policy);
  const parsed = parseRows(
    { schema: ChurnCustomer, subject: "customers", list: "purchases" },
    customers,
  );
  requireEachOnce(parsed);
  const judge = judgeOf(definition, parsed, dayOf(asOf) as number);
  const verdicts = parsed.map((one) => ({ customerId: one.customerId, ...judge(one) }));
  const churned = verdicts.filter((verdict) => verdict.churned === true).length;
  const unknown = verdicts.filter((verdict) => verdict.churned === null).length;
  const n = verdicts.length - unknown;
  const { kind, ...facts } = definition;
  return {
    value: n === 0 ? null : churned / n,
    interval: n === 0 ? null : wilsonInterval(churned, n, deviationsFor(level)),
    level,
    n,
    asOf,
    definition: { code: `churn-${kind}`, facts },
    diagnostics: diagnosticsOf({
      NO_DATA: n === 0,
      FEW_EVENTS: n > 0 && churned < FEW,
      BOUNDARY: n > 0 && (churned === 0 || churned === n),
    }),
    churned,
    unknown,
    customers: verdicts,
  };
}

type Customer = z.output<typeof ChurnCustomer>;
type Verdict = Omit<ChurnVerdict, "customerId">;
type Judge = (customer: Customer) => Verdict;
type Definition = z.output<typeof ChurnDefinition>;

function judgeOf(definition: Definition, customers: readonly Customer[], asOf: number): Judge {
  if (definition.kind === "silence") return silenceJudge(definition, customers, asOf);
  return ({ endedOn }) =>
    endedOn !== undefined && (dayOf(endedOn) as number) <= asOf
      ? verdict(true, "contract-ended", { endedOn })
      : verdict(false, "contract-runs");
}

function silenceJudge(
  { quantile, gapsOf, fewestGaps }: Extract<Definition, { readonly kind: "silence" }>,
  customers: readonly Customer[],
  asOf: number,
): Judge {
  const gapsIn = new Map<string, number[]>();
  for (const customer of customers) {
    const gaps = gapsIn.get(customer.segment) ?? [];
    gapsIn.set(customer.segment, gaps);
    for (const gap of gapsBetween(daysOf(customer, asOf))) gaps.push(gap);
  }
  const usualOf = (gaps: readonly number[]): number | null =>
    gaps.length < fewestGaps ? null : quantileOf(histogramOf(gaps), quantile);
  const usualIn = new Map([...gapsIn].map(([segment, gaps]) => [segment, usualOf(gaps)]));
  return (customer) => {
    const days = daysOf(customer, asOf);
    const last = days.at(-1);
    if (last === undefined) return verdict(null, "no-purchases");
    const silentDays = asOf - last;
    const own = gapsOf === "customer" ? usualOf(gapsBetween(days)) : null;
    const usualDays = own ?? usualIn.get(customer.segment) ?? null;
    if (usualDays === null) return { ...verdict(null, "too-few-gaps", { fewestGaps }), silentDays };
    const churned = silentDays > usualDays;
    const code = churned ? "silent-too-long" : "silent-as-usual";
    return { ...verdict(churned, code, { silentDays, usualDays }), silentDays, usualDays };
  };
}

const verdict = (churned: boolean | null, code: string, facts: Because["facts"] = {}): Verdict => ({
  churned,
  silentDays: null,
  usualDays: null,
  because: { code, facts },
});

/** The days of purchase that are known, in order, each once. */
function daysOf({ purchases = [] }: Customer, asOf: number): number[] {
  const days = new Set(purchases.map((date) => dayOf(date) as number));
  return [...days].filter((day) => day <= asOf).sort((one, other) => one - other);
}

const gapsBetween = (days: readonly number[]): number[] =>
  days.slice(1).map((day, at) => day - (days[at] as number));
