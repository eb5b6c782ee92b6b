import { type Accumulator, type Interval, LocalDate, parseInput } from "@kefu/core";
import { z } from "zod";

/** The normal distribution has 95 % of its mass within so many deviations of the mean. */
const DEVIATIONS_95 = 1.959963984540054;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const count = z.int().nonnegative();

/** How many calls came in one interval of one day. Intervals without a call are to be given too, with 0 calls. */
export const CallCount = z.strictObject({
  /** The day, as the wall calendar of the hot line has it. */
  date: LocalDate,
  /** Which interval of the day, counted from 0: with half hours, 18 starts at 09:00. */
  interval: count.max(1439),
  /** How many calls came. */
  calls: count.max(1_000_000),
});
/** How many calls came, see the schema of the same name. */
export interface CallCount extends Readonly<z.output<typeof CallCount>> {}
/** The same as it is written. */
export interface CallCountInput extends Readonly<z.input<typeof CallCount>> {}

const Counts = z.strictObject({ days: z.int().positive(), calls: count, squares: count });
const Sum = z.record(
  z.string().regex(/^[0-6]\/\d{1,4}$/, "must name a weekday and an interval"),
  Counts,
);
/** The counts of one interval of one weekday. */
export interface IntervalCounts extends Readonly<z.output<typeof Counts>> {}
/** The sum of {@link callForecast} by weekday (0 is Sunday) and interval: `"1/18"` is Monday at nine, in half hours. */
export type CallForecastSum = Readonly<Record<string, IntervalCounts>>;

/** The load to expect in an interval of a weekday. */
export interface ExpectedCalls {
  /** Which day of the week. */
  readonly weekday: (typeof WEEKDAYS)[number];
  /** Which interval of the day, counted from 0. */
  readonly interval: number;
  /** On how many days this rests. */
  readonly days: number;
  /** The mean number of calls, which is the forecast. */
  readonly meanCalls: number;
  /** Where the true mean lies with 95 % confidence, widened where days differ by more than chance. */
  readonly meanInterval: Interval;
  /** The variance from day to day, for a sample; `null` with fewer than two days. */
  readonly variance: number | null;
  /** Variance over mean: about 1 where calls come by chance alone (Poisson), more where days differ. `null` when unknown. */
  readonly dispersion: number | null;
}

/**
 * The calls to expect by weekday and interval, out of the counts of past days: the plain mean of all days of that
 * weekday (a seasonal mean, no trend). `finish` lists them from Sunday on; a weekday or an interval of which no day was
 * given is not in the list. Put `meanCalls`, or `meanInterval.upper` to be on the safe side, into {@link agentsFor}.
 *
 * @see L. D. Brown, T. T. Cai, A. DasGupta: Interval estimation in exponential families, Statistica Sinica 13 (2003),
 *   19–49, for the score interval of a Poisson mean; widened by the quasi-Poisson dispersion where that exceeds 1
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { callForecast } from "@kefu/staffing";
 *
 * const past = [
 *   { date: "2026-11-16", interval: 18, calls: 90 },
 *   { date: "2026-11-23", interval: 18, calls: 110 },
 * ];
 * const [monday] = callForecast.finish(accumulate(callForecast, past));
 * [monday?.weekday, monday?.meanCalls, monday?.variance]; // => ["mon", 100, 200]
 * ```
 */
export const callForecast: Accumulator<CallCountInput, CallForecastSum, readonly ExpectedCalls[]> =
  {
    create: () => ({}),
    add: (sum, input) => {
      const { date, interval, calls } = parseInput(CallCount, "call count", input);
      const key = `${new Date(`${date}T00:00Z`).getUTCDay()}/${interval}`;
      const day = { days: 1, calls, squares: calls * calls };
      return { ...sum, [key]: together(countsIn(sum, key), day) };
    },
    merge: (one, other) => {
      const [sum, more] = [parseInput(Sum, "sum", one), parseInput(Sum, "sum", other)];
      const joined = Object.entries(more).map(([key, counts]) => [key, together(sum[key], counts)]);
      return { ...sum, ...Object.fromEntries(joined) };
    },
    finish: (sum) =>
      Object.entries(parseInput(Sum, "sum", sum))
        .map(([key, counts]) => expectedCalls(key, counts))
        .sort((a, b) => dayOf(a) - dayOf(b) || a.interval - b.interval),
  };

/** One interval is looked at, not all: this is asked for every row. */
function countsIn(sum: CallForecastSum, key: string): IntervalCounts | undefined {
  if (typeof sum !== "object" || sum === null) parseInput(Sum, "sum", sum);
  return Object.hasOwn(sum, key) ? parseInput(Counts, "sum", sum[key]) : undefined;
}

const NOTHING: IntervalCounts = { days: 0, calls: 0, squares: 0 };

function together(one: IntervalCounts = NOTHING, other: IntervalCounts): IntervalCounts {
  return {
    days: one.days + other.days,
    calls: one.calls + other.calls,
    squares: one.squares + other.squares,
  };
}

function expectedCalls(key: string, { days, calls, squares }: IntervalCounts): ExpectedCalls {
  const [day = 0, interval = 0] = key.split("/").map(Number);
  const weekday = WEEKDAYS[day] ?? "sun";
  const meanCalls = calls / days;
  const variance = days < 2 ? null : Math.max(0, (squares - calls * meanCalls) / (days - 1));
  const dispersion = variance === null || calls === 0 ? null : variance / meanCalls;
  const spread = Math.max(1, dispersion ?? 1) * DEVIATIONS_95 ** 2;
  const half = Math.sqrt(spread * (calls + spread / 4));
  const meanInterval = {
    lower: Math.max(0, (calls + spread / 2 - half) / days),
    upper: (calls + spread / 2 + half) / days,
  };
  return { weekday, interval, days, meanCalls, meanInterval, variance, dispersion };
}

function dayOf({ weekday }: ExpectedCalls): number {
  return WEEKDAYS.indexOf(weekday);
}
