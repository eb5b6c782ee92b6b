import { parseInput } from "@kefu/core";
import { mistake } from "./checked.ts";
import { ContactPolicy, type ContactPolicyInput } from "./contact-policy.ts";
import { type QuietSpan, quietSpan } from "./quiet-hours.ts";

const compiled = Symbol("compiled contact policy");

/** A contact policy that has been checked once, for many decisions. Store the policy, not this. */
export interface CompiledContactPolicy {
  /** The policy, with its defaults filled in. */
  readonly policy: ContactPolicy;
}

interface Prepared extends CompiledContactPolicy {
  readonly [compiled]: QuietSpan | undefined;
}

/**
 * Checks a contact policy and makes it ready for decisions.
 *
 * @throws `InvalidInputError` (`invalid-input`) naming every path that is wrong: an unknown zone, hours that no clock
 *   shows, caps below 0, unknown channels and keys
 *
 * @example
 * ```ts
 * import { compileContactPolicy } from "@kefu/personalization";
 *
 * const { policy } = compileContactPolicy({ timeZone: "Asia/Taipei", caps: [{ per: "week", max: 3 }] });
 * policy.serviceConsent; // => "opt-in"
 * ```
 */
export function compileContactPolicy(policy: ContactPolicyInput): CompiledContactPolicy {
  const read = parseInput(ContactPolicy, "contact policy", policy);
  const prepared: Prepared = { policy: read, [compiled]: quietSpan(read.quietHours) };
  return prepared;
}

/** The quiet hours of a compiled policy. @throws `InvalidInputError` for what was not compiled */
export function quietSpanOf(policy: CompiledContactPolicy): QuietSpan | undefined {
  if (typeof policy === "object" && policy !== null && compiled in policy) {
    return (policy as Prepared)[compiled];
  }
  throw mistake("contact policy", [], "must be made by compileContactPolicy");
}
