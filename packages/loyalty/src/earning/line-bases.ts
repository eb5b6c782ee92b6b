import type { Counts, EarningLine, EarningOrder } from "../ledger/order-facts.ts";
import type { CompiledProgramme } from "./compile-programme.ts";
import { wholeQuotient } from "./whole-quotient.ts";

/** A line as rules see it. */
export interface RatedLine {
  /** What conditions are asked of. */
  readonly data: EarningLine;
  /** What is left of it to earn on, in the smallest unit. */
  readonly baseMinor: number;
  /** How many pieces are left. */
  readonly pieces: number;
}

/** What a line cost the customer; the most that can be refunded on it. */
export function priceOf({ amountMinor, discountMinor }: EarningLine): number {
  return amountMinor - discountMinor;
}

/**
 * The lines of an order that earn, less deductions and refunds. What was taken off the whole order is spread over its lines
 * by their price, in whole units; a line of which a part is refunded keeps that part of its base, rounded down.
 */
export function linesOf(
  compiled: CompiledProgramme,
  order: EarningOrder,
  refunded: Counts,
): RatedLine[] {
  const { deducts, excludes } = compiled;
  const back = new Map(refunded);
  const takenOff = takenOffOrder(deducts, order);
  const lines = deducts.has("shipping") ? order.lines : [...order.lines, shippingOf(order)];
  let total = 0;
  for (const line of lines) total += priceOf(line);
  const rated: RatedLine[] = [];
  let reached = 0;
  for (const data of lines) {
    const before = shareOf(reached, takenOff, total);
    reached += priceOf(data);
    const share = shareOf(reached, takenOff, total) - before;
    if (data.excluded || excludes?.(data)) continue;
    const base = Math.max(0, baseOf(deducts, data) - share);
    const line = leftOf(data, base, back.get(data.id) ?? 0);
    if (line !== undefined) rated.push(line);
  }
  return rated;
}

/** A line after refunds, if anything is left of it. */
function leftOf(data: EarningLine, baseMinor: number, refunded: number): RatedLine | undefined {
  if (refunded === 0) return { data, baseMinor, pieces: data.quantity };
  const price = priceOf(data);
  const left = price - refunded;
  if (left <= 0) return undefined;
  return {
    data,
    baseMinor: shareOf(left, baseMinor, price),
    pieces: shareOf(left, data.quantity, price),
  };
}

function baseOf(deducts: CompiledProgramme["deducts"], line: EarningLine): number {
  const price = deducts.has("discount") ? priceOf(line) : line.amountMinor;
  return deducts.has("tax") ? price - line.taxMinor : price;
}

function takenOffOrder(deducts: CompiledProgramme["deducts"], order: EarningOrder): number {
  return (
    (deducts.has("discount") ? order.discountMinor : 0) +
    (deducts.has("giftCards") ? order.paidByGiftCardsMinor : 0) +
    (deducts.has("points") ? order.paidByPointsMinor : 0)
  );
}

function shippingOf({ shippingMinor }: EarningOrder): EarningLine {
  const nothing = { discountMinor: 0, taxMinor: 0, excluded: false, attributes: {} };
  return { id: "shipping", quantity: 1, amountMinor: shippingMinor, ...nothing };
}

function shareOf(part: number, amount: number, whole: number): number {
  return whole === 0 ? 0 : wholeQuotient(part, amount, whole);
}
