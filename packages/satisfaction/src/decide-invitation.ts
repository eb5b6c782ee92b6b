import { type Because, bucketOf, Duration, Instant, millisecondsIn, parseInput } from "@kefu/core";
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
      /** Why it is not sent; `satisfactionMessages` has the sentences. */
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
  if (never !== undefined) return refusal(never, null);
  const [longest] = passingReasons(rules, customer, sendAt).sort((a, b) => b.until - a.until);
  if (longest === undefined) {
    return { outcome: "invite", sendAt, because: { code: "invited", facts: {} } };
  }
  const stillWithin = longest.until <= eventAt + millisecondsIn(rules.askWithin);
  return refusal(longest.code, stillWithin ? longest.until : null);
}

const Moments = z.strictObject({ eventAt: Instant, at: Instant });

type Rules = z.output<typeof InvitationPolicy>;
type Customer = z.output<typeof InvitationHistory>;

const refusal = (code: NotInvitedCode, askAgainAt: Instant | null): InvitationDecision => ({
  outcome: "notInvited",
  because: { code, facts: {} },
  askAgainAt,
});

function lastingReason(
  { surveyId, sampleShare, askWithin }: Rules,
  { customerId, mayBeAsked, hasOpenComplaint }: Customer,
  { eventAt, sendAt }: { readonly eventAt: Instant; readonly sendAt: Instant },
): NotInvitedCode | undefined {
  if (!mayBeAsked) return "no-consent";
  if (bucketOf(surveyId, customerId) >= sampleShare) return "not-sampled";
  if (hasOpenComplaint) return "open-complaint";
  return sendAt > eventAt + millisecondsIn(askWithin) ? "event-too-old" : undefined;
}

interface PassingReason {
  readonly code: NotInvitedCode;
  /** From when on it no longer holds. */
  readonly until: Instant;
}

function passingReasons(rules: Rules, { invitations }: Customer, sendAt: Instant): PassingReason[] {
  const after = (code: NotInvitedCode, from: number | undefined, wait: Duration) =>
    from === undefined ? [] : [{ code, until: (from + millisecondsIn(wait)) as Instant }];
  const invited = invitations.map((one) => one.at).sort((a, b) => b - a);
  const answered = invitations
    .filter(({ surveyId }) => surveyId === rules.surveyId)
    .flatMap(({ answeredAt }) => answeredAt ?? [])
    .sort((a, b) => b - a);
  return [
    ...after("recently-invited", invited[0], rules.quietAfterInvitation),
    ...after("recently-answered", answered[0], rules.quietAfterAnswer),
    ...after("too-many-invitations", invited[rules.maxInvitations - 1], rules.period),
  ].filter(({ until }) => until > sendAt);
}
