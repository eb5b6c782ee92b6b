import { Currency, type Interval, money, parseInput, seededRandom } from "@kefu/core";
import { z } from "zod";
import { diagnosticsOf, EstimateOptions, FEW, type Stated } from "../estimate.ts";
import { middleOf, normalDraw, shareDraw } from "./draws.ts";

const Count = z.int().min(0).max(1e12);
const Counted = z
  .strictObject({
    /** How many did. */
    count: Count,
    /** Of how many. */
    of: Count,
  })
  .refine(({ count, of }) => count <= of, { path: ["count"], message: "must not be above `of`" });

/** How many times likelier a satisfied customer buys again, and how unsure that is. */
const Ratio = z
  .strictObject({
    /** How many satisfied ones buy again for each dissatisfied one. */
    times: z.number().min(1).max(1000).default(6),
    /** The standard deviation of its logarithm: with 0.25, 6 lies between 3.7 and 9.8 with 95 %. 0 for a ratio taken as sure. */
    logSpread: z.number().min(0).max(3).default(0.25),
  })
  .prefault({});

/** What is known of customers, their satisfaction, and what raising it costs. */
export const ServiceValuePolicy = z.strictObject({
  ...EstimateOptions.shape,
  /** How many customers the service reaches. */
  customers: Count,
  /** How many of those asked are satisfied. */
  satisfied: Counted,
  /** By how much the share of satisfied customers rises: 0.01 for a point. Negative where it falls. */
  raise: z.number().min(-1).max(1).default(0.01),
  /**
   * Who buys again: all together, with the prior `ratio` of satisfied to dissatisfied; or counted apart, which replaces the prior.
   */
  repurchase: z.union([
    z.strictObject({ all: Counted, ratio: Ratio }),
    z.strictObject({ satisfied: Counted, dissatisfied: Counted }),
  ]),
  /** What a customer who is kept earns, in the smallest unit of the currency. */
  marginMinor: z.int(),
  /** The standard error of that margin. */
  marginErrorMinor: Count.default(0),
  /** What is spent on the service to raise satisfaction, in the smallest unit. */
  spendingMinor: Count,
  /** The currency of all amounts. */
  currency: Currency,
  /** The same seed draws the same intervals. */
  seed: z.string().min(1).max(200),
  /** How many draws the intervals rest on. */
  draws: z.int().min(100).max(100_000).default(4000),
});
/** What is known of customers, their satisfaction, and what raising it costs, with defaults left out. */
export type ServiceValuePolicyInput = Readonly<z.input<typeof ServiceValuePolicy>>;
type Policy = z.output<typeof ServiceValuePolicy>;

/** One link of the chain: its figure and where the true one lies; `null` where nothing can be said. */
export interface ChainFigure {
  /** The figure. */
  readonly value: number | null;
  /** The middle of the draws. */
  readonly interval: Interval | null;
}

/** What a change of satisfaction is worth, link by link. */
export interface ServiceValue extends Stated {
  /** Share of satisfied customers that buys again. */
  readonly repurchaseSatisfied: ChainFigure;
  /** Share of dissatisfied customers that buys again. */
  readonly repurchaseDissatisfied: ChainFigure;
  /** How many customers more are kept. */
  readonly retained: ChainFigure;
  /** What they earn: whole minor units, halves away from zero. */
  readonly marginMinor: ChainFigure;
  /** What one point (0.01) of satisfaction earns of that: whole minor units; `null` where nothing is raised. */
  readonly perPointMinor: ChainFigure;
  /** What remains of it after the spending: whole minor units. */
  readonly netMinor: ChainFigure;
  /** What comes back for each unit that is spent; `null` where nothing is. */
  readonly returnOnSpending: ChainFigure;
  /** The currency of the amounts. */
  readonly currency: Currency;
  /** How often was drawn, and from which seed. */
  readonly drawn: { readonly draws: number; readonly seed: string };
}

const NO_FIGURE: ChainFigure = { value: null, interval: null };

interface Link {
  readonly good: number;
  readonly bad: number;
  readonly retained: number;
  readonly margin: number;
  readonly isCapped: boolean;
}

/**
 * The service value chain: more satisfied customers → more who buy again → more who are kept → what they earn → what comes back
 * for what is spent on the service. Intervals are the middle of seeded draws over everything that was counted and over the prior.
 *
 * Of one customer who turns satisfied, the chance to buy again rises from that of the dissatisfied to that of the satisfied.
 * Without counts of your own these follow from the share of all who buy again and the prior of 6 : 1. The share of satisfied customers
 * stays within 0 and 1, and so does the chance to buy again: `BOUNDARY` tells of it. Fewer than ten satisfied customers, or buyers, are
 * `FEW_EVENTS`. Without anybody counted there is no figure (`NO_DATA`).
 *
 * @throws `InvalidInputError` when the policy has not its shape
 * @throws `AmountOverflowError` when an amount is beyond ±(2^53 − 1)
 *
 * @example
 * ```ts
 * import { serviceValue } from "@kefu/retention";
 *
 * const { retained, marginMinor, returnOnSpending } = serviceValue({
 *   customers: 10_000,
 *   satisfied: { count: 800, of: 1_000 },
 *   repurchase: { all: { count: 5_000, of: 10_000 } },
 *   marginMinor: 4_000,
 *   spendingMinor: 80_000,
 *   currency: "EUR",
 *   seed: "autumn",
 * });
 * [retained.value, marginMinor.value, returnOnSpending.value]; // => [50, 200000, 2.5]
 * ```
 */
export function serviceValue(input: ServiceValuePolicyInput): ServiceValue {
  const policy = parseInput(ServiceValuePolicy, "service value policy", input);
  const { level, asOf, satisfied, customers, seed, draws, currency, spendingMinor, raise } = policy;
  const groups = groupsOf(policy);
  const isKnown = [satisfied, ...groups].every(({ of }) => of > 0);
  const isFew = [satisfied, ...groups].some(({ count }) => count < FEW);
  const best = linkOf(policy, bestGuess(policy, groups));
  const sampled = isKnown ? sample(policy, groups) : [];
  const whole = (value: number) =>
    money(Math.sign(value) * Math.round(Math.abs(value)), currency).amountMinor;
  const figure = (of: (link: Link) => number, digits: (value: number) => number = tidy) => {
    if (!isKnown) return NO_FIGURE;
    const value = of(best);
    const middle = middleOf(Float64Array.from(sampled, of), level);
    // At an edge (nobody, everybody) all draws lie on one side of the figure.
    const [lower, upper] = [Math.min(value, middle.lower), Math.max(value, middle.upper)];
    return { value: digits(value), interval: { lower: digits(lower), upper: digits(upper) } };
  };
  return {
    ...{ level, n: customers, asOf: asOf ?? null, currency, drawn: { draws, seed } },
    definition: { code: "service-value", facts: { points: tidy(raise * 100), ...priorOf(policy) } },
    diagnostics: diagnosticsOf({
      NO_DATA: !isKnown,
      FEW_EVENTS: isKnown && isFew,
      BOUNDARY: isKnown && best.isCapped,
    }),
    repurchaseSatisfied: figure(({ good }) => good),
    repurchaseDissatisfied: figure(({ bad }) => bad),
    retained: figure(({ retained }) => retained),
    marginMinor: figure(({ margin }) => margin, whole),
    perPointMinor: raise === 0 ? NO_FIGURE : figure(({ margin }) => margin / (raise * 100), whole),
    netMinor: figure(({ margin }) => margin - spendingMinor, whole),
    returnOnSpending:
      spendingMinor === 0 ? NO_FIGURE : figure(({ margin }) => margin / spendingMinor),
  };
}

/** Takes off the last digits, which only tell of the way of computing. */
const tidy = (value: number) => Number(value.toPrecision(12)) || 0;

const groupsOf = ({ repurchase }: Policy) =>
  "all" in repurchase ? [repurchase.all] : [repurchase.satisfied, repurchase.dissatisfied];

const priorOf = ({ repurchase }: Policy) =>
  "all" in repurchase ? { ratio: repurchase.ratio.times } : {};

interface Shares {
  readonly satisfied: number;
  /** Who buys again: of all, or of the satisfied and the dissatisfied. */
  readonly groups: readonly number[];
  readonly times: number;
  readonly margin: number;
}

function bestGuess(
  { satisfied, repurchase, marginMinor }: Policy,
  groups: readonly Share[],
): Shares {
  const times = "all" in repurchase ? repurchase.ratio.times : 1;
  return { satisfied: shareOf(satisfied), groups: groups.map(shareOf), times, margin: marginMinor };
}

type Share = z.output<typeof Counted>;
const shareOf = ({ count, of }: Share) => (of === 0 ? 0 : count / of);

function sample(policy: Policy, groups: readonly Share[]): readonly Link[] {
  const { satisfied, repurchase, marginMinor, marginErrorMinor, seed, draws } = policy;
  const random = seededRandom(seed);
  const ratio = "all" in repurchase ? repurchase.ratio : { times: 1, logSpread: 0 };
  return Array.from({ length: draws }, () =>
    linkOf(policy, {
      satisfied: shareDraw(random, satisfied),
      groups: groups.map((group) => shareDraw(random, group)),
      times: ratio.times * Math.exp(ratio.logSpread * normalDraw(random)),
      margin: marginMinor + marginErrorMinor * normalDraw(random),
    }),
  );
}

function linkOf({ customers, raise }: Policy, shares: Shares): Link {
  const { satisfied, groups, times, margin } = shares;
  const [first = 0, second] = groups;
  const chances =
    second === undefined ? chancesBy(times, first, satisfied) : { good: first, bad: second };
  const after = within(satisfied + raise);
  const retained = customers * (after - satisfied) * (chances.good - chances.bad);
  const isCapped = after !== satisfied + raise || chances.isCapped === true;
  return { ...chances, retained, margin: retained * margin, isCapped };
}

interface Chances {
  readonly good: number;
  readonly bad: number;
  readonly isCapped?: boolean;
}

/**
 * Who buys again by a ratio: all = s · times · bad + (1 − s) · bad. Where the ratio asks for more than everybody of one group, the
 * other group makes up for the rest, so that both together stay what was counted.
 */
function chancesBy(times: number, all: number, satisfied: number): Chances {
  const bad = all / (1 + (times - 1) * satisfied);
  const good = bad * times;
  if (good > 1 && satisfied < 1) {
    return { good: 1, bad: within((all - satisfied) / (1 - satisfied)), isCapped: true };
  }
  if (bad > 1 && satisfied > 0) {
    return { good: within((all - 1 + satisfied) / satisfied), bad: 1, isCapped: true };
  }
  return { good: within(good), bad: within(bad) };
}

const within = (share: number) => Math.min(1, Math.max(0, share));
