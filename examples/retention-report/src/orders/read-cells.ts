/** What is wrong with a cell. */
export type Reject = "NO_CUSTOMER" | "BAD_DATE" | "BAD_AMOUNT" | "BAD_ROW";

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/**
 * The day of a date, from 1970-01-01. The hour may stand behind it; a zone may not, for the day that counts is that on the
 * wall calendar of the shop.
 */
export function dayOfDate(text: string): number | undefined {
  const [, year = "", month = "", day = ""] = DATE.exec(text) ?? [];
  if (year === "") return undefined;
  const time = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const date = new Date(time);
  const isThere = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return isThere ? Math.round(time / DAY_MS) : undefined;
}

/** A day from 1970-01-01 as a date. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

const AMOUNT = /^-?\d{1,13}(?:\.(\d+))?$/;

/** An amount in the smallest unit of a currency with so many decimals. Never rounded: what has more decimals is none. */
export function minorOfAmount(text: string, decimals: number): number | undefined {
  const found = AMOUNT.exec(text);
  if (found === null) return undefined;
  const places = found[1] ?? "";
  // "29.330" and "5.0" say no more than "29.33" and "5".
  if (places.length > decimals && /[1-9]/.test(places.slice(decimals))) return undefined;
  const minor = Math.round(Number(text) * 10 ** decimals);
  return Number.isSafeInteger(minor) ? minor + 0 : undefined;
}

/** A customer as the packages take him: 1 to 128 characters. */
export function customerOf(text: string): string | undefined {
  const id = text.trim();
  return id.length > 0 && id.length <= 128 && !id.includes("\uFFFD") ? id : undefined;
}
