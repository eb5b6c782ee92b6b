import type { KefuIssue } from "./errors.ts";
import type { Money } from "./money.ts";
import type { LineQuantity, OrderLine, Refund, Shipment } from "./order-parts.ts";

interface OrderParts {
  readonly lines: readonly OrderLine[];
  readonly shippingFee?: Money | undefined;
  readonly taxAdded?: Money | undefined;
  readonly total: Money;
  readonly shipments: readonly Shipment[];
  readonly refunds: readonly Refund[];
}

type Path = readonly (string | number)[];

/** Everything in which the parts of an order contradict one another; sums only where all is in one currency. */
export function inconsistenciesOf(order: OrderParts): KefuIssue[] {
  const { lines, shipments, refunds } = order;
  const foreign = foreignAmounts(order);
  return [
    ...foreign,
    ...(foreign.length === 0 ? wrongSums(order) : []),
    ...repeatedIds(lines),
    ...unknownLines("shipments", shipments, lines),
    ...unknownLines("refunds", refunds, lines),
    ...excessRefunds(refunds, lines),
  ];
}

function foreignAmounts({ total, lines, refunds, ...order }: OrderParts): KefuIssue[] {
  const amounts: readonly (readonly [Path, Money | undefined])[] = [
    ...lines.map(({ unitPrice }, at) => [["lines", at, "unitPrice"], unitPrice] as const),
    ...lines.map(({ discount }, at) => [["lines", at, "discount"], discount] as const),
    ...refunds.map(({ amount }, at) => [["refunds", at, "amount"], amount] as const),
    [["shippingFee"], order.shippingFee],
    [["taxAdded"], order.taxAdded],
  ];
  const message = `must be ${total.currency}, as the total is`;
  return amounts
    .filter(([, amount]) => amount !== undefined && amount.currency !== total.currency)
    .map(([path]) => ({ path: [...path, "currency"], message }));
}

/** BigInt, because a million times the largest price is no longer exact as number. */
function wrongSums({ lines, shippingFee, taxAdded, total, refunds }: OrderParts): KefuIssue[] {
  const costs = lines.map(
    ({ quantity, unitPrice, discount }) => BigInt(quantity) * minor(unitPrice) - minor(discount),
  );
  const due = costs.reduce((sum, cost) => sum + cost, minor(shippingFee) + minor(taxAdded));
  const refunded = refunds.reduce((sum, { amount }) => sum + minor(amount), 0n);
  const issues = costs.flatMap((cost, at) =>
    cost < 0n ? [{ path: ["lines", at, "discount"], message: "is more than the line costs" }] : [],
  );
  if (due !== minor(total)) {
    issues.push({
      path: ["total", "amountMinor"],
      message: `must be the sum of the parts, ${due}`,
    });
  }
  if (refunded > minor(total))
    issues.push({ path: ["refunds"], message: "are more than the total" });
  return issues;
}

function repeatedIds(lines: readonly OrderLine[]): KefuIssue[] {
  const first = new Map(lines.map(({ id }, at) => [id, at] as const).reverse());
  return lines.flatMap(({ id }, at) =>
    first.get(id) === at ? [] : [{ path: ["lines", at, "id"], message: "is not unique" }],
  );
}

function unknownLines(
  key: string,
  groups: readonly { readonly lines: readonly LineQuantity[] }[],
  lines: readonly OrderLine[],
): KefuIssue[] {
  const known = new Set(lines.map(({ id }) => id));
  return groups.flatMap((group, at) =>
    group.lines.flatMap(({ lineId }, position) =>
      known.has(lineId)
        ? []
        : [{ path: [key, at, "lines", position, "lineId"], message: "is no line of the order" }],
    ),
  );
}

function excessRefunds(refunds: readonly Refund[], lines: readonly OrderLine[]): KefuIssue[] {
  const left = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  return refunds.flatMap((refund, at) =>
    refund.lines.flatMap(({ lineId, quantity }, position) => {
      const rest = (left.get(lineId) ?? quantity) - quantity;
      left.set(lineId, rest);
      const path = ["refunds", at, "lines", position, "quantity"];
      return rest < 0 ? [{ path, message: "is more than was bought" }] : [];
    }),
  );
}

function minor(amount: Money | undefined): bigint {
  return BigInt(amount?.amountMinor ?? 0);
}
