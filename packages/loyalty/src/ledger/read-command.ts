import { instant, parseInput } from "@kefu/core";
import { LedgerCommand, type LedgerCommandInput } from "./commands.ts";
import type { EarningLine, EarningOrder } from "./order-facts.ts";

type Given = Readonly<Record<string, unknown>>;

const COMMAND = new Set(["type", "commandId", "at", "order", "tier"]);
const ORDER = new Set(["id", "currency", "lines", "attributes"]);
const LINE = new Set([
  "id",
  "productId",
  "quantity",
  "amountMinor",
  "discountMinor",
  "taxMinor",
  "excluded",
  "attributes",
]);
const LATEST = 253_402_300_800_000;
/** Which ASCII characters are letters, digits, `_` or `-`. */
const NAME_UNITS = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[\w-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** A command; plain orders are looked at, all else is read. @throws InvalidInputError when it is none */
export function commandOf(input: LedgerCommandInput): LedgerCommand {
  try {
    const plain = plainEarn(input as never);
    if (plain !== undefined) return plain;
  } catch {
    // What throws where it is looked at is no command: reading it says so.
  }
  return parseInput(LedgerCommand, "ledger command", input);
}

/** An ordinary order to earn on, just as it would be read, in a fifth of the time. */
function plainEarn(input: Given): LedgerCommand | undefined {
  const { type, commandId, at, order, tier } = input ?? {};
  const isPlain =
    type === "earn" &&
    hasOnly(input, COMMAND) &&
    isName(commandId) &&
    (tier === undefined || isName(tier)) &&
    isAmount(at, LATEST - 1);
  const plain = isPlain ? plainOrder(order as Given) : undefined;
  if (plain === undefined) return undefined;
  const head = { type: "earn", commandId, at: instant(at as number), order: plain };
  return (tier === undefined ? head : { ...head, tier }) as LedgerCommand;
}

function plainOrder(order: Given): EarningOrder | undefined {
  const { id, currency, lines, attributes = {} } = order;
  if (!isName(id) || typeof currency !== "string" || currency.length !== 3) return undefined;
  if (!hasOnly(order, ORDER) || !Array.isArray(lines) || lines.length > 100) return undefined;
  if (!areScalars(attributes)) return undefined;
  const ids = new Set<unknown>();
  const plain: EarningLine[] = [];
  for (const line of lines) {
    const read = plainLine(line);
    if (read === undefined) return undefined;
    ids.add(read.id);
    plain.push(read);
  }
  if (ids.size < plain.length) return undefined;
  return {
    id,
    currency,
    lines: plain,
    discountMinor: 0,
    shippingMinor: 0,
    paidByGiftCardsMinor: 0,
    paidByPointsMinor: 0,
    attributes: copied(attributes),
  };
}

function plainLine(line: Given): EarningLine | undefined {
  const { id, productId, quantity = 1, amountMinor, discountMinor = 0, taxMinor = 0 } = line;
  const { excluded = false, attributes = {} } = line;
  const isPlain =
    hasOnly(line, LINE) &&
    isName(id) &&
    (productId === undefined || isName(productId)) &&
    isAmount(quantity, 1e9) &&
    isAmount(amountMinor, 1e12) &&
    isAmount(discountMinor, amountMinor) &&
    isAmount(taxMinor, amountMinor - discountMinor) &&
    typeof excluded === "boolean" &&
    areScalars(attributes);
  if (!isPlain || quantity === 0) return undefined;
  const own = copied(attributes);
  // Spreading takes three times as long as writing the fields out.
  return productId === undefined
    ? { id, quantity, amountMinor, discountMinor, taxMinor, excluded, attributes: own }
    : { id, productId, quantity, amountMinor, discountMinor, taxMinor, excluded, attributes: own };
}

function hasOnly(given: Given, keys: ReadonlySet<string>): boolean {
  for (const key in given) if (!keys.has(key)) return false;
  return true;
}

function isName(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const { length } = value;
  if (length === 0 || length > 128) return false;
  for (let at = 0; at < length; at++) if (NAME_UNITS[value.charCodeAt(at)] !== 1) return false;
  return true;
}

function isAmount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

type Scalars = EarningLine["attributes"];

function areScalars(given: unknown): given is Scalars {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return false;
  for (const key in given) {
    const value = (given as Given)[key];
    const isShort = typeof value === "string" && value.length <= 1000;
    if (key === "__proto__" || !(isShort || typeof value === "boolean" || Number.isFinite(value))) {
      return false;
    }
  }
  return true;
}

function copied(attributes: Scalars): Scalars {
  return { ...attributes };
}
