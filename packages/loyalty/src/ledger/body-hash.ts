import type { LedgerCommand } from "./commands.ts";
import type { EarningLine, EarningOrder } from "./order-facts.ts";

type Earn = Extract<LedgerCommand, { readonly type: "earn" }>;
type Attributes = EarningLine["attributes"];

/**
 * A hash of what a command asks for, to tell a repeat from another command of the same id. The moment is left out: a repeat
 * may come later. It is no protection against someone who looks for collisions.
 */
export function bodyHash(command: LedgerCommand): string {
  const hash = new Hash();
  if (command.type === "earn") addEarn(hash, command);
  else {
    const { commandId: _, at: __, expectedVersion: ___, ...body } = command;
    hash.text(JSON.stringify(body));
  }
  return hash.digits();
}

/** An order has many fields; walking them takes a tenth of the time that writing them takes. */
function addEarn(hash: Hash, { order, tier, memberId, programme }: Earn): void {
  hash.optional(tier);
  hash.optional(memberId);
  hash.whole(programme ?? 0);
  addOrder(hash, order);
  for (const line of order.lines) addLine(hash, line);
}

function addOrder(hash: Hash, order: EarningOrder): void {
  hash.text(order.id);
  hash.text(order.currency);
  hash.whole(order.discountMinor);
  hash.whole(order.shippingMinor);
  hash.whole(order.paidByGiftCardsMinor);
  hash.whole(order.paidByPointsMinor);
  hash.whole(order.lines.length);
  addAttributes(hash, order.attributes);
}

function addLine(hash: Hash, line: EarningLine): void {
  hash.text(line.id);
  hash.optional(line.productId);
  hash.whole(line.quantity);
  hash.whole(line.amountMinor);
  hash.whole(line.discountMinor);
  hash.whole(line.taxMinor);
  hash.whole(line.excluded ? 1 : 0);
  addAttributes(hash, line.attributes);
}

function addAttributes(hash: Hash, attributes: Attributes): void {
  let count = 0;
  for (const key in attributes) {
    const value = attributes[key];
    hash.text(key);
    const isText = typeof value === "string";
    hash.whole(isText ? 1 : 0);
    hash.text(isText ? value : JSON.stringify(value));
    count++;
  }
  hash.whole(count);
}

/** Two hashes of 32 bits, mixed in different ways. */
class Hash {
  private low = 0x811c9dc5;
  private high = 0;

  text(text: string): void {
    let { low, high } = this;
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = (Math.imul(high, 0x85ebca6b) + unit) | 0;
    }
    this.low = low;
    this.high = high;
    this.mix(length);
  }

  optional(text: string | undefined): void {
    if (text === undefined) this.mix(-1);
    else this.text(text);
  }

  whole(number: number): void {
    this.mix(number | 0);
    if (number > 0x7fffffff) this.mix((number / 0x100000000) | 0);
  }

  digits(): string {
    return `${(this.high >>> 0).toString(36)}.${(this.low >>> 0).toString(36)}`;
  }

  private mix(word: number): void {
    const low = Math.imul(this.low ^ word, 0x01000193);
    this.low = low ^ (low >>> 15);
    this.high = (Math.imul(this.high, 0x85ebca6b) + word) | 0;
  }
}
