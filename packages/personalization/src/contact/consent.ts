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
  const said = records.filter((record) => record.at <= at && concerns(record, question));
  let decisive: ConsentRecord | undefined;
  for (const record of said) {
    if (record.status === "pending") continue;
    if (decisive === undefined || outweighs(record, decisive)) decisive = record;
  }
  const status = decisive === undefined ? "missing" : standing(decisive, said, question, at);
  if (status === "granted") return status;
  const since = decisive?.at ?? Number.NEGATIVE_INFINITY;
  const isAsked = said.some((record) => record.status === "pending" && record.at > since);
  return isAsked ? "pending" : status;
}

function concerns(record: ConsentRecord, question: z.output<typeof ConsentQuestion>): boolean {
  return (
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

/** What the record that weighs most comes to, given all that was said about the question. */
function standing(
  record: ConsentRecord,
  said: readonly ConsentRecord[],
  question: z.output<typeof ConsentQuestion>,
  at: number,
): ConsentStatus {
  if (said.some((other) => standsAgainst(other, record))) return "withdrawn";
  if (record.expires !== undefined && record.expires <= at) return "expired";
  const isConfirmed = record.confirmedAt !== undefined && record.confirmedAt <= at;
  return question.optIn === "double" && !isConfirmed ? "pending" : "granted";
}

/** Whether a record withdraws what another grants: it came no earlier, or names what the grant does not. */
function standsAgainst(other: ConsentRecord, grant: ConsentRecord): boolean {
  if (other.status !== "withdrawn") return false;
  return (
    other.at >= grant.at ||
    (other.topic !== undefined && grant.topic === undefined) ||
    (other.channel !== undefined && grant.channel === undefined)
  );
}
