import type { Interval } from "@kefu/core";
import {
  aliveProbability,
  type CustomerHistories,
  expectedSpend,
  type FittedFigure,
  figureOfFit,
  fitBgNbd,
  fitGammaGamma,
  type GammaGamma,
  lifetimeValue,
} from "@kefu/retention";
import type { BgNbdFit } from "./forecast.ts";

/** How customers are valued. */
export interface Valuation {
  /** What remains of a unit of sales. */
  readonly margin: number;
  /** The effective rate of a year. */
  readonly discountRate: number;
}

/** A tenth of the customers, the most valuable first. */
interface ValueTenth {
  readonly customers: number;
  readonly meanMinor: number;
  readonly totalMinor: number;
  /** Of what all are worth. */
  readonly share: number | null;
}

/** What the customers will be worth within twelve months. */
export interface Worth {
  readonly purchases: BgNbdFit;
  readonly spend: ReturnType<typeof fitGammaGamma>;
  readonly totalMinor: number;
  readonly standardErrorMinor: number | null;
  readonly interval: Interval | null;
  readonly meanMinor: number;
  readonly tenths: readonly ValueTenth[];
  /** How many are likelier there than not. */
  readonly likelyThere: number;
}

/** What {@link Worth} rests on, customer by customer. */
export interface CustomerWorth {
  readonly alive: Float64Array;
  /** In the smallest unit, not rounded. */
  readonly valuesMinor: Float64Array;
}

/** Twelve months of the mean length. */
const YEAR = { periods: 12, periodDays: 30.436875, timing: "mid" } as const;

/** What each customer and all together will be worth within twelve months after the data. */
export function worth(
  histories: CustomerHistories,
  { margin, discountRate }: Valuation,
): { readonly worth: Worth; readonly each: CustomerWorth } {
  const purchases = fitBgNbd(histories);
  const spend = fitGammaGamma(histories);
  const rate = (1 + discountRate) ** (1 / 12) - 1;
  // What is bought does not depend on what it costs: counted once, for a margin of 1.
  const bought = lifetimeValue(purchases, histories, { ...YEAR, discountRate: rate, spend: 1 });
  const valuesOf = (model: GammaGamma) =>
    spendOf(model, histories).map((amount, at) => margin * amount * (bought.values[at] as number));
  const values = Float64Array.from(valuesOf(spend));
  const total = sumOf(values);
  const part = partOf(histories, spendOf(spend, histories));
  const ofPurchases = figureOfFit(
    purchases,
    (model) =>
      margin *
      part.scale *
      lifetimeValue(model, part, { ...YEAR, discountRate: rate, spend: part.spend }).total,
  );
  const ofSpend = spendFigure(spend, (model) => sumOf(valuesOf(model)));
  const standardErrorMinor = together(ofPurchases, ofSpend);
  const alive = aliveProbability(purchases, histories);
  return {
    worth: {
      purchases,
      spend,
      totalMinor: total,
      standardErrorMinor,
      interval: intervalOf(total, standardErrorMinor),
      meanMinor: total / Math.max(1, histories.n),
      tenths: tenthsOf(values, total),
      likelyThere: alive.reduce((count, chance) => count + Number(chance >= 0.5), 0),
    },
    each: { alive, valuesMinor: values },
  };
}

/** How a sum moves with the parameters is as sure from so many customers as from all. */
const PART = 5000;

/** Every so manyth customer, and how many each stands for. */
function partOf(histories: CustomerHistories, spend: readonly number[]) {
  const { n, kind, unitDays, frequency, recency, age } = histories;
  const size = Math.min(n, PART);
  const rows = Array.from({ length: size }, (_, at) => Math.floor((at * n) / size));
  const taken = (column: ArrayLike<number>) => rows.map((row) => column[row] as number);
  return {
    ...{ kind, unitDays, frequency: taken(frequency), recency: taken(recency), age: taken(age) },
    spend: taken(spend),
    scale: n / Math.max(1, size),
  };
}

type SpendFit = ReturnType<typeof fitGammaGamma>;

function spendFigure(fit: SpendFit, figure: (model: GammaGamma) => number) {
  // Without anybody who came back, nothing is known of what they spend.
  return fit.customers === 0 ? { standardError: null } : figureOfFit<GammaGamma>(fit, figure);
}

/** What customers spend on a purchase; where the model has no mean, what all spend. */
function spendOf(model: GammaGamma, histories: CustomerHistories): number[] {
  const { spendMinor, orders } = histories;
  const mean = sumOf(spendMinor) / Math.max(1, sumOf(orders));
  return expectedSpend(model, histories).values.map((value) => value ?? mean);
}

function sumOf(column: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < column.length; at++) sum += column[at] as number;
  return sum;
}

/** The two fits are made from different facts: how often, and for how much. */
function together(
  one: Pick<FittedFigure, "standardError">,
  other: Pick<FittedFigure, "standardError">,
): number | null {
  if (one.standardError === null || other.standardError === null) return null;
  return Math.hypot(one.standardError, other.standardError);
}

/** For 95 %, symmetric in the logarithm, as the figures of fits are. */
function intervalOf(value: number, standardError: number | null): Interval | null {
  if (standardError === null || value <= 0) return null;
  const factor = Math.exp((1.959963984540054 * standardError) / value);
  return { lower: value / factor, upper: value * factor };
}

function tenthsOf(values: Float64Array, total: number): ValueTenth[] {
  const sorted = values.toSorted().reverse();
  return Array.from({ length: 10 }, (_, tenth) => {
    const [from, to] = [tenth, tenth + 1].map((at) => Math.round((at * sorted.length) / 10));
    const part = sorted.subarray(from, to);
    const sum = sumOf(part);
    return {
      customers: part.length,
      meanMinor: sum / Math.max(1, part.length),
      totalMinor: sum,
      share: total > 0 ? sum / total : null,
    };
  });
}
