import { parseInput } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import { LedgerEvent } from "./events.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { Lot } from "./state.ts";

const { isSafeInteger } = Number;

/** An event; the frequent ones are looked at, the others read. @throws InvalidInputError when it is none */
export function eventOf(event: LedgerEvent): LedgerEvent {
  try {
    if (isPlain(event)) return event;
  } catch {
    // What throws where it is looked at is no event: reading it says so.
  }
  return parseInput(LedgerEvent, "ledger event", event);
}

/** Whether an event is a frequent one with all that moving points needs; what else it tells is read when it is asked for. */
function isPlain(event: LedgerEvent | null): boolean {
  if (typeof event !== "object" || event === null) return false;
  const { type } = event;
  if (type !== "PointsEarned" && type !== "PointsRedeemed") return false;
  return (
    isMoment(event.at) &&
    typeof event.commandId === "string" &&
    typeof event.body === "string" &&
    isCount(event.points) &&
    isCount(event.debt) &&
    (event.activeUntil === undefined || isMoment(event.activeUntil)) &&
    areLots(event.lots) &&
    areLots(event.taken) &&
    (type === "PointsRedeemed" || (areCounts(event.counts) && areFacts(event.order)))
  );
}

/** What evolving writes to later; the order itself is read when a refund asks for it. */
function areFacts(facts: OrderFacts): boolean {
  return (
    typeof facts?.order?.id === "string" &&
    isCount(facts.baseMinor) &&
    areCounts(facts.refunded) &&
    areCounts(facts.counts)
  );
}

const isMoment = (value: unknown) => isSafeInteger(value) && Math.abs(value as number) <= NEVER;
const isCount = (value: unknown) => isSafeInteger(value) && (value as number) >= 0;

function areCounts(counts: readonly (readonly [string, number])[]): boolean {
  if (!Array.isArray(counts)) return false;
  for (const count of counts) {
    if (typeof count?.[0] !== "string" || !isSafeInteger(count[1])) return false;
  }
  return true;
}

function areLots(lots: readonly Lot[]): boolean {
  if (!Array.isArray(lots)) return false;
  for (const lot of lots) {
    const isLot =
      typeof lot === "object" &&
      lot !== null &&
      isCount(lot.id) &&
      isCount(lot.points) &&
      isMoment(lot.earnedAt) &&
      isMoment(lot.availableAt) &&
      isMoment(lot.expiresAt) &&
      typeof lot.source === "string" &&
      (lot.stretch === undefined || isCount(lot.stretch)) &&
      (lot.awaits === undefined || typeof lot.awaits === "string");
    if (!isLot) return false;
  }
  return true;
}
