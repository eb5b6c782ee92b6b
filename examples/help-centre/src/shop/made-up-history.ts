import { type Instant, instant } from "@kefu/core";
import type { LedgerCommandInput } from "@kefu/loyalty";
import { type Product, productById } from "./products.ts";
import { CURRENCY } from "./programme.ts";

const DAY = 86_400_000;

/** What was bought, how many days ago. */
const ORDERS: readonly (readonly [daysAgo: number, ...items: string[]])[] = [
  [600, "halo", "pine"],
  [335, "pine"],
  [200, "orbit"],
  [90, "beans", "halo"],
  [5, "beans"],
];

/** A made-up history of a customer, so that a new wallet has something to show. Points were used once, long ago. */
export function madeUpHistory(now: Instant): readonly LedgerCommandInput[] {
  const ago = (days: number) => instant(now - days * DAY);
  const orders = ORDERS.map(([days, ...items]) =>
    orderCommand(
      `made-up-${days}`,
      items.flatMap((id) => productById(id) ?? []),
      ago(days),
    ),
  );
  const used: LedgerCommandInput = {
    ...{ type: "redeem", commandId: "made-up-used", at: ago(500), points: 100 },
    orderId: "made-up-500",
  };
  return [...orders.slice(0, 1), used, ...orders.slice(1)];
}

/** An order as the ledger is told of it. The same id is the same order, however often it is told. */
export function orderCommand(
  id: string,
  products: readonly Product[],
  at: Instant,
  tier?: string,
): LedgerCommandInput {
  const lines = products.map(({ id: productId, priceMinor }) => ({
    ...{ id: productId, productId, amountMinor: priceMinor },
  }));
  const order = { id, currency: CURRENCY, lines };
  return { type: "earn", commandId: `order/${id}`, at, order, ...(tier !== undefined && { tier }) };
}
