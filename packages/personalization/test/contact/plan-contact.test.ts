import { instant, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  type ConsentRecord,
  type ContactPolicyInput,
  type CustomerContactInput,
  compileContactPolicy,
  planContact,
  type Suppression,
  suppressionOf,
} from "../../src/index.ts";

const noon = instant("2026-03-02T12:00:00+08:00");
const night = instant("2026-03-02T23:00:00+08:00");
const granted: ConsentRecord = { purpose: "marketing", status: "granted", at: instant(0) };
const news = {
  ...{
    purpose: "marketing" as const,
    category: "news",
    channels: ["sms" as const, "email" as const],
  },
  unsubscribe: { keyword: "STOP" },
};
const policyOf = (more: Partial<ContactPolicyInput> = {}): ContactPolicyInput => ({
  timeZone: "Asia/Shanghai",
  quietHours: { start: "21:00", end: "08:00" },
  ...more,
});

function plan(
  at = noon,
  {
    policy = {},
    customer = {},
    message = {},
  }: {
    policy?: Partial<ContactPolicyInput>;
    customer?: Partial<CustomerContactInput>;
    message?: object;
  } = {},
) {
  return planContact(
    compileContactPolicy(policyOf(policy)),
    { channels: ["email", "sms"], consents: [granted], ...customer },
    { message: { ...news, ...message }, at },
  );
}
const told = (answer: ReturnType<typeof plan>) => answer.because.map(({ code }) => code);
const sentAt = (answer: ReturnType<typeof plan>) =>
  answer.outcome === "send" ? isoOf(answer.sendAt).replace(":00.000Z", "Z") : undefined;

describe("channels", () => {
  it.each([
    [["email", "sms"], "email"],
    [["sms", "email"], "sms"],
    [["post", "sms"], "sms"],
    [["sms", "sms"], "sms"],
    [["post"], undefined],
    [[], undefined],
  ] as const)("of a customer who likes %j: %s", (channels, channel) => {
    const answer = plan(noon, { customer: { channels: [...channels] } });
    expect(answer.outcome === "send" ? answer.channel : undefined).toBe(channel);
    if (channel === undefined) expect(told(answer)).toEqual(["no-common-channel"]);
  });
});

describe("suppression", () => {
  const at = noon;
  it.each<[string, Partial<Suppression>, boolean]>([
    ["of the channel", { channel: "email" }, true],
    ["of another channel", { channel: "sms" }, false],
    ["of all", {}, true],
    ["from now on", { from: at }, true],
    ["from the next moment on", { from: instant(at + 1) }, false],
    ["until the next moment", { until: instant(at + 1) }, true],
    ["until now", { until: at }, false],
  ])("%s", (_, more, holds) => {
    const suppression = { reason: "complaint" as const, ...more };
    expect(suppressionOf([suppression], "email", at)).toEqual(holds ? suppression : undefined);
  });

  it("stops what is transactional, too", () => {
    const customer = { suppressions: [{ reason: "blocklist" as const }] };
    const answer = plan(noon, { customer, message: { purpose: "transactional" } });
    expect(told(answer)).toEqual(["suppressed", "suppressed"]);
  });
});

describe("purposes", () => {
  it("need consent by the policy: service messages may go unless it was withdrawn", () => {
    const message = { purpose: "service" };
    const withdrawn = { ...granted, purpose: "service" as const, status: "withdrawn" as const };
    const asks = { consents: [] };
    const optOut = { serviceConsent: "opt-out" as const };
    expect(plan(noon, { customer: asks, message }).outcome).toBe("none");
    expect(plan(noon, { customer: asks, message, policy: optOut }).outcome).toBe("send");
    const refuses = { consents: [withdrawn] };
    expect(plan(noon, { customer: refuses, message, policy: optOut }).outcome).toBe("none");
    expect(plan(noon, { customer: asks, policy: optOut }).outcome).toBe("none");
  });

  it("must say how to leave when they are marketing", () => {
    const message = { unsubscribe: undefined };
    expect(told(plan(noon, { message }))).toEqual(["no-unsubscribe", "no-unsubscribe"]);
    expect(plan(noon, { message: { ...message, purpose: "transactional" } }).outcome).toBe("send");
  });
});

describe("waiting", () => {
  it("ends with the quiet hours, unless what is critical need not", () => {
    const critical = { critical: true };
    const passes = { criticalPasses: ["quiet-hours" as const] };
    expect(sentAt(plan(night))).toBe("2026-03-03T00:00Z");
    expect(sentAt(plan(night, { message: critical }))).toBe("2026-03-03T00:00Z");
    expect(sentAt(plan(night, { policy: passes }))).toBe("2026-03-03T00:00Z");
    expect(sentAt(plan(night, { message: critical, policy: passes }))).toBe("2026-03-02T15:00Z");
  });

  it("for caps is not for what is critical, where the policy says so", () => {
    const policy = { caps: [{ per: "day" as const, max: 0 }], criticalPasses: ["caps" as const] };
    expect(told(plan(noon, { policy }))).toEqual(["never-by-cap", "never-by-cap"]);
    expect(sentAt(plan(noon, { policy, message: { critical: true } }))).toBe("2026-03-02T04:00Z");
  });

  it.each([
    ["2026-03-03T00:00:00.001Z", "2026-03-03T00:00Z"],
    ["2026-03-03T00:00:00.000Z", undefined],
  ])("must end before the message expires at %s", (expiresAt, at) => {
    expect(sentAt(plan(night, { message: { expiresAt } }))).toBe(at);
  });

  it("takes the customer's own quiet hours, and her own clock", () => {
    const quietHours = { start: "22:00", end: "06:00" };
    expect(sentAt(plan(night, { customer: { quietHours } }))).toBe("2026-03-02T22:00Z");
    expect(sentAt(plan(night, { customer: { timeZone: "Europe/Berlin" } }))).toBe(
      "2026-03-02T15:00Z",
    );
    expect(told(plan(night, { customer: { timeZone: "Mars/Base" } }))[0]).toBe("time-zone-unknown");
  });
});

describe("the hour", () => {
  const policy = { sendHour: { fallbackHour: 10 } };
  it.each([
    ["2026-03-02T09:59:00+08:00", "2026-03-02T02:00Z"],
    ["2026-03-02T10:00:00+08:00", "2026-03-02T02:00Z"],
    ["2026-03-02T10:59:00+08:00", "2026-03-02T02:59Z"],
    ["2026-03-02T11:00:00+08:00", "2026-03-03T02:00Z"],
    ["2026-03-02T23:00:00+08:00", "2026-03-03T02:00Z"],
  ])("is waited for: asked at %s", (at, sent) => {
    expect(sentAt(plan(instant(at), { policy }))).toBe(sent);
  });

  it("is let go where the message would expire, where it is quiet, and where it is urgent", () => {
    const expiresAt = "2026-03-02T20:00:00+08:00";
    expect(sentAt(plan(noon, { policy, message: { expiresAt } }))).toBe("2026-03-02T04:00Z");
    expect(sentAt(plan(noon, { policy: { sendHour: { fallbackHour: 22 } } }))).toBe(
      "2026-03-02T04:00Z",
    );
    expect(sentAt(plan(noon, { policy, message: { critical: true } }))).toBe("2026-03-02T04:00Z");
    expect(sentAt(plan(noon, { policy, message: { purpose: "transactional" } }))).toBe(
      "2026-03-02T04:00Z",
    );
  });

  it("is the one at which the customer answers", () => {
    const responses = new Array<number>(24).fill(0);
    responses[19] = 20;
    expect(sentAt(plan(noon, { policy, customer: { responses } }))).toBe("2026-03-02T11:00Z");
  });
});

describe("a policy", () => {
  it.each<[object, (string | number)[]]>([
    [{ timeZone: "Mars/Base" }, ["timeZone"]],
    [{ quietHours: { start: "24:00", end: "08:00" } }, ["quietHours", "start"]],
    [{ quietHours: { start: "21:00" } }, ["quietHours", "end"]],
    [{ caps: [{ per: "week", max: -1 }] }, ["caps", 0, "max"]],
    [{ caps: [{ per: "week", max: 1, channel: "pigeon" }] }, ["caps", 0, "channel"]],
    [{ doubleOptIn: ["pigeon"] }, ["doubleOptIn", 0]],
    [{ sendHour: { fallbackHour: 24 } }, ["sendHour", "fallbackHour"]],
    [{ marketingConsent: "opt-out" }, ["marketingConsent"]],
  ])("is refused with its path: %j", (wrong, path) => {
    expect(() => compileContactPolicy(policyOf(wrong))).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        issues: [expect.objectContaining({ path, message: expect.stringMatching(/./) })],
      }),
    );
  });

  it.each(["__proto__", "constructor", "toString"])("with a key %s is refused", (key) => {
    const policy = JSON.parse(`{"timeZone":"UTC","${key}":{"max":1}}`) as ContactPolicyInput;
    expect(() => compileContactPolicy(policy)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: [key] })] }),
    );
    const customer = JSON.parse(`{"channels":[],"${key}":1}`) as CustomerContactInput;
    expect(() => plan(noon, { customer })).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});
