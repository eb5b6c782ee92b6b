import type { LedgerEvent } from "@kefu/loyalty";
import { dayWords } from "../desk/time-words.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import { productNames } from "../shop/products.ts";
import type { Activity } from "../shop/programme.ts";
import type { Reader } from "../web/reader.ts";

interface WalletHistoryProps {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  /** Latest first. */
  readonly history: readonly LedgerEvent[];
}

/** What happened in a wallet, each with how many points and why. */
export function WalletHistory({ reader, knowledge, history }: WalletHistoryProps) {
  const words = reader.texts.shop.wallet;
  if (history.length === 0) return <p class="empty">{words.noHistory}</p>;
  return (
    <ol class="course">
      {history.map((event) => (
        <li>
          <time datetime={new Date(event.at).toISOString()}>
            {dayWords(event.at, reader.locale)}
          </time>
          <span class="course-what">
            <strong>{words.points(changeOf(event))}</strong>{" "}
            {sentencesOf(event, reader, knowledge).join(" ")}
          </span>
        </li>
      ))}
    </ol>
  );
}

function changeOf(event: LedgerEvent): number {
  const sum = (lots: LedgerEvent["lots"]) => lots.reduce((all, { points }) => all + points, 0);
  return sum(event.lots) - sum(event.taken) - event.debt;
}

function sentencesOf(event: LedgerEvent, reader: Reader, knowledge: Knowledge): readonly string[] {
  const { locale, texts } = reader;
  const words = texts.shop.wallet;
  if (event.type === "PointsRedeemed") return [words.used];
  if (event.type === "ActivityRewarded") {
    const entry = knowledge.entries.get(event.subject ?? "");
    const question = entry && served(entry.question, locale)?.value;
    return [words.activities[event.activity as Activity](question ?? event.subject ?? "")];
  }
  if (event.type !== "PointsEarned") return [words.otherwise];
  const names = productNames(locale);
  const { lines } = event.order.order;
  const bought = lines.map(({ productId = "" }) => names[productId] ?? productId);
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(bought);
  const gave = event.rules.map(([rule, points]) => words.rules[rule]?.(points) ?? "");
  return [words.ordered(list), ...gave];
}
