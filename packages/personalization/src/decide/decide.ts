import type { OpenContact } from "../contact/open-contact.ts";
import { allowed } from "../contact/plan-contact.ts";
import { type CompiledRules, requireCompiled } from "../rules/compile-rules.ts";
import { type RuleSelection, selectRules } from "../rules/select-rules.ts";
import { type DecisionContext, mayProfile, openContext } from "./decision-context.ts";
import type { DecisionReason, OfferDecision } from "./offer-decision.ts";
import { rulesForAnyone } from "./rules-for-anyone.ts";
import {
  nextChange,
  offerOf,
  passedOverReason,
  type WeighedRule,
  weighRules,
} from "./weigh-rules.ts";

/**
 * What to offer a customer now, by which channel and when.
 *
 * In this order: without consent to profiling, only rules that ask nothing of the profile count, and what is transactional; then
 * the rules that fit are found, hold-out, exclusive groups, shares and splits are settled ({@link selectRules}); then the
 * first rule whose message may reach the customer wins ({@link planContact}), and the next ones come along as
 * `alternatives`, as many as the policy says, so that the customer can choose. A rule without a message needs no way to the customer: its
 * content is shown.
 *
 * @param profile - what is known of the customer, any JSON; conditions and draws look at it
 * @throws `InvalidInputError` (`invalid-input`) when policy or rules are not compiled, or the context has not its shape;
 *   `OutOfRangeError` (`out-of-range`) for moments outside the years 1800 to 2199
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileContactPolicy, compileRules, decide } from "@kefu/personalization";
 *
 * const rules = compileRules({
 *   version: "2026-11",
 *   rules: [
 *     { id: "for-you", priority: 1, when: { field: "tier", op: "eq", value: "gold" }, content: "Gold tea" },
 *     { id: "popular", content: "What all like" },
 *   ],
 * });
 * const policy = compileContactPolicy({ timeZone: "Asia/Taipei" });
 * const at = instant("2026-11-24T09:00:00Z");
 * const decided = decide({ tier: "gold" }, { at, policy, customer: { channels: [] } }, rules);
 * decided.outcome === "show" && decided.content; // => "What all like"
 * decided.because.map(({ code }) => code); // => ["no-profiling", "rule-counts"]
 * ```
 */
export function decide(
  profile: unknown,
  context: DecisionContext,
  rules: CompiledRules,
): OfferDecision {
  const contact = openContext(context);
  const { usable, because } = openRules(contact, requireCompiled(rules));
  const selection = selectRules(usable, profile, contact.at);
  const weighed = weighRules(contact, selection, 1 + contact.policy.alternatives);
  return conclude(contact, { usable, because, selection, weighed });
}

/** The rules that count for a customer, and what is to be said of it. */
export function openRules(
  contact: OpenContact,
  rules: CompiledRules,
): { usable: CompiledRules; because: DecisionReason[] } {
  const because: DecisionReason[] = [...contact.because];
  if (mayProfile(contact)) return { usable: rules, because };
  because.push({ code: "no-profiling", facts: {} });
  return { usable: rulesForAnyone(rules), because };
}

/** All that a decision is concluded from. */
export interface Findings {
  readonly usable: CompiledRules;
  readonly because: readonly DecisionReason[];
  readonly selection: RuleSelection;
  readonly weighed: readonly WeighedRule[];
}

/** The decision that the findings come to. */
export function conclude(
  contact: OpenContact,
  { usable, because: before, selection, weighed }: Findings,
): OfferDecision {
  const because = [...before];
  for (const passed of selection.passedOver) because.push(passedOverReason(passed));
  const chosen = weighed.find(({ plan }) => plan?.outcome !== "none");
  because.push(...blockedReasons(weighed));
  if (chosen === undefined) return none(contact, usable, selection, because);
  const { selected, plan } = chosen;
  because.push({ code: "rule-counts", facts: { rule: selected.rule.id } });
  const offer = offerOf(selected);
  const alternatives = alternativesTo(chosen, weighed, contact.policy.alternatives);
  if (plan?.outcome !== "send") return { outcome: "show", ...offer, alternatives, because };
  because.push(...plan.because, allowed(contact, plan));
  const { channel, sendAt } = plan;
  return { outcome: "send", ...offer, channel, sendAt, alternatives, because };
}

/** Which rules could not reach the customer before one did, and why: rules with the same cause stand together before it. */
function blockedReasons(weighed: readonly WeighedRule[]): readonly DecisionReason[] {
  const byCause = new Map<string, DecisionReason[]>();
  for (const { selected, plan } of weighed) {
    if (plan?.outcome !== "none") break;
    const cause = JSON.stringify(plan.because);
    const known = byCause.get(cause);
    const reason: DecisionReason = { code: "rule-blocked", facts: { rule: selected.rule.id } };
    if (known === undefined) byCause.set(cause, [reason, ...plan.because]);
    else known.splice(known.length - plan.because.length, 0, reason);
  }
  return [...byCause.values()].flat();
}

function alternativesTo(chosen: WeighedRule, weighed: readonly WeighedRule[], most: number) {
  return weighed
    .filter((one) => one !== chosen && one.plan?.outcome !== "none")
    .slice(0, most)
    .map(({ selected }) => offerOf(selected));
}

function none(
  contact: OpenContact,
  usable: CompiledRules,
  { heldOut, selected }: RuleSelection,
  because: readonly DecisionReason[],
): OfferDecision {
  if (heldOut !== undefined) {
    const { bucket } = heldOut;
    return { outcome: "none", because: [...because, { code: "held-out", facts: { bucket } }] };
  }
  const last: DecisionReason[] = selected.length === 0 ? [{ code: "no-rule", facts: {} }] : [];
  const retryAt = nextChange(contact, usable.ruleSet.rules);
  const decision = { outcome: "none", because: [...because, ...last] } as const;
  return retryAt === undefined ? decision : { ...decision, retryAt };
}
