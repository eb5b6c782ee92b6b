import { Because, explainBecause, type Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { whileReading } from "../rules/while-reading.ts";
import { contactMessages } from "./contact-messages.ts";
import { decisionMessages } from "./decision-messages.ts";
import { factsInWords } from "./fact-words.ts";

const Reasons = z.lazy(() => z.array(Because));

/**
 * Why something was decided, one sentence a reason, in the order of decision. The facts of a decision are names and
 * moments; no value of the profile is among them. Escape the sentences where they become HTML.
 *
 * @param decision - of {@link decide} or {@link planContact}, or a rule of {@link traceDecision}; whatever has reasons
 * @param locale - English, 简体 or 繁體; others fall back to English
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { explainDecision } from "@kefu/personalization";
 *
 * const because = [{ code: "consent-withdrawn", facts: { channel: "email" } }];
 * explainDecision({ because }, "en"); // => ["E-mail: the customer has withdrawn the consent."]
 * explainDecision({ because }, "zh-Hant"); // => ["電子郵件：客戶已撤回同意。"]
 * ```
 */
export function explainDecision(
  decision: { readonly because: readonly Because[] },
  locale: Locale,
): readonly string[] {
  const because = parseInput(
    Reasons,
    "reasons",
    whileReading("decision", () => decision?.because),
  );
  const catalogue = { ...contactMessages, ...decisionMessages };
  return because.map(({ code, facts }) =>
    explainBecause({ code, facts: factsInWords(facts, locale) }, locale, catalogue),
  );
}
