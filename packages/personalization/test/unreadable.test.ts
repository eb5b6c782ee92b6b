import { type Instant, InvalidInputError, instant, KefuError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  compileContactPolicy,
  compileRules,
  type DecisionContext,
  decide,
  explainDecision,
  explainFinding,
  explainRule,
  lintRules,
  matchRules,
  planContact,
  type RuleSetInput,
  rangeOf,
  segmentsOf,
  selectRules,
  splitRanges,
  traceDecision,
} from "../src/index.ts";

const at = instant("2026-11-24T09:00:00Z");
const when = { field: "tier", op: "eq", value: "gold" } as const;
const set: RuleSetInput = {
  version: "1",
  segments: { gold: when },
  rules: [{ id: "a", when: { segment: "gold" }, content: 1 }],
};
const rules = compileRules(set);
const policy = compileContactPolicy({ timeZone: "Asia/Taipei" });
const consents = [{ purpose: "profiling" as const, status: "granted" as const, at: 0 as Instant }];
const customer = { channels: [], consents };
const context: DecisionContext = { at, policy, customer };
const message = { purpose: "service" as const, category: "care", channels: ["email" as const] };

function hostile(): never {
  throw new TypeError("looked at");
}
const traps = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"];
const revoked = Proxy.revocable([], {});
revoked.revoke();
const unreadable: readonly (readonly [string, never])[] = [
  ["a proxy", new Proxy({}, Object.fromEntries(traps.map((trap) => [trap, hostile]))) as never],
  ["a proxy that is revoked", revoked.proxy as never],
  ["a list of such", [revoked.proxy] as never],
  ["a getter", Object.defineProperty({}, "tier", { get: hostile, enumerable: true }) as never],
];

describe.each(unreadable)("%s", (_, given) => {
  it.each<[string, () => unknown]>([
    ["as a rule", () => compileRules({ ...set, rules: given })],
    ["as a condition", () => compileRules({ ...set, segments: { gold: given } })],
    [
      "as the part of a condition",
      () => compileRules({ ...set, segments: { gold: { all: given } } }),
    ],
    ["as a moment", () => matchRules(rules, {}, given)],
    ["as a context", () => decide({}, given, rules)],
    ["as the moment of a context", () => decide({}, { ...context, at: given }, rules)],
    ["as a policy", () => planContact(given, customer, { message, at })],
    ["as a customer", () => planContact(policy, given, { message, at })],
    ["as a decision", () => explainDecision(given, "en")],
    ["as a trace", () => explainRule(given, "en")],
    ["as a finding", () => explainFinding(given, "en")],
    ["as ranges", () => rangeOf(0.5, [given])],
    ["as weights", () => splitRanges({ weights: given })],
  ])("is refused %s", (_name, call) => {
    expect(call).toThrow(KefuError);
  });

  it.each<[string, (profile: unknown) => unknown]>([
    ["matchRules", (profile) => matchRules(rules, profile, at)],
    ["segmentsOf", (profile) => segmentsOf(rules, profile, at)],
    ["selectRules", (profile) => selectRules(rules, profile, at)],
    ["decide", (profile) => decide(profile, context, rules)],
    ["traceDecision", (profile) => traceDecision(profile, context, rules)],
  ])("never leads %s to another error", (_name, ask) => {
    for (const profile of [given, { tier: given }]) {
      try {
        ask(profile);
      } catch (error) {
        expect(error).toBeInstanceOf(KefuError);
      }
    }
  });

  it("is found by the linter where it stands", () => {
    expect(lintRules({ ...set, segments: { gold: given } })).not.toEqual([]);
  });
});

describe("a copy of what is compiled", () => {
  it.each<[string, <T>(value: T) => T]>([
    ["spread", (value) => ({ ...value })],
    ["read from JSON", (value) => JSON.parse(JSON.stringify(value))],
  ])("%s is refused", (_, copy) => {
    expect(() => selectRules(copy(rules), {}, at)).toThrow("must come from compileRules");
    expect(() => decide({}, context, copy(rules))).toThrow("must come from compileRules");
    const copied = copy(policy);
    expect(() => planContact(copied, customer, { message, at })).toThrow(InvalidInputError);
    expect(() => decide({}, { ...context, policy: copied }, rules)).toThrow(InvalidInputError);
  });
});
