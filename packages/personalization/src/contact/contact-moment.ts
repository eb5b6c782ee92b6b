import type { Channel, Instant } from "@kefu/core";
import type { RuleMessage } from "../rules/rule-set.ts";
import { type ContactReason, type Hold, holdReason } from "./contact-reason.ts";
import { capGates } from "./frequency-caps.ts";
import { type Gate, passGates } from "./gate.ts";
import type { OpenContact } from "./open-contact.ts";
import { endOfQuiet, type QuietSpan } from "./quiet-hours.ts";
import { nextAtHour, sendHourOf } from "./send-hour.ts";
import { DAY, localTime, offsetsAround } from "./wall-clock.ts";

const HOUR = 3_600_000;
const NO_RESPONSES: readonly number[] = new Array(24).fill(0);

/** When a message can go on a channel, if it can, and what it waited for. */
export interface ContactMoment {
  readonly at: Instant | undefined;
  readonly because: readonly ContactReason[];
}

/**
 * The first moment at which no cap and no quiet hours stand against a message, asked in turn until all are content.
 * The better hour is waited for only as long as the message is of use.
 */
export function contactMoment(
  contact: OpenContact,
  message: RuleMessage,
  channel: Channel,
): ContactMoment {
  const { expiresAt = Number.POSITIVE_INFINITY } = message;
  const hour = message.purpose === "transactional" ? undefined : wishedHour(contact);
  let passage = passGates(gatesFor(contact, message, channel, hour), contact.at);
  if (hour !== undefined && passage.at >= expiresAt) {
    passage = passGates(gatesFor(contact, message, channel), contact.at);
  }
  const { at, heldBy } = passage;
  if (at === Number.POSITIVE_INFINITY) {
    return { at: undefined, because: [{ code: "never-by-cap", facts: { channel } }] };
  }
  const because = heldBy.map((hold) => holdReason(hold, channel));
  if (at < expiresAt) return { at: at as Instant, because };
  const facts = { channel, at: localTime(contact.timeZone, at) };
  return { at: undefined, because: [...because, { code: "expires-first", facts }] };
}

function gatesFor(
  { policy, history, at, timeZone, quiet }: OpenContact,
  { purpose, category, critical }: RuleMessage,
  channel: Channel,
  hour?: number,
): Gate<Hold>[] {
  if (purpose === "transactional") return [];
  const passes = critical ? policy.criticalPasses : [];
  const question = { timeZone, purpose, category, channel };
  const gates: Gate<Hold>[] = passes.includes("caps")
    ? []
    : capGates(policy.caps, history, question, at);
  if (quiet !== undefined && !passes.includes("quiet-hours")) {
    const open = (from: number) => endOfQuiet(offsetsAround(timeZone, from), quiet, from);
    gates.push({ kind: "quiet-hours", open });
  }
  if (hour !== undefined && !critical) {
    gates.push({ kind: { hour }, open: (from) => nextAtHour(timeZone, hour, from) });
  }
  return gates;
}

/** The hour at which the customer is best written to, unless it is a quiet one: then there would be no such moment. */
function wishedHour({ policy, customer, quiet }: OpenContact): number | undefined {
  if (policy.sendHour === undefined) return undefined;
  const { hour } = sendHourOf(policy.sendHour, customer.responses ?? NO_RESPONSES);
  return quiet !== undefined && isQuiet(quiet, hour * HOUR) ? undefined : hour;
}

function isQuiet({ start, end }: QuietSpan, wall: number): boolean {
  return (wall >= start && wall < end) || wall + DAY < end;
}
