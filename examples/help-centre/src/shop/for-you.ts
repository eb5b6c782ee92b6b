import { type Because, type Instant, parseInput } from "@kefu/core";
import type { LedgerEvent } from "@kefu/loyalty";
import {
  consentStatus,
  type DecisionContext,
  type Offer,
  type RuleTrace,
  traceDecision,
} from "@kefu/personalization";
import { boughtTogether, recommend } from "@kefu/recommendation";
import { ledgerOf } from "../database/ledger.ts";
import type { ShopCustomer } from "../database/shop-customers.ts";
import type { HelpCentre } from "../help-centre.ts";
import { CARD_RULES, CardContent, CONTACT_POLICY, type ShopProfile } from "./offer-rules.ts";
import { MODEL, type Product, productById } from "./products.ts";
import { TOPICS } from "./topics.ts";
import { endingWithin } from "./wallet.ts";

/** How many days before they end points are spoken of. */
const ENDING_DAYS = 60;
const NOBODY: ShopProfile = { orders: 0, products: [], endingPoints: 0 };

/** A card of the strip, and what led to it. */
export interface Card {
  /** What became of its rule, and why. */
  readonly trace: RuleTrace;
  readonly content: CardContent;
  /** Products, each with the reason of the recommendation. */
  readonly products: readonly { readonly product: Product; readonly because: Because }[];
  /** How many points, where it is about them. */
  readonly points: number;
}

/** What stands on the first page for someone, and why. */
export interface ForYou {
  readonly cards: readonly Card[];
  /** Why the decision is what it is, for all cards. */
  readonly because: readonly Because[];
}

/** What is decided for a customer, or for somebody of whom nothing is known. */
export async function forYou(
  { database, now }: HelpCentre,
  customer: ShopCustomer | undefined,
): Promise<ForYou> {
  const profile = await profileOf(database, customer, now());
  const { decision, rules } = traceDecision(profile, contextOf(customer, now()), CARD_RULES);
  if (decision.outcome === "none") return { cards: [], because: decision.because };
  const isHidden = decision.because.some(({ code }) => code === "no-profiling");
  const known = isHidden ? NOBODY : profile;
  const cards = [decision, ...decision.alternatives]
    .flatMap((offer) => {
      const trace = rules.find(({ rule }) => rule === offer.rule);
      return trace === undefined ? [] : [cardOf(offer, trace, known)];
    })
    .filter(({ content }) => !hasLeft(customer, content, now()))
    .filter(({ content, products }) => products.length > 0 || !PRODUCT_CARDS.has(content.card));
  return { cards: withoutRepeats(cards), because: decision.because };
}

export function contextOf(customer: ShopCustomer | undefined, at: Instant): DecisionContext {
  const { reach = { channels: [] }, consents = [] } = customer ?? {};
  return { at, policy: CONTACT_POLICY, customer: { ...reach, consents } };
}

/** What is known of a customer by their wallet. */
export async function profileOf(
  database: HelpCentre["database"],
  customer: ShopCustomer | undefined,
  at: Instant,
): Promise<ShopProfile> {
  if (customer === undefined) return NOBODY;
  const events = await ledgerOf(database, customer.key);
  const bought = events.flatMap((event) => (event.type === "PointsEarned" ? [event] : []));
  return {
    orders: bought.length,
    products: productsOf(bought),
    endingPoints: endingWithin(events, at, ENDING_DAYS),
  };
}

function productsOf(bought: readonly Extract<LedgerEvent, { type: "PointsEarned" }>[]): string[] {
  const ids = bought.flatMap(({ order }) =>
    order.order.lines.flatMap(({ productId }) => productId ?? []),
  );
  return [...new Set(ids)];
}

/** Whether the customer no longer wants to hear of what the card is about. */
function hasLeft(customer: ShopCustomer | undefined, { topic }: CardContent, at: Instant): boolean {
  if (customer === undefined || topic === undefined) return false;
  const question = { purpose: TOPICS[topic], topic };
  return consentStatus(customer.consents, question, at) === "withdrawn";
}

const PRODUCT_CARDS: ReadonlySet<string> = new Set(["together", "goes-with", "popular"]);

function cardOf(
  { content }: Offer,
  trace: RuleTrace,
  { products: owned, endingPoints }: ShopProfile,
): Card {
  const read = parseInput(CardContent, "card", content);
  const found = recommendedOn(read, owned);
  const products = found.flatMap(({ itemId, because }) => {
    const product = productById(itemId);
    return product === undefined ? [] : [{ product, because }];
  });
  return { trace, content: read, products, points: endingPoints };
}

/** What a card recommends to somebody who has these. Who lets nobody look gets what all like. */
function recommendedOn({ card }: CardContent, owned: readonly string[]) {
  if (card === "popular") return recommend(MODEL, [], { limit: 3, exclude: owned }).items;
  if (card === "goes-with") {
    return recommend(MODEL, owned, { limit: 2, fallback: "none" }).items;
  }
  if (card !== "together") return [];
  const pairs = owned.flatMap((itemId) => {
    const found = boughtTogether(MODEL, itemId, { limit: 3 });
    return found.outcome === "found" ? found.pairs : [];
  });
  return pairs.filter(({ itemId }) => !owned.includes(itemId)).slice(0, 2);
}

/** Each product stands on one card only, the first that has it. */
function withoutRepeats(cards: readonly Card[]): Card[] {
  const seen = new Set<string>();
  return cards.flatMap((card) => {
    const products = card.products.filter(({ product }) => !seen.has(product.id));
    for (const { product } of products) seen.add(product.id);
    return products.length === 0 && card.products.length > 0 ? [] : [{ ...card, products }];
  });
}
