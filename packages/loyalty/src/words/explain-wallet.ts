import { Because, Currency, LocalDate, Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { isTimeZone } from "../programme/wall-time.ts";
import { TierMoment } from "../tiers/tier-policy.ts";
import { type Pen, penOf } from "./pen.ts";

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const count = z.int().nonnegative();
const Missing = z.strictObject({
  points: count.optional(),
  spendMinor: count.optional(),
  visits: count.optional(),
});

/** What a customer has: any part may be left out. */
export const Wallet = z.strictObject({
  /** How many points can be used, and how many later: what `balanceOf` says. */
  balance: z.object({ available: z.int(), pending: count.default(0) }).optional(),
  /** What expires when: what {@link upcomingExpiries} says. */
  expiries: z
    .array(z.strictObject({ last: z.union([LocalDate, Month]), points: count }))
    .readonly()
    .default([]),
  /** The tier: what {@link tierAt} says. */
  standing: z
    .object({
      tier: z.string(),
      because: Because,
      validUntil: TierMoment.nullable(),
      next: z.strictObject({ tier: z.string(), missing: Missing }).nullable(),
      keep: z.strictObject({ from: TierMoment, by: TierMoment, missing: Missing }).nullable(),
    })
    .optional(),
});
/** What a customer has, with parts left out. */
export type WalletInput = Readonly<z.input<typeof Wallet>>;

/** For whom to write. */
export const WalletLanguage = z.strictObject({
  /** The language; English where there is none such. */
  locale: Locale,
  /** IANA name of the programme's zone. */
  timeZone: z.string().refine(isTimeZone, "must be an IANA time zone"),
  /** The programme's currency. */
  currency: Currency,
  /** What people call rules, tiers, activities and stamp cards, by their ids; those left out by the id. */
  names: z.record(z.string(), z.string()).readonly().default({}),
});
/** For whom to write, see the schema of the same name. */
export type WalletLanguage = Readonly<z.input<typeof WalletLanguage>>;

/**
 * A customer's wallet in sentences: how many points, what expires when, which tier and why, what is missing to the next, what keeps
 * it. Numbers and dates are written as in that language.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { explainWallet } from "@kefu/loyalty";
 *
 * const wallet = { balance: { available: 1_250 }, expiries: [{ last: "2026-03-31", points: 200 }] };
 * explainWallet(wallet, { locale: "en", timeZone: "Europe/Berlin", currency: "EUR" });
 * // => ["You have 1,250 points.", "200 points can be used through March 31, 2026."]
 * explainWallet(wallet, { locale: "zh-TW", timeZone: "Asia/Taipei", currency: "TWD" });
 * // => ["您有1,250點可用。", "200點可使用至2026年3月31日。"]
 * ```
 */
export function explainWallet(wallet: WalletInput, language: WalletLanguage): readonly string[] {
  const { balance, expiries, standing } = parseInput(Wallet, "wallet", wallet);
  const { locale, timeZone, currency } = parseInput(WalletLanguage, "language", language);
  const pen = penOf({ locale, timeZone, currency });
  const pending = balance && balance.pending > 0 ? [pen.counted("pending", balance.pending)] : [];
  return [
    ...(balance ? [pen.counted("available", balance.available), ...pending] : []),
    ...expiries.map(({ last, points }) => {
      const code = last.length > 7 ? "expires-day" : "expires-month";
      return pen.counted(code, points, { last: pen.date(last) });
    }),
    ...(standing ? tierSentences(standing, pen) : []),
  ];
}

type Standing = NonNullable<z.output<typeof Wallet>["standing"]>;

function tierSentences({ because, tier, validUntil, next, keep }: Standing, pen: Pen): string[] {
  const { code, facts } = because;
  const sentences = [pen.write(code, facts)];
  if (validUntil !== null)
    sentences.push(pen.write("tier-ends", { tier, last: pen.day(validUntil - 1) }));
  if (keep !== null) {
    const span = { from: pen.day(keep.from), last: pen.day(keep.by - 1) };
    sentences.push(pen.write("tier-keep", { tier, missing: pen.anyOf(keep.missing), ...span }));
  }
  if (next !== null) {
    sentences.push(pen.write("tier-next", { tier: next.tier, missing: pen.anyOf(next.missing) }));
  }
  return sentences;
}
