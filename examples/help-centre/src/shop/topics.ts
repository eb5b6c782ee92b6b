import type { ConsentPurpose } from "@kefu/personalization";

/** What customers can be written to about, and what each asks their consent for. */
export const TOPICS = {
  points: "service",
  care: "marketing",
  news: "marketing",
} as const satisfies Record<string, ConsentPurpose>;

export type Topic = keyof typeof TOPICS;
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[];

/** The ways in which the shop writes, were it a real one. */
export const CONTACT_CHANNELS = ["email", "sms"] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
