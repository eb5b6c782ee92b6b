import { Currency, CustomerId, LocalDate } from "@kefu/core";
import { z } from "zod";

/** A purchase, or a return where the amount is negative. */
export const Transaction = z.strictObject({
  /** Who bought. */
  customerId: CustomerId,
  /** The day on the wall calendar of the shop. */
  date: LocalDate,
  /** What was paid, in the smallest unit of the currency; negative for what was paid back. */
  amountMinor: z.int().default(0),
  /** The currency; that of the policy unless said. */
  currency: Currency.optional(),
});
/** A purchase or a return, with defaults left out. */
export type TransactionInput = Readonly<z.input<typeof Transaction>>;

/** Many purchases and returns: row by row, an entry in each column. */
export interface TransactionColumns {
  /** Who bought: texts, or whole numbers. */
  readonly customerIds: ArrayLike<string> | ArrayLike<number>;
  /** The day: as `"2026-11-24"`, or as days since 1970-01-01. */
  readonly dates: ArrayLike<string> | ArrayLike<number>;
  /** What was paid, in the smallest unit of the currency; negative for what was paid back. 0 where it is left out. */
  readonly amountsMinor?: ArrayLike<number> | undefined;
  /** The currency of each row; that of the policy where it is left out. */
  readonly currencies?: ArrayLike<string> | undefined;
}

/** In which unit times are given: a day, or the mean length of the others. */
export const UNIT_DAYS = { day: 1, week: 7, month: 365.2425 / 12, year: 365.2425 } as const;

/** What is to be made of transactions. */
export const HistoryPolicy = z
  .strictObject({
    /** The last day of which is told; later purchases are not known yet. */
    calibrationEnd: LocalDate,
    /** The last day of the hold-out, against which forecasts are checked; it begins the day after `calibrationEnd`. */
    holdoutEnd: LocalDate.optional(),
    /** The unit of recency and age. A month is 30.436875 days, a year 365.2425. */
    unit: z.enum(["day", "week", "month", "year"]).default("week"),
    /** The one currency of all amounts. */
    currency: Currency.optional(),
    /** What becomes of rows in other currencies: `"refuse"` calls them a mistake, `"leaveOut"` counts them and goes on. */
    otherCurrencies: z.enum(["refuse", "leaveOut"]).default("refuse"),
  })
  .refine(({ calibrationEnd, holdoutEnd = "9999-12-32" }) => calibrationEnd < holdoutEnd, {
    path: ["holdoutEnd"],
    message: "must be after `calibrationEnd`",
  });
/** What is to be made of transactions, with defaults filled in. */
export interface HistoryPolicy extends Readonly<z.output<typeof HistoryPolicy>> {}
/** What is to be made of transactions, with defaults left out. */
export type HistoryPolicyInput = Readonly<z.input<typeof HistoryPolicy>>;
