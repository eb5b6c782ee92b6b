import { explainBecause, InvalidInputError, type Locale } from "@kefu/core";
import { whileReading } from "../rules/while-reading.ts";
import type { Finding } from "./finding.ts";
import { lintMessages } from "./lint-messages.ts";

/**
 * A finding in words. What the reader of files itself reports (unknown keys, fields, values) is in English in every language.
 *
 * @param locale - English, 简体 and 繁體 are there; others fall back as `localize` of core does
 * @returns what is wrong, and how to mend it
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { explainFinding } from "@kefu/personalization";
 *
 * const finding = { code: "no-unsubscribe", rule: "spring", path: ["rules", 0, "message"], facts: {} } as const;
 * explainFinding(finding, "zh-Hans").problem; // => "此营销消息未说明如何退订。"
 * ```
 */
export function explainFinding(
  finding: Finding,
  locale: Locale,
): { readonly problem: string; readonly mend: string } {
  const { code, facts } = whileReading("finding", () => ({
    code: finding?.code,
    facts: finding?.facts,
  }));
  if (typeof code !== "string" || typeof facts !== "object") {
    throw new InvalidInputError("finding", [{ path: [], message: "must come from lintRules" }]);
  }
  const sentence = (name: string) => explainBecause({ code: name, facts }, locale, lintMessages);
  return { problem: sentence(code), mend: sentence(`mend-${code}`) };
}
