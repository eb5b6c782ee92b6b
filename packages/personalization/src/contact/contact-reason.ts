import type { Because, Channel } from "@kefu/core";
import type { FrequencyCap } from "./contact-policy.ts";

/** Why a message goes the way it goes, or does not go. */
export type ContactReason = Because<
  | "allowed"
  | "time-zone-unknown"
  | "no-common-channel"
  | "consent-missing"
  | "consent-pending"
  | "consent-withdrawn"
  | "consent-expired"
  | "suppressed"
  | "never-by-cap"
  | "held-by-day"
  | "held-by-week"
  | "held-by-month"
  | "held-by-hours"
  | "held-by-quiet-hours"
  | "held-for-hour"
  | "expires-first"
  | "no-unsubscribe"
>;

/** What a message can have to wait for. */
export type Hold = FrequencyCap | "quiet-hours" | { readonly hour: number };

/** Why a message waits. */
export function holdReason(hold: Hold, channel: Channel): ContactReason {
  if (hold === "quiet-hours") return { code: "held-by-quiet-hours", facts: { channel } };
  if ("hour" in hold) return { code: "held-for-hour", facts: { channel, hour: hold.hour } };
  const { max } = hold;
  if ("per" in hold) return { code: `held-by-${hold.per}`, facts: { channel, max } };
  return { code: "held-by-hours", facts: { channel, max, hours: hold.rollingHours } };
}
