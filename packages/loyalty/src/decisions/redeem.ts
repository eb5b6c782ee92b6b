import type { Instant } from "@kefu/core";
import { activeUntil } from "../earning/new-lots.ts";
import { wholeQuotient } from "../earning/whole-quotient.ts";
import { find } from "../ledger/directory.ts";
import { afterPoints, firstPoints, firstUsable, pointsOf } from "../ledger/lots.ts";
import type { Lot } from "../ledger/state.ts";
import { later, NEVER } from "../programme/wall-time.ts";
import { type Refused, refuse } from "./refusal.ts";
import type { CommandOf, Decide, Run } from "./run.ts";

/** Points are used. */
export const redeem: Decide<"redeem"> = (run, command) => {
  const taken = usablePoints(run, command);
  if ("refused" in taken) return taken;
  const { points, orderId } = command;
  return {
    type: "PointsRedeemed",
    points,
    valueMinor: valueMinorOf(run, points),
    ...(orderId !== undefined && { orderId }),
    taken,
    ...asActivity(run, command.at),
  };
};

/** Points are set aside. */
export const hold: Decide<"hold"> = (run, command) => {
  const { at, points, orderId } = command;
  const { holdFor, timeZone } = run.compiled.programme;
  const expiresAt = command.expiresAt ?? (holdFor ? later(at, holdFor, timeZone) : NEVER);
  if (expiresAt <= run.now) return refuse("hold-over");
  const taken = usablePoints(run, command);
  if ("refused" in taken) return taken;
  return {
    type: "PointsHeld",
    points,
    expiresAt,
    ...(orderId !== undefined && { orderId }),
    taken,
  };
};

/** A hold is used, as far as need be. */
export const capture: Decide<"capture"> = (run, { holdId, at, points: wanted }) => {
  const taken = heldBy(run, holdId);
  if (taken === undefined) return refuse("unknown-hold", { hold: holdId });
  const heldPoints = pointsOf(taken);
  const points = wanted ?? heldPoints;
  if (points > heldPoints) return refuse("more-than-taken", { hold: holdId, heldPoints });
  return {
    type: "HoldCaptured",
    holdId,
    points,
    valueMinor: valueMinorOf(run, points),
    taken: firstPoints(taken, points),
    lots: afterPoints(taken, points),
    ...asActivity(run, at),
  };
};

/** A hold is let go. */
export const letGo: Decide<"void"> = (run, { holdId }) => {
  const lots = heldBy(run, holdId);
  if (lots === undefined) return refuse("unknown-hold", { hold: holdId });
  return { type: "HoldVoided", holdId, points: pointsOf(lots), lots };
};

/** Used points come back: those that would not have been used had less been, which are the last to expire. */
export const reverse: Decide<"reverse"> = (run, command) => {
  const { redemptionId } = command;
  const record = find(run.state.records, `redemption/${redemptionId}`);
  if (record?.kind !== "redemption") {
    return refuse("unknown-redemption", { redemption: redemptionId });
  }
  const usedPoints = pointsOf(record.taken);
  const points = command.points ?? usedPoints;
  if (points > usedPoints || points === 0) {
    return refuse("more-than-taken", { redemption: redemptionId, usedPoints });
  }
  const lots = afterPoints(record.taken, usedPoints - points);
  return {
    type: "RedemptionReversed",
    redemptionId,
    points,
    lots: lots.map((lot) => withGrace(run, command, lot)),
  };
};

function heldBy({ state }: Run, holdId: string): readonly Lot[] | undefined {
  return state.holds.find(({ id }) => id === holdId)?.taken;
}

/** A lot that comes back, usable for some days at least. */
function withGrace(run: Run, { at, graceDays }: CommandOf<"reverse">, lot: Lot): Lot {
  const { reversalGraceDays, timeZone } = run.compiled.programme;
  const days = graceDays ?? reversalGraceDays;
  if (days === 0) return lot;
  const until = later(at, { days }, timeZone);
  const { stretch, ...fixed } = lot;
  const { id, endsAt } = run.state.stretch;
  const end = stretch === undefined ? lot.expiresAt : stretch === id ? endsAt : 0;
  return end >= until ? lot : { ...fixed, expiresAt: until };
}

function asActivity({ compiled }: Run, at: Instant): { readonly activeUntil?: Instant } {
  const until = activeUntil(compiled.programme, "redeem", at);
  return until === undefined ? {} : { activeUntil: until };
}

function valueMinorOf({ compiled }: Run, points: number): number {
  const { redemption } = compiled.programme;
  return wholeQuotient(points, redemption.valueMinor, redemption.points);
}

/** The lots that so many points come from, the first to expire first, where the programme lets them be used. */
function usablePoints(
  run: Run,
  { points, orderTotalMinor = Number.POSITIVE_INFINITY }: CommandOf<"redeem" | "hold">,
): readonly Lot[] | Refused {
  const { minimumPoints, stepPoints, highestShare } = run.compiled.programme.redemption;
  if (points < minimumPoints) return refuse("below-minimum", { points, minimumPoints });
  if (points % stepPoints !== 0) return refuse("not-a-multiple", { points, stepPoints });
  const valueMinor = valueMinorOf(run, points);
  if (!Number.isSafeInteger(valueMinor)) return refuse("too-many-points", { points });
  if (orderTotalMinor < Number.POSITIVE_INFINITY) {
    const mostMinor = wholeQuotient(orderTotalMinor, ...highestShare);
    if (valueMinor > mostMinor) return refuse("over-share", { valueMinor, mostMinor });
  }
  const taken = firstUsable(run.state, points);
  const availablePoints = pointsOf(taken);
  return availablePoints < points ? refuse("insufficient", { points, availablePoints }) : taken;
}
