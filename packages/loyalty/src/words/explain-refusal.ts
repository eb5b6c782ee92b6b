import { Because, parseInput } from "@kefu/core";
import type { LedgerRefusal } from "../decisions/refusal.ts";
import { WalletLanguage } from "./explain-wallet.ts";
import { penOf } from "./pen.ts";
import { refusalMessages } from "./refusal-messages.ts";

/**
 * Why a command was refused, in a sentence for the customer or for who serves them. Numbers and amounts are written as in that
 * language.
 *
 * @param refusal - the `because` of a decision
 * @returns the code itself where it is none that `LedgerRefusal` knows
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { explainRefusal } from "@kefu/loyalty";
 *
 * const because = { code: "insufficient", facts: { points: 1_200, availablePoints: 300 } } as const;
 * explainRefusal(because, { locale: "en", timeZone: "UTC", currency: "EUR" });
 * // => "1,200 would be needed, and 300 can be used."
 * explainRefusal(because, { locale: "zh-CN", timeZone: "Asia/Shanghai", currency: "CNY" });
 * // => "需要1,200积分，可用300积分。"
 * ```
 */
export function explainRefusal(refusal: LedgerRefusal, language: WalletLanguage): string {
  const { code, facts } = parseInput(Because, "refusal", refusal);
  const { locale, timeZone, currency, names } = parseInput(WalletLanguage, "language", language);
  const pen = penOf({ locale, timeZone, currency }, refusalMessages);
  const written = Object.entries(facts).map(([name, fact]) => {
    if (typeof fact === "string")
      return [name, Object.hasOwn(names, fact) ? (names[fact] ?? fact) : fact];
    if (name.endsWith("Minor")) return [name, pen.price(fact)];
    return [name, /points$/i.test(name) ? pen.number(fact) : fact];
  });
  return pen.write(code, Object.fromEntries(written));
}
