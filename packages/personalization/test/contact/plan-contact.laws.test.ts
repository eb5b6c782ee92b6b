import { type Channel, type Instant, instant } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConsentRecord,
  type ContactPlan,
  type ContactPolicyInput,
  type CustomerContactInput,
  compileContactPolicy,
  consentStatus,
  type FrequencyCap,
  planContact,
  quietUntil,
  roomUnderCaps,
  type SentMessageInput,
} from "../../src/index.ts";

const HOUR = 3_600_000;
const zone = fc.constantFrom(
  ...["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns"],
  ...["Pacific/Apia", "Asia/Shanghai"],
);
/** Around the moments at which clocks are set, to the minute. */
const moment = fc
  .tuple(
    fc.constantFrom(
      ...["2026-03-08T07:00Z", "2026-03-29T01:00Z", "2026-04-04T15:00Z", "2026-10-03T15:30Z"],
      ...["2026-10-25T01:00Z", "2026-11-01T06:00Z", "2006-10-29T02:31Z", "2011-12-30T10:00Z"],
    ),
    fc.integer({ min: -60 * 60, max: 60 * 60 }),
  )
  .map(([at, minutes]) => instant(Date.parse(at) + minutes * 60_000));
const channel = fc.constantFrom<Channel>("email", "sms");
const time = fc
  .tuple(fc.nat({ max: 23 }), fc.constantFrom("00", "15", "30", "59"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
const quietHours = fc.record({ start: time, end: time });
const maybe = { nil: undefined };
const scope = {
  channel: fc.option(channel, maybe),
  category: fc.option(fc.constantFrom("a", "b"), maybe),
};
const cap: fc.Arbitrary<FrequencyCap> = fc
  .oneof(
    fc.record({ ...scope, max: fc.nat({ max: 3 }), per: fc.constantFrom("day", "week", "month") }),
    fc.record({ ...scope, max: fc.nat({ max: 3 }), rollingHours: fc.integer({ min: 1, max: 80 }) }),
  )
  .map((one) => one as FrequencyCap);
const sentMessage = fc.record({
  at: moment,
  channel,
  category: fc.constantFrom("a", "b"),
  purpose: fc.constantFrom("marketing" as const, "service" as const, "transactional" as const),
});
const consent: fc.Arbitrary<ConsentRecord> = fc
  .record({
    purpose: fc.constantFrom("marketing", "service"),
    channel: fc.option(channel, maybe),
    topic: fc.option(fc.constantFrom("x", "y"), maybe),
    status: fc.constantFrom("granted", "granted", "pending", "withdrawn"),
    at: moment,
    expires: fc.option(moment, maybe),
    confirmedAt: fc.option(moment, maybe),
  })
  .map((record) => record as ConsentRecord);
const scene = fc.record({
  zone,
  at: moment,
  policy: fc.record({
    timeZone: fc.constant("UTC"),
    quietHours: fc.option(quietHours, maybe),
    caps: fc.array(cap, { maxLength: 3 }),
    doubleOptIn: fc.subarray<Channel>(["email", "sms"]),
    sendHour: fc.option(fc.constant({ fallbackHour: 19 }), maybe),
  }) as fc.Arbitrary<ContactPolicyInput>,
  channels: fc.shuffledSubarray<Channel>(["email", "sms", "post"]),
  consents: fc.array(consent, { maxLength: 5 }),
  history: fc.array(sentMessage, { maxLength: 8 }),
  purpose: fc.constantFrom("marketing" as const, "service" as const),
  expiresAt: fc.option(moment, maybe),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const messageOf = ({ purpose, expiresAt }: Scene) => ({
  ...{ purpose, category: "a", topic: "x", channels: ["email" as const, "sms" as const] },
  ...{ unsubscribe: { keyword: "STOP" }, expiresAt },
});
const customerOf = ({ zone: timeZone, channels, consents }: Scene): CustomerContactInput => ({
  ...{ timeZone, channels, consents },
});

function planOf(given: Scene, at: Instant = given.at): ContactPlan {
  const policy = compileContactPolicy(given.policy);
  const { history } = given;
  return planContact(policy, customerOf(given), { message: messageOf(given), history, at });
}

const check = (law: (given: Scene, plan: ContactPlan & { outcome: "send" }) => void) =>
  fc.assert(
    fc.property(scene, (given) => {
      const plan = planOf(given);
      if (plan.outcome === "send") law(given, plan);
    }),
    { numRuns: 600 },
  );

/** Counts the slow way: every window that the message would be in. */
function isOverCap(
  one: FrequencyCap,
  given: Scene,
  sent: { at: number; channel: Channel },
): boolean {
  const counts = (message: SentMessageInput) =>
    message.purpose !== "transactional" &&
    (one.category === undefined || one.category === message.category) &&
    (one.channel === undefined || one.channel === message.channel);
  const own: SentMessageInput = { ...sent, at: sent.at as Instant, category: "a" };
  if (!counts(own)) return false;
  const all = [...given.history.filter(counts), own].map(({ at }) => at);
  if ("per" in one) {
    const period = (at: number) => periodName(given.zone, one.per, at);
    return all.filter((at) => period(at) === period(own.at)).length > one.max;
  }
  const ends = all.filter((end) => end - one.rollingHours * HOUR < own.at && own.at <= end);
  return ends.some(
    (end) => all.filter((at) => at > end - one.rollingHours * HOUR && at <= end).length > one.max,
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();
function periodName(timeZone: string, per: "day" | "week" | "month", at: number): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  formats.set(timeZone, format);
  const date = format.format(at);
  if (per !== "week") return date.slice(0, per === "day" ? 10 : 7);
  const day = Date.parse(date) / 86_400_000;
  return String(Math.floor((day - 4) / 7));
}

describe("whatever the policy", () => {
  it("nothing is sent in quiet hours", () => {
    check((given, { sendAt }) => {
      const { quietHours: hours } = given.policy;
      if (hours) expect(quietUntil(given.zone, hours, sendAt)).toBeUndefined();
    });
  });

  it("nothing is sent above a cap", () => {
    check((given, { sendAt, channel: by }) => {
      for (const one of given.policy.caps ?? []) {
        expect(isOverCap(one, given, { at: sendAt, channel: by })).toBe(false);
      }
    });
  });

  it("nothing is sent without consent", () => {
    check((given, { channel: by }) => {
      const optIn = given.policy.doubleOptIn?.includes(by)
        ? ("double" as const)
        : ("single" as const);
      const question = { purpose: given.purpose, channel: by, topic: "x", optIn };
      expect(consentStatus(given.consents, question, given.at)).toBe("granted");
      const grants = given.consents.filter(
        ({ status, at }) => status === "granted" && at <= given.at,
      );
      expect(grants).not.toHaveLength(0);
    });
  });

  it("nothing is sent before the present moment, late, or by a way that is not common to both", () => {
    check((given, { sendAt, channel: by }) => {
      expect(sendAt).toBeGreaterThanOrEqual(given.at);
      if (given.expiresAt !== undefined) expect(sendAt).toBeLessThan(given.expiresAt);
      expect(given.channels.filter((one) => one !== "post")).toContain(by);
    });
  });

  it("a message waits for the first moment there is, so that asking later never makes it go earlier", () => {
    fc.assert(
      fc.property(
        fc.array(cap, { maxLength: 3 }),
        fc.array(sentMessage),
        zone,
        moment,
        fc.nat({ max: 2e8 }),
        (caps, history, timeZone, at, later) => {
          const question = {
            timeZone,
            purpose: "marketing",
            category: "a",
            channel: "email",
          } as const;
          const first = roomUnderCaps(caps, history, question, at);
          const second = roomUnderCaps(caps, history, question, instant(at + later));
          if (first.outcome === "never" || second.outcome === "never") {
            expect(second.outcome).toBe(first.outcome);
            return;
          }
          expect(second.at).toBeGreaterThanOrEqual(first.at);
          // Between the moment asked about and the answer nothing was free.
          if (at + later <= first.at) expect(second.at).toBe(first.at);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("asking again when it is time to send changes nothing", () => {
    check((given, { sendAt, channel: by }) => {
      const lasting = given.consents.map((record) => ({ ...record, expires: undefined }));
      const again = planOf({ ...given, consents: lasting as ConsentRecord[] }, sendAt);
      if (again.outcome === "send" && again.channel === by) expect(again.sendAt).toBe(sendAt);
    });
  });

  it("quiet hours that are over stay over until they begin again", () => {
    fc.assert(
      fc.property(zone, quietHours, moment, (timeZone, hours, at) => {
        const until = quietUntil(timeZone, hours, at);
        if (until === undefined) return;
        expect(until).toBeGreaterThan(at);
        expect(quietUntil(timeZone, hours, until)).toBeUndefined();
        const between = instant(Math.floor((at + until - 1) / 2));
        expect(quietUntil(timeZone, hours, between)).toBe(until);
      }),
      { numRuns: 1000 },
    );
  });
});
