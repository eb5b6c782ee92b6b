import {
  type Because,
  bucketOf,
  Duration,
  Instant,
  isoOf,
  millisecondsIn,
  parseInput,
} from "@kefu/core";
import { z } from "zod";

const positive = z.int().positive();

/** Whom to ask, when, and how often at most. */
export const InvitationPolicy = z.strictObject({
  /** Names the survey; a customer falls into or out of its sample for good. */
  surveyId: z.string().min(1).max(128),
  /** The share of customers to ask, 0 to 1. */
  sampleShare: z.number().min(0).max(1).default(1),
  /** How long after the event to ask: a parcel has to be unpacked first. */
  askAfter: Duration.default({}),
  /** An event older than this is forgotten by the customer, and not asked about. */
  askWithin: Duration.default({ days: 30 }),
  /** How long to leave a customer alone after any invitation. */
  quietAfterInvitation: Duration.default({ days: 30 }),
  /** How long to leave a customer alone after an answer to this survey. */
  quietAfterAnswer: Duration.default({ days: 90 }),
  /** How many invitations of any kind a customer gets at most within `period`. */
  maxInvitations: positive.default(4),
  /** The period in which invitations are counted. */
  period: Duration.default({ days: 365 }),
});
/** Whom to ask, when, and how often at most, with defaults left out. */
export type InvitationPolicyInput = Readonly<z.input<typeof InvitationPolicy>>;

/** What the shop knows of a customer who could be asked. */
export const InvitationHistory = z.strictObject({
  /** Who it is. */
  customerId: z.string().min(1).max(256),
  /** Whether the customer has agreed to be asked, or the law allows it without. */
  mayBeAsked: z.boolean().default(true),
  /** Whether a complaint is open: nobody is asked how it was while it is not settled. */
  hasOpenComplaint: z.boolean().default(false),
  /** Every invitation so far, in any order. */
  invitations: z
    .array(z.strictObject({ surveyId: z.string(), at: Instant, answeredAt: Instant.optional() }))
    .max(10_000)
    .readonly()
    .default([]),
});
/** What the shop knows of a customer who could be asked, with defaults left out. */
export type InvitationHistoryInput = Readonly<z.input<typeof InvitationHistory>>;

/** Why a customer is not asked. */
export type NotInvitedCode =
  | "no-consent"
  | "not-sampled"
  | "open-complaint"
  | "event-too-old"
  | "recently-invited"
  | "recently-answered"
  | "too-many-invitations";

/** Whether to ask a customer, and when. */
export type InvitationDecision =
  | {
      /** Tells the outcomes apart. */
      readonly outcome: "invite";
      /** When to send it: at once, or later. */
      readonly sendAt: Instant;
      /** Why it may be sent. */
      readonly because: Because<"invited">;
    }
  | {
      /** Tells the outcomes apart. */
      readonly outcome: "notInvited";
      /** Why it is not sent, with the days of UTC on which it began and ends; `satisfactionMessages` has the sentences. */
      readonly because: Because<NotInvitedCode>;
      /** From when on the answer could differ; `null` where waiting does not help. */
      readonly askAgainAt: Instant | null;
    };

/**
 * Whether to ask a customer about something that happened, and when. Nobody is asked too often, about what is long ago, while
 * a complaint is open, or against the own wish; the sample is drawn by the customer's id, so that the answer is the same
 * however often it is asked for.
 *
 * A quiet time has passed at its very end. Of several reasons, the one that lasts longest is given.
 *
 * @param moments - `eventAt`: when what is asked about happened; `at`: now
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { decideInvitation } from "@kefu/satisfaction";
 *
 * const policy = { surveyId: "delivery", askAfter: { days: 3 } };
 * const delivered = instant("2026-11-20T10:00:00Z");
 * const asked = decideInvitation(policy, { customerId: "c1" }, { eventAt: delivered, at: delivered });
 * asked.outcome === "invite" && asked.sendAt === instant("2026-11-23T10:00:00Z"); // => true
 * ```
 */
export function decideInvitation(
  policy: InvitationPolicyInput,
  history: InvitationHistoryInput,
  moments: { readonly eventAt: Instant; readonly at: Instant },
): InvitationDecision {
  const rules = parseInput(InvitationPolicy, "invitation policy", policy);
  const customer = parseInput(InvitationHistory, "invitation history", history);
  const { eventAt, at } = parseInput(Moments, "moments", moments);
  const sendAt = Math.max(at, eventAt + millisecondsIn(rules.askAfter)) as Instant;
  const never = lastingReason(rules, customer, { eventAt, sendAt });
  if (never !== undefined) return { outcome: "notInvited", because: never, askAgainAt: null };
  const [longest] = passingReasons(rules, customer, sendAt).sort((a, b) => b.until - a.until);
  if (longest === undefined) {
    return { outcome: "invite", sendAt, because: { code: "invited", facts: { on: day(sendAt) } } };
  }
  const { because, until } = longest;
  const stillWithin = until <= eventAt + millisecondsIn(rules.askWithin);
  return { outcome: "notInvited", because, askAgainAt: stillWithin ? until : null };
}

const Moments = z.strictObject({ eventAt: Instant, at: Instant });

type Rules = z.output<typeof InvitationPolicy>;
type Customer = z.output<typeof InvitationHistory>;

type NotInvited = Because<NotInvitedCode>;

/** The day of a moment in UTC, as the sentences tell it. */
const day = (at: Instant) => isoOf(at).slice(0, 10);

function lastingReason(
  { surveyId, sampleShare, askWithin }: Rules,
  { customerId, mayBeAsked, hasOpenComplaint }: Customer,
  { eventAt, sendAt }: { readonly eventAt: Instant; readonly sendAt: Instant },
): NotInvited | undefined {
  if (!mayBeAsked) return { code: "no-consent", facts: {} };
  if (bucketOf(surveyId, customerId) >= sampleShare) {
    return { code: "not-sampled", facts: { share: sampleShare } };
  }
  if (hasOpenComplaint) return { code: "open-complaint", facts: {} };
  const lastMoment = (eventAt + millisecondsIn(askWithin)) as Instant;
  if (sendAt <= lastMoment) return undefined;
  return { code: "event-too-old", facts: { on: day(eventAt) } };
}

interface PassingReason {
  readonly because: NotInvited;
  /** From when on it no longer holds. */
  readonly until: Instant;
}

function passingReasons(rules: Rules, { invitations }: Customer, sendAt: Instant): PassingReason[] {
  const after = (
    code: NotInvitedCode,
    { from, wait, ...count }: { from: Instant | undefined; wait: Duration; count?: number },
  ): PassingReason[] => {
    if (from === undefined) return [];
    const until = (from + millisecondsIn(wait)) as Instant;
    return [{ because: { code, facts: { ...count, on: day(from), until: day(until) } }, until }];
  };
  const invited = invitations.map((one) => one.at).sort((a, b) => b - a);
  const answered = invitations
    .filter(({ surveyId }) => surveyId === rules.surveyId)
    .flatMap(({ answeredAt }) => answeredAt ?? [])
    .sort((a, b) => b - a);
  const count = rules.maxInvitations;
  return [
    ...after("recently-invited", { from: invited[0], wait: rules.quietAfterInvitation }),
    ...after("recently-answered", { from: answered[0], wait: rules.quietAfterAnswer }),
    ...after("too-many-invitations", { from: invited[count - 1], wait: rules.period, count }),
  ].filter(({ until }) => until > sendAt);
}
