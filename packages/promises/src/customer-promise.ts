import { Instant } from "@kefu/core";
import { z } from "zod";

/**
 * Where a promise stands: `"made"` and still to be kept; `"atRisk"` likewise, but it is near or will be missed as far as
 * one can tell; `"kept"` in time; `"broken"` its moment passed; `"renegotiated"` replaced in time by another that the
 * customer agreed to; `"withdrawn"` taken back in time.
 */
export const PromiseStatus = z.enum([
  "made",
  "atRisk",
  "kept",
  "broken",
  "renegotiated",
  "withdrawn",
]);
/** Where a promise stands, see the schema of the same name. */
export type PromiseStatus = z.output<typeof PromiseStatus>;

const Text = z.string().min(1).max(20_000);

/** A word given to a customer, with the moment by which it is to be kept. Deadlines inside the business never move it. */
export const CustomerPromise = z.strictObject({
  /** Names the promise. */
  id: z.string().min(1).max(128),
  /** What is promised, as the customer reads it. */
  text: Text,
  /** When it was made. */
  madeAt: Instant,
  /** By when it is to be kept; at this very moment it still is. */
  dueAt: Instant,
  /** Where it stands. */
  status: PromiseStatus.default("made"),
  /** From when on it counts as at risk if it is not kept by then; `null`: only a forecast says so. */
  atRiskAt: Instant.nullable().default(null),
  /** When it will be kept, as far as one can tell; `null` while nobody has said. */
  expectedAt: Instant.nullable().default(null),
  /** The duty to tell the customer that it will be, or was, missed; `null` while there is none. */
  badNews: z
    .strictObject({
      /** Since when the customer is to be told: at once. */
      owedSince: Instant,
      /** What the customer was told, and what helps until then; `null` while the duty is open. */
      told: z.strictObject({ at: Instant, text: Text, stopGap: Text }).nullable(),
    })
    .nullable()
    .default(null),
  /** When it was kept, broken, renegotiated or withdrawn; `null` while it is open. */
  endedAt: Instant.nullable().default(null),
  /** When it was kept after all, after its moment; `null` when it was not. */
  keptLateAt: Instant.nullable().default(null),
});
/** A word given to a customer, see the schema of the same name. */
export interface CustomerPromise extends Readonly<z.output<typeof CustomerPromise>> {}
/** A promise as it is written: keys with a default may be left out. */
export interface CustomerPromiseInput extends Readonly<z.input<typeof CustomerPromise>> {}

/**
 * Whether the promise is still to be kept.
 *
 * @example
 * ```ts
 * import { isOpenPromise } from "@kefu/promises";
 *
 * isOpenPromise({ status: "atRisk" }); // => true
 * isOpenPromise({ status: "broken" }); // => false
 * ```
 */
export function isOpenPromise(promise: Pick<CustomerPromise, "status">): boolean {
  const status = promise?.status;
  return status === "made" || status === "atRisk";
}
