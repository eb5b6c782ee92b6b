import { instant, type SeededRandom, seededRandom } from "@kefu/core";
import type { LedgerCommandInput } from "@kefu/loyalty";

/** A command to an account, as the plan tells it. */
export interface PlannedCommand {
  readonly account: string;
  readonly command: LedgerCommandInput;
}

/** How much is planned. */
export interface PlanOptions {
  /** The same seed plans the same. */
  readonly seed: string;
  readonly commands: number;
  readonly accounts: number;
}

const START = instant("2026-02-01T00:00:00Z");
/** Long enough that points become usable, are used and end. */
const DAYS = 120;
/** An account does nothing with what is older: later commands would hardly find any of it. */
const REMEMBERED = 20;

/** What an account could come back to: orders to refund, holds to capture, redemptions to reverse. */
interface Life {
  readonly orders: { readonly id: string; readonly amountMinor: number }[];
  readonly holds: { readonly id: string; readonly points: number }[];
  readonly redemptions: string[];
}

/** Who asks for what: the part of a command that is not its head. */
interface Draw {
  readonly random: SeededRandom;
  readonly account: string;
  readonly id: string;
  readonly life: Life;
  readonly accounts: number;
}

/** Commands without their head, of which several may be drawn. */
type Asked = Record<string, unknown> & { readonly type: LedgerCommandInput["type"] };

/** How often each kind of command is drawn, in a hundred; what an account cannot do yet becomes an order. */
const KINDS: readonly (readonly [number, (draw: Draw) => Asked | undefined])[] = [
  [36, order],
  [5, () => ({ type: "reward", activity: "review" })],
  [12, redeem],
  [12, hold],
  [7, ({ life }) => taking(life.holds, ({ id }) => ({ type: "void", holdId: id }))],
  [7, capture],
  [5, reverse],
  [8, refund],
  [4, send],
  [4, adjust],
];

/** Commands in the order in which they happen: what refers to an order, a hold or a redemption comes after it. */
export function planCommands({ seed, commands, accounts }: PlanOptions): PlannedCommand[] {
  const random = seededRandom(`${seed}: commands`);
  const lives = new Map<string, Life>();
  return Array.from({ length: commands }, (_, number) => {
    // The lower the number of an account, the busier it is.
    const account = accountName(Math.floor(random.next() ** 2 * accounts));
    const life = lives.get(account) ?? { orders: [], holds: [], redemptions: [] };
    lives.set(account, life);
    const id = `c${number}`;
    const draw = { random, account, id, life, accounts };
    const asked = drawn(draw) ?? order(draw);
    const at = START + Math.floor((number / commands) * DAYS * 86_400_000);
    return { account, command: { ...asked, commandId: id, at } as LedgerCommandInput };
  });
}

const accountName = (number: number) => `account-${number}`;

function drawn(draw: Draw): Asked | undefined {
  let left = draw.random.integer(100);
  for (const [weight, ask] of KINDS) {
    if (left < weight) return ask(draw);
    left -= weight;
  }
  return undefined;
}

function order({ random, id, life }: Draw): Asked {
  const amountMinor = 2_000 + random.integer(20_000);
  keep(life.orders, { id: `order-${id}`, amountMinor });
  const line = { id: "1", productId: random.integer(2) === 0 ? "tea" : "cup", amountMinor };
  return { type: "earn", order: { id: `order-${id}`, currency: "EUR", lines: [line] } };
}

function redeem({ random, id, life }: Draw): Asked {
  keep(life.redemptions, id);
  return { type: "redeem", points: 50 + 10 * random.integer(20) };
}

function hold({ random, id, life }: Draw): Asked {
  const points = 50 + 10 * random.integer(20);
  keep(life.holds, { id, points });
  return { type: "hold", points };
}

function capture({ random, life }: Draw): Asked | undefined {
  return taking(life.holds, ({ id, points }) => {
    keep(life.redemptions, id);
    return { type: "capture", holdId: id, points: Math.ceil(points / (1 + random.integer(2))) };
  });
}

function reverse({ random, life }: Draw): Asked | undefined {
  return taking(life.redemptions, (redemptionId) =>
    random.integer(2) === 0
      ? { type: "reverse", redemptionId }
      : { type: "reverse", redemptionId, points: 20, graceDays: 10 },
  );
}

/** All of an order, or part of it twice. */
function refund({ random, life }: Draw): Asked | undefined {
  return taking(life.orders, ({ id, amountMinor }) => {
    if (random.integer(2) === 0) return { type: "refund", orderId: id };
    const part = Math.ceil(amountMinor / 3);
    return { type: "refund", orderId: id, lines: [{ lineId: "1", amountMinor: part }] };
  });
}

function send({ random, account, id, accounts }: Draw): Asked | undefined {
  const to = accountName(random.integer(accounts));
  if (to === account) return undefined;
  return { type: "send", transferId: `transfer-${id}`, to, points: 10 + random.integer(90) };
}

function adjust({ random }: Draw): Asked {
  const points = random.integer(2) === 0 ? 1 + random.integer(200) : -1 - random.integer(100);
  return { type: "adjust", points, reason: "a count was wrong", author: "mei" };
}

function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > REMEMBERED) list.shift();
}

/** The oldest of a list, which it then no longer has. */
function taking<Item>(list: Item[], ask: (item: Item) => Asked): Asked | undefined {
  const item = list.shift();
  return item === undefined ? undefined : ask(item);
}
