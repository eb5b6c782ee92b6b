import { parseInput } from "@kefu/core";
import { LedgerEvent } from "../ledger/events.ts";
import type { Counts } from "../ledger/order-facts.ts";
import { NEVER } from "../programme/wall-time.ts";
import { eventMessages } from "./event-messages.ts";
import { WalletLanguage } from "./explain-wallet.ts";
import { type Pen, penOf } from "./pen.ts";

/**
 * What happened in a ledger, and why, in a sentence for the history on the customer's page. The points of a refund are those that
 * were really taken back.
 *
 * @param language - with `names`, rules, tiers, activities and cards are called by these
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { explainEvent, loyalty } from "@kefu/loyalty";
 *
 * const points = loyalty({
 *   version: 1,
 *   timeZone: "Asia/Shanghai",
 *   currency: "CNY",
 *   rules: [{ id: "base", give: { points: 1, per: 100 } }],
 * });
 * const order = { id: "o1", currency: "CNY", lines: [{ id: "tea", amountMinor: 45_000 }] };
 * const at = instant("2026-11-24T12:00:00+08:00");
 * const decision = points.decide(undefined, points.initial, { type: "earn", commandId: "c1", at, order });
 * const [event] = decision.outcome === "accepted" ? decision.events : [];
 * explainEvent(event!, { locale: "en", timeZone: "Asia/Shanghai", currency: "CNY" });
 * // => "450 points for order o1 (base)."
 * const names = { base: "每满1元1积分" };
 * explainEvent(event!, { locale: "zh-CN", timeZone: "Asia/Shanghai", currency: "CNY", names });
 * // => "订单o1获得450积分（每满1元1积分）。"
 * ```
 */
export function explainEvent(event: LedgerEvent, language: WalletLanguage): string {
  const read = parseInput(LedgerEvent, "ledger event", event);
  const { names, ...rest } = parseInput(WalletLanguage, "language", language);
  const pen = penOf(rest, eventMessages);
  const nameOf = (id: string) => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);
  const points = pointsOf(read);
  const signed = read.type === "PointsAdjusted" && points > 0 ? "+" : "";
  return pen.write(read.type, {
    ...factsOf(read, pen, nameOf),
    ...{ n: signed + pen.number(points), s: Math.abs(points) === 1 ? "" : "s" },
  });
}

function pointsOf(event: LedgerEvent): number {
  if ("clawedBack" in event) return event.clawedBack;
  return "points" in event ? event.points : 0;
}

type NameOf = (id: string) => string;

/** What a sentence asks for beside points. */
function factsOf(event: LedgerEvent, pen: Pen, nameOf: NameOf): Readonly<Record<string, string>> {
  switch (event.type) {
    case "PointsEarned":
      return { order: event.order.order.id, rules: rulesIn(event.rules, pen, nameOf) };
    case "OrderRefunded":
      return { order: event.orderId };
    case "ActivityRewarded":
      return { activity: nameOf(event.activity) };
    case "PointsRedeemed":
    case "HoldCaptured":
      return { value: pen.price(event.valueMinor) };
    case "ExpiryExtended":
      return { last: pen.day(Math.max(event.until - 1, -NEVER)), reason: event.reason };
    case "RewardClaimed":
      return { card: nameOf(event.card) };
    default:
      return textsIn(event);
  }
}

/** The rules that gave something, in brackets. */
function rulesIn(rules: Counts, pen: Pen, nameOf: NameOf): string {
  const giving = rules
    .filter(([, points]) => points > 0)
    .map(([id]) => nameOf(id.replace(/^tier\//, "")));
  return giving.length === 0
    ? ""
    : pen.write("rules", { rules: giving.join(pen.write("comma", {})) });
}

function textsIn(event: LedgerEvent): Readonly<Record<string, string>> {
  const texts = Object.entries(event).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts);
}
