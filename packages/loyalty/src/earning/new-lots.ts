import type { Instant } from "@kefu/core";
import type { Lot } from "../ledger/state.ts";
import type { LoyaltyProgramme, Vesting } from "../programme/programme.ts";
import { afterDayOfYear, endOf, later, NEVER } from "../programme/wall-time.ts";

/** When points end that are earned and become usable at these moments; those that end by inactivity say so otherwise. */
export function expiryOf(
  { expiry, timeZone }: LoyaltyProgramme,
  earnedAt: Instant,
  availableAt: Instant,
): Instant {
  if (expiry.kind === "dayOfYear") return afterDayOfYear(earnedAt, expiry, timeZone);
  if (expiry.kind !== "fixed") return NEVER;
  const from = expiry.from === "activation" ? availableAt : earnedAt;
  return from === NEVER ? NEVER : inTime(from, expiry, timeZone);
}

/** Until when points that end by inactivity live after an activity; nothing where it is none, or they do not end so. */
export function activeUntil(
  { expiry, timeZone }: LoyaltyProgramme,
  activity: "earn" | "redeem" | "start",
  at: Instant,
): Instant | undefined {
  if (expiry.kind !== "inactivity") return undefined;
  const counts = activity === "start" || expiry.activity.includes(activity);
  return counts ? inTime(at, expiry, timeZone) : undefined;
}

/** The lot that newly earned points make; none for no points. */
export function newLots(
  programme: LoyaltyProgramme,
  { id, stretch, at, points, source, vesting }: NewPoints,
): readonly Lot[] {
  if (points === 0) return [];
  const isAwaiting = "action" in vesting;
  const usableAt = isAwaiting ? NEVER : later(at, vesting, programme.timeZone);
  const expiresAt = expiryOf(programme, at, usableAt);
  const availableAt = Math.min(usableAt, expiresAt) as Instant;
  return [
    {
      ...{ id, points, earnedAt: at, availableAt, expiresAt, source },
      ...(isAwaiting && { awaits: vesting.action }),
      ...(programme.expiry.kind === "inactivity" && { stretch }),
    },
  ];
}

/** Points that are given. */
interface NewPoints {
  readonly id: number;
  readonly stretch: number;
  readonly at: Instant;
  readonly points: number;
  readonly source: string;
  readonly vesting: Vesting;
}

type Lasting = Extract<LoyaltyProgramme["expiry"], { readonly after: unknown }>;

function inTime(from: Instant, { after, through }: Lasting, timeZone: string): Instant {
  const end = later(from, after, timeZone);
  return through === undefined ? end : endOf(through, end, timeZone);
}
