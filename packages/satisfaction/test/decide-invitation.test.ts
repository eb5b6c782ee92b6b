import { explainBecause, type Instant, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  decideInvitation,
  type InvitationHistoryInput,
  type InvitationPolicyInput,
  satisfactionMessages,
} from "../src/index.ts";

const DAY = 86_400_000;
const start = instant("2026-11-01T00:00:00Z");
const day = (days: number) => (start + days * DAY) as Instant;
const policy: InvitationPolicyInput = { surveyId: "delivery", askAfter: { days: 2 } };

function decide(
  history: Omit<InvitationHistoryInput, "customerId">,
  {
    at = day(100),
    eventAt = day(100),
    ...rules
  }: Partial<InvitationPolicyInput> & {
    readonly at?: Instant;
    readonly eventAt?: Instant;
  } = {},
) {
  const customer = { customerId: "c1", ...history };
  return decideInvitation({ ...policy, ...rules }, customer, { eventAt, at });
}

const codeOf = (decision: ReturnType<typeof decide>) => decision.because.code;
const invited = (at: Instant, surveyId = "other") => ({ invitations: [{ surveyId, at }] });

describe("decideInvitation", () => {
  it("sends at once what could have been sent before", () => {
    expect(decide({})).toMatchObject({ outcome: "invite", sendAt: day(102) });
    expect(decide({}, { at: day(105) })).toMatchObject({ outcome: "invite", sendAt: day(105) });
  });

  it.each([
    ["no-consent", { mayBeAsked: false }],
    ["open-complaint", { hasOpenComplaint: true }],
  ] as const)("gives %s", (code, history) => {
    expect(decide(history)).toEqual({
      outcome: "notInvited",
      because: { code, facts: {} },
      askAgainAt: null,
    });
  });

  it("forgets events after the last moment to ask", () => {
    const asked = (at: number) =>
      codeOf(decide({}, { at: at as Instant, askWithin: { days: 30 } }));
    expect(asked(day(130))).toBe("invited");
    expect(asked(day(130) + 1)).toBe("event-too-old");
  });

  it("leaves a customer alone until the quiet time is over", () => {
    // It is to be sent on day 102, 30 quiet days after day 72.
    expect(codeOf(decide(invited(day(72))))).toBe("invited");
    expect(decide(invited((day(72) + 1) as Instant))).toMatchObject({
      because: { code: "recently-invited", facts: { on: "2027-01-12", until: "2027-02-11" } },
      askAgainAt: day(102) + 1,
    });
  });

  it("tells why in words, with the days", () => {
    const said = (decision: ReturnType<typeof decide>, locale: string) =>
      explainBecause(decision.because, locale, satisfactionMessages);
    const four = { invitations: [0, 10, 20, 30].map((at) => ({ surveyId: "x", at: day(at) })) };
    expect(said(decide(four), "en")).toBe(
      "The customer has been invited 4 times since 2026-11-01, which is enough until 2027-11-01.",
    );
    expect(said(decide(invited(day(90))), "zh-Hans")).toBe(
      "顾客在 2027-01-30 收到过调查邀请，在 2027-03-01 之前不再打扰。",
    );
    expect(said(decide({}), "zh-Hant")).toBe("可以在 2027-02-11 邀請這位顧客。");
  });

  it("does not count answers to other surveys, but their invitations", () => {
    const answered = (surveyId: string) => ({
      invitations: [{ surveyId, at: day(60), answeredAt: day(61) }],
    });
    expect(codeOf(decide(answered("other")))).toBe("invited");
    expect(decide(answered("delivery"))).toMatchObject({
      because: { code: "recently-answered" },
      askAgainAt: null,
    });
    expect(decide(answered("delivery"), { quietAfterAnswer: { days: 50 } })).toMatchObject({
      askAgainAt: day(111),
    });
  });

  it("counts invitations within the period", () => {
    const four = { invitations: [0, 10, 20, 30].map((at) => ({ surveyId: "x", at: day(at) })) };
    expect(codeOf(decide(four))).toBe("too-many-invitations");
    expect(codeOf(decide(four, { maxInvitations: 5 }))).toBe("invited");
    expect(codeOf(decide(four, { period: { days: 102 } }))).toBe("invited");
  });

  it("draws a sample that stays when it grows", () => {
    const sampled = (sampleShare: number) =>
      Array.from({ length: 1000 }, (_, at) => `c${at}`).filter((customerId) => {
        const asked = decideInvitation(
          { ...policy, sampleShare },
          { customerId },
          {
            eventAt: day(0),
            at: day(0),
          },
        );
        return asked.outcome === "invite";
      });
    const [tenth, fifth] = [sampled(0.1), sampled(0.2)];
    expect(tenth.length).toBeGreaterThan(70);
    expect(tenth.length).toBeLessThan(130);
    expect(fifth).toEqual(expect.arrayContaining(tenth));
    expect([sampled(0).length, sampled(1).length]).toEqual([0, 1000]);
  });
});
