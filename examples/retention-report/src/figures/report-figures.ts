import {
  type CohortTable,
  cohorts,
  customerHistories,
  type HistorySum,
  type RfmTable,
  rfmTable,
  rfmValues,
  type ServiceValue,
} from "@kefu/retention";
import { dateOfDay } from "../orders/read-cells.ts";
import type { OrderSum } from "../orders/sum-orders.ts";
import { type Forecast, forecast } from "./forecast.ts";
import { type SatisfactionAssumed, satisfactionValue } from "./satisfaction-value.ts";
import { type SecondPurchase, secondPurchase } from "./who-stays.ts";
import { type WinBack, type WinBackCosts, winBack } from "./win-back.ts";
import { type Valuation, type Worth, worth } from "./worth.ts";

/** What is to be assumed where orders do not tell it. */
export interface Assumptions {
  readonly currency: string;
  /** The last day that forecasts are made from; in the middle of the data unless said. */
  readonly calibrationDay?: number | undefined;
  readonly valuation: Valuation;
  readonly winBack: WinBackCosts;
  readonly satisfaction: SatisfactionAssumed;
}

/** What the report rests on. */
interface Source {
  readonly file: string;
  readonly rows: number;
  readonly orders: number;
  readonly rejected: number;
  readonly customers: number;
  readonly revenueMinor: number;
  readonly currency: string;
  readonly first: string;
  readonly last: string;
}

/** All figures of the report, in plain JSON. */
export interface ReportFigures {
  readonly source: Source;
  readonly secondPurchase: SecondPurchase;
  readonly cohorts: CohortTable;
  readonly rfm: Omit<RfmTable, "customers">;
  readonly forecast: Forecast | null;
  readonly valuation: Valuation;
  readonly worth: Worth;
  readonly winBack: WinBack;
  readonly serviceValue: ServiceValue;
  readonly satisfaction: SatisfactionAssumed;
}

type Days = readonly [first: number, last: number];

/** Works out all figures of orders that have at least one day. */
export function reportFigures(
  file: string,
  { histories, orders, rejected, days }: OrderSum & { readonly days: Days },
  assumptions: Assumptions,
): ReportFigures {
  const [first, last] = days;
  const asOf = dateOfDay(last);
  const seen = customerHistories({ calibrationEnd: asOf }).finish(histories);
  const { customers: _, ...rfm } = rfmTable(rfmValues(seen), { asOf });
  const { worth: value, each } = worth(seen, assumptions.valuation);
  const calibrationDay = assumptions.calibrationDay ?? first + Math.floor((last - first) / 2);
  const { currency, satisfaction } = assumptions;
  return {
    source: {
      file,
      rows: orders + rejected,
      orders,
      rejected,
      customers: seen.n,
      revenueMinor: seen.spendMinor.reduce((sum, spent) => sum + spent, 0),
      currency,
      first: dateOfDay(first),
      last: asOf,
    },
    secondPurchase: secondPurchase(histories, last),
    cohorts: cohortTable(histories, days),
    rfm,
    forecast: forecast(histories, days, calibrationDay),
    valuation: assumptions.valuation,
    worth: value,
    winBack: winBack(seen, each, { costs: assumptions.winBack, lastDay: last }),
    serviceValue: satisfactionValue(seen, { currency, satisfaction, worth: value, each, days }),
    satisfaction,
  };
}

/** So many periods still fit into a picture that is read. */
const PERIODS = 24;

function cohortTable(histories: HistorySum, [first, last]: Days): CohortTable {
  const months = (last - first) / 30.4;
  const period = months <= PERIODS ? "month" : months <= 3 * PERIODS ? "quarter" : "year";
  const table = cohorts({ asOf: dateOfDay(last), period });
  return table.finish(table.addHistories(table.create(), histories));
}
