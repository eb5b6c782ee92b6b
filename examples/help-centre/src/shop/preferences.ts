import type { Instant } from "@kefu/core";
import { type ConsentRecord, consentStatus } from "@kefu/personalization";
import type { Reach, ShopCustomer } from "../database/shop-customers.ts";
import type { FormValues } from "../web/form.ts";
import { CONTACT_CHANNELS, TOPIC_NAMES, TOPICS, type Topic } from "./topics.ts";

/** What a preference form asks for. */
export interface Choices {
  readonly topics: readonly Topic[];
  readonly reach: Reach;
}

/** What a form chose; nothing where an hour is no time of the day. */
export function choicesIn(form: FormValues): Choices | undefined {
  const [start = "", end = ""] = [form["quietFrom"], form["quietUntil"]];
  const isSet = start !== "" || end !== "";
  if (isSet && !(isTime(start) && isTime(end))) return undefined;
  return {
    topics: TOPIC_NAMES.filter((topic) => form[`topic-${topic}`] === "yes"),
    reach: {
      channels: CONTACT_CHANNELS.filter((channel) => form[`channel-${channel}`] === "yes"),
      ...(isSet && { quietHours: { start, end } }),
    },
  };
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What a choice of topics adds to what was said before: only what changes. */
export function topicRecords(
  { consents }: ShopCustomer,
  chosen: readonly Topic[],
  at: Instant,
): ConsentRecord[] {
  return TOPIC_NAMES.flatMap((topic): ConsentRecord[] => {
    const purpose = TOPICS[topic];
    const status = chosen.includes(topic) ? "granted" : "withdrawn";
    const known = consentStatus(consents, { purpose, topic }, at);
    return known === status ? [] : [{ purpose, topic, status, at }];
  });
}

/** Whether the customer lets us look at what is known of them. */
export function isProfiled(customer: ShopCustomer | undefined, at: Instant): boolean {
  const { consents = [] } = customer ?? {};
  return consentStatus(consents, { purpose: "profiling" }, at) === "granted";
}

/** The topics that a customer has asked for. */
export function topicsOf(customer: ShopCustomer | undefined, at: Instant): readonly Topic[] {
  const { consents = [] } = customer ?? {};
  return TOPIC_NAMES.filter(
    (topic) => consentStatus(consents, { purpose: TOPICS[topic], topic }, at) === "granted",
  );
}

/** Everything withdrawn that is written about: the topics one by one, and whatever may come. */
export function leavingRecords(customer: ShopCustomer, at: Instant): ConsentRecord[] {
  return [
    ...topicRecords(customer, [], at),
    { purpose: "marketing", status: "withdrawn", at },
    { purpose: "service", status: "withdrawn", at },
  ];
}
