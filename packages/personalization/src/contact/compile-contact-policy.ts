import { parseInput } from "@kefu/core";
import { mistake } from "./checked.ts";
import { ContactPolicy, type ContactPolicyInput } from "./contact-policy.ts";
import { type QuietSpan, quietSpan } from "./quiet-hours.ts";

/** A contact policy that has been checked once, for many decisions. Store the policy, not this. */
export interface CompiledContactPolicy {
  /** The policy, with its defaults filled in. */
  readonly policy: ContactPolicy;
}

/** A checked policy and what follows from it. */
export interface PreparedPolicy {
  readonly policy: ContactPolicy;
  readonly quiet: QuietSpan | undefined;
}

/** So that nothing else passes for a compiled policy, not even a copy. */
const made = new WeakMap<CompiledContactPolicy, PreparedPolicy>();

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
  const compiled: CompiledContactPolicy = { policy: read };
  made.set(compiled, { policy: read, quiet: quietSpan(read.quietHours) });
  return compiled;
}

/** What was compiled. @throws `InvalidInputError` for what was not */
export function preparedPolicy(policy: CompiledContactPolicy): PreparedPolicy {
  const prepared = made.get(policy);
  if (prepared !== undefined) return prepared;
  throw mistake("contact policy", [], "must be made by compileContactPolicy");
}
