import { localDateOf, localToInstant } from "@kefu/calendar";
import { type Instant, instant, KefuError } from "@kefu/core";
import {
  balanceOf,
  explainWallet,
  type LedgerEvent,
  type Lot,
  lotsAt,
  type TierStanding,
  tierAt,
  upcomingExpiries,
} from "@kefu/loyalty";
import { ledgerAt } from "../database/ledger.ts";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import type { Locale } from "../locales.ts";
import { CURRENCY, tierPolicy } from "./programme.ts";

const DAY = 86_400_000;

/** What a wallet's page shows, as of a moment. */
export interface WalletView {
  readonly asOf: Instant;
  /** Balance, tier, what expires when and what is missing to the next tier, by the package. */
  readonly sentences: readonly string[];
  readonly available: number;
  readonly lots: readonly Lot[];
  /** What had happened by then, latest first. */
  readonly history: readonly LedgerEvent[];
}

export function walletAt(
  events: readonly LedgerEvent[],
  asOf: Instant,
  locale: Locale,
): WalletView {
  const ledger = ledgerAt(events, asOf);
  const balance = balanceOf(ledger, asOf);
  const lots = lotsAt(ledger, asOf);
  const expiries = upcomingExpiries(lots, { asOf, timeZone: DESK_ZONE });
  const standing = standingAt(events, asOf, locale);
  const language = { locale, timeZone: DESK_ZONE, currency: CURRENCY };
  return {
    asOf,
    sentences: explainWallet({ balance, expiries, standing }, language),
    available: balance.available,
    lots,
    history: events.filter(({ at }) => at <= asOf).toSorted((one, other) => other.at - one.at),
  };
}

/** The tier at a moment, by what was earned until then. */
export function standingAt(
  events: readonly LedgerEvent[],
  asOf: Instant,
  names: Locale | "ids",
): TierStanding {
  const earned = events.flatMap((event) =>
    event.type === "PointsEarned" || event.type === "ActivityRewarded"
      ? [{ at: event.at, points: event.points }]
      : [],
  );
  return tierAt(tierPolicy(names), earned, { asOf });
}

/** How many points end within so many days. */
export function endingWithin(events: readonly LedgerEvent[], asOf: Instant, days: number): number {
  const until = asOf + days * DAY;
  const ending = lotsAt(ledgerAt(events, asOf), asOf).filter(({ expiresAt }) => expiresAt <= until);
  return ending.reduce((sum, { points }) => sum + points, 0);
}

/** The day of the shop in which a moment lies, as a date field has it. */
export function dayOf(at: Instant): string {
  return localDateOf(DESK_ZONE, at);
}

/** The last moment of a day; of today, now. Nothing for what is no day, or one that is out of sight. */
export function endOfDay(day: string, now: Instant): Instant | undefined {
  if (day === dayOf(now)) return now;
  try {
    const noon = localToInstant(DESK_ZONE, day, "12:00");
    const isNear = Math.abs(noon - now) < FURTHEST;
    const next = dayOf(instant(noon + DAY));
    return isNear ? instant(localToInstant(DESK_ZONE, next, "00:00") - 1) : undefined;
  } catch (error) {
    if (error instanceof KefuError) return undefined;
    throw error;
  }
}

/** Ten years. */
const FURTHEST = 3660 * DAY;
