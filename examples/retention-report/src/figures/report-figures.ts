import {
  type CohortTable,
  type HistorySum,
  type RfmTable,
  rfmTable,
  rfmValues,
  type ServiceValue,
} from "@kefu/retention";
import { dateOfDay } from "../orders/read-cells.ts";
import type { Days, OrderCounts } from "../orders/sum-orders.ts";
import { studyCustomers } from "./customer-study.ts";
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

/** Orders that have at least one day, and the histories of their customers, by parts of the customers. */
export interface StudiedOrders extends OrderCounts {
  readonly days: Days;
  readonly parts: Iterable<HistorySum> | AsyncIterable<HistorySum>;
}

/** Works out all figures of orders. */
export async function reportFigures(
  file: string,
  { orders, rejected, days, parts }: StudiedOrders,
  { currency, calibrationDay, ...assumptions }: Assumptions,
): Promise<ReportFigures> {
  const [first, last] = days;
  const study = await studyCustomers(
    parts,
    days,
    calibrationDay ?? first + Math.floor((last - first) / 2),
  );
  const { seen } = study;
  const asOf = dateOfDay(last);
  const { customers: _, ...rfm } = rfmTable(rfmValues(seen), { asOf });
  const { worth: value, each } = worth(seen, assumptions.valuation);
  const { satisfaction } = assumptions;
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
    secondPurchase: secondPurchase(study.waits),
    cohorts: study.cohorts,
    rfm,
    forecast: forecast(study.calibration, days),
    valuation: assumptions.valuation,
    worth: value,
    winBack: winBack(seen, each, { costs: assumptions.winBack, lastDay: last }),
    serviceValue: satisfactionValue(seen, { currency, satisfaction, worth: value, each, days }),
    satisfaction,
  };
}
