import { Channel, Instant } from "@kefu/core";
import { z } from "zod";
import { checked } from "./checked.ts";

const label = z.string().min(1).max(128);

/** What consent can be given to: `"profiling"` is to have one's profile looked at. */
export const ConsentPurpose = z.enum(["service", "marketing", "profiling"]);
/** What consent can be given to, see the schema of the same name. */
export type ConsentPurpose = z.output<typeof ConsentPurpose>;

/** Something a customer has said about being written to or looked at. Nothing is overwritten: records add up. */
export const ConsentRecord = z.strictObject({
  /** To what. */
  purpose: ConsentPurpose,
  /** On which channel; on all when it is absent. */
  channel: Channel.optional(),
  /** About which topic; about all when it is absent. */
  topic: label.optional(),
  /** `"pending"`: asked for, and not yet confirmed. */
  status: z.enum(["granted", "pending", "withdrawn"]),
  /** When it was said; before that moment the record is without effect. */
  at: Instant,
  /** Of a grant: when it was confirmed, where the policy asks for double opt-in. */
  confirmedAt: Instant.optional(),
  /** Of a grant: the first moment at which it holds no more. */
  expires: Instant.optional(),
});
/** Something a customer has said about being written to, see the schema of the same name. */
export interface ConsentRecord extends Readonly<z.output<typeof ConsentRecord>> {}

/** What consent is asked for. */
export const ConsentQuestion = z.strictObject({
  /** To what. */
  purpose: ConsentPurpose,
  /** On which channel; without one, only records for all channels count. */
  channel: Channel.optional(),
  /** About which topic; without one, only records for all topics count. */
  topic: label.optional(),
  /** Whether a grant counts only once it is confirmed. */
  optIn: z.enum(["single", "double"]).default("single"),
});
/** What consent is asked for: keys with a default may be left out. */
export interface ConsentQuestion extends Readonly<z.input<typeof ConsentQuestion>> {}

/** How consent stands. Only `"granted"` is consent. */
export type ConsentStatus = "granted" | "missing" | "pending" | "withdrawn" | "expired";

const Records = z.lazy(() => z.array(ConsentRecord));

/**
 * How a customer's consent stands at a moment.
 *
 * What was said of the topic and channel in question goes before what was said in general (a topic weighs more than
 * a channel), and of the same kind the latest counts; said at the same moment, the withdrawal. Beyond that, a grant never stands against a withdrawal
 * that came later or at the same moment, nor against one that names a topic or a channel which the grant does not:
 * whoever left a topic is not brought back by a general "yes". A request that is still pending takes no earlier grant away.
 *
 * @param records - in any order
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { consentStatus, type ConsentRecord } from "@kefu/personalization";
 *
 * const records: ConsentRecord[] = [
 *   { purpose: "marketing", topic: "sale", status: "withdrawn", at: instant("2026-01-01T00:00:00Z") },
 *   { purpose: "marketing", status: "granted", at: instant("2026-02-01T00:00:00Z") },
 * ];
 * const at = instant("2026-03-01T00:00:00Z");
 * consentStatus(records, { purpose: "marketing", topic: "sale" }, at); // => "withdrawn"
 * consentStatus(records, { purpose: "marketing", topic: "tips" }, at); // => "granted"
 * ```
 */
export function consentStatus(
  records: readonly ConsentRecord[],
  question: ConsentQuestion,
  at: Instant,
): ConsentStatus {
  const asked = checked(ConsentQuestion, "consent question", question);
  return statusOf(checked(Records, "consent records", records), asked, checked(Instant, "at", at));
}

/** {@link consentStatus} of what is known to be in shape. */
export function statusOf(
  records: readonly ConsentRecord[],
  question: z.output<typeof ConsentQuestion>,
  at: number,
): ConsentStatus {
  const decisive = decisiveOf(records, question, at);
  const status = decisive === undefined ? "missing" : standing(decisive, records, question, at);
  if (status === "granted") return status;
  const since = decisive?.at ?? Number.NEGATIVE_INFINITY;
  const isRequest = (record: ConsentRecord) =>
    record.status === "pending" && record.at > since && concerns(record, question, at);
  return records.some(isRequest) ? "pending" : status;
}

/** Of the grants and withdrawals that concern a question, the one that weighs most. */
function decisiveOf(
  records: readonly ConsentRecord[],
  question: z.output<typeof ConsentQuestion>,
  at: number,
): ConsentRecord | undefined {
  let decisive: ConsentRecord | undefined;
  for (const record of records) {
    if (record.status === "pending" || !concerns(record, question, at)) continue;
    if (decisive === undefined || outweighs(record, decisive)) decisive = record;
  }
  return decisive;
}

/** Whether a record says something about the question by that moment. */
function concerns(
  record: ConsentRecord,
  question: z.output<typeof ConsentQuestion>,
  at: number,
): boolean {
  return (
    record.at <= at &&
    record.purpose === question.purpose &&
    (record.channel === undefined || record.channel === question.channel) &&
    (record.topic === undefined || record.topic === question.topic)
  );
}

function outweighs(one: ConsentRecord, other: ConsentRecord): boolean {
  const nearer = nearness(one) - nearness(other);
  if (nearer !== 0) return nearer > 0;
  return one.at === other.at ? one.status === "withdrawn" : one.at > other.at;
}

function nearness({ topic, channel }: ConsentRecord): number {
  return (topic === undefined ? 0 : 2) + (channel === undefined ? 0 : 1);
}

/** What the record that weighs most comes to. */
function standing(
  record: ConsentRecord,
  records: readonly ConsentRecord[],
  question: z.output<typeof ConsentQuestion>,
  at: number,
): ConsentStatus {
  const isAgainst = (one: ConsentRecord) =>
    one.status === "withdrawn" && concerns(one, question, at) && standsAgainst(one, record);
  if (records.some(isAgainst)) return "withdrawn";
  if (record.expires !== undefined && record.expires <= at) return "expired";
  const isConfirmed = record.confirmedAt !== undefined && record.confirmedAt <= at;
  return question.optIn === "double" && !isConfirmed ? "pending" : "granted";
}

/** Whether a withdrawal holds against a grant: it came no earlier, or names what the grant does not. */
function standsAgainst(withdrawal: ConsentRecord, grant: ConsentRecord): boolean {
  return (
    withdrawal.at >= grant.at ||
    (withdrawal.topic !== undefined && grant.topic === undefined) ||
    (withdrawal.channel !== undefined && grant.channel === undefined)
  );
}
