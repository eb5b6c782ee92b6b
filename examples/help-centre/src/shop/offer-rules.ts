import {
  type CompiledContactPolicy,
  type CompiledRules,
  compileContactPolicy,
  compileRules,
  type RuleSetInput,
} from "@kefu/personalization";
import { z } from "zod";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import { CONTACT_CHANNELS, TOPIC_NAMES } from "./topics.ts";

/** What is known of a customer, and looked at only with their consent. */
export const ShopProfile = z.object({
  orders: z.int(),
  products: z.array(z.string()),
  endingPoints: z.int(),
});
export interface ShopProfile extends Readonly<z.output<typeof ShopProfile>> {}

/** What a card of the strip shows. A topic that the customer left is not shown either. */
export const CardContent = z.strictObject({
  card: z.enum(["ending-points", "together", "goes-with", "guide", "popular"]),
  topic: z.enum(TOPIC_NAMES).optional(),
  entryId: z.string().optional(),
});
export interface CardContent extends Readonly<z.output<typeof CardContent>> {}

/** Who sees which cards on the first page. */
const CARDS: RuleSetInput = {
  version: "cards-1",
  rules: [
    {
      id: "ending-points",
      priority: 50,
      when: { field: "endingPoints", op: "gte", value: 50 },
      content: { card: "ending-points", topic: "points" },
    },
    {
      id: "coffee-care",
      priority: 40,
      when: { field: "products", op: "in", value: ["orbit"] },
      content: { card: "guide", topic: "care", entryId: "troubleshooting-orbit-descaling" },
    },
    {
      id: "often-together",
      priority: 30,
      when: { field: "orders", op: "gte", value: 1 },
      content: { card: "together", topic: "news" },
    },
    {
      id: "goes-with",
      priority: 20,
      when: { field: "orders", op: "gte", value: 1 },
      content: { card: "goes-with", topic: "news" },
    },
    { id: "popular", content: { card: "popular" } },
  ],
};

/** Who would be written to about what, were the shop a real one. `{key}` is the customer's own. */
const MESSAGES: RuleSetInput = {
  version: "messages-1",
  rules: [
    {
      id: "ending-points",
      priority: 50,
      when: { field: "endingPoints", op: "gte", value: 50 },
      content: "ending-points",
      message: {
        ...{ purpose: "service", category: "points", topic: "points" },
        channels: [...CONTACT_CHANNELS],
        unsubscribe: { url: "/leave/{key}" },
      },
    },
    {
      id: "coffee-care",
      priority: 40,
      when: { field: "products", op: "in", value: ["orbit"] },
      content: "coffee-care",
      message: {
        ...{ purpose: "marketing", category: "newsletter", topic: "care" },
        channels: ["email"],
        unsubscribe: { url: "/leave/{key}" },
      },
    },
    {
      id: "news",
      content: "news",
      message: {
        ...{ purpose: "marketing", category: "newsletter", topic: "news" },
        channels: [...CONTACT_CHANNELS],
        unsubscribe: { url: "/leave/{key}" },
      },
    },
  ],
};

export const CARD_RULES: CompiledRules = compileRules(CARDS, { profile: ShopProfile });
export const MESSAGE_RULES: CompiledRules = compileRules(MESSAGES, { profile: ShopProfile });

/** When and how often the shop writes. */
export const CONTACT_POLICY: CompiledContactPolicy = compileContactPolicy({
  timeZone: DESK_ZONE,
  quietHours: { start: "21:00", end: "08:00" },
  caps: [{ category: "newsletter", per: "week", max: 2 }],
  alternatives: 10,
});
