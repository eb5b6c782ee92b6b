import { type Instant, isoOf, type Locale } from "@kefu/core";
import {
  type DecisionTrace,
  explainDecision,
  explainFinding,
  explainRule,
  type Finding,
} from "@kefu/personalization";
import type { Decided, DryRun } from "./dry-run.ts";
import { table } from "./table.ts";
import { outcomeWord, word } from "./words.ts";

/** What the rules' author is to mend. */
export function findingsReport(findings: readonly Finding[], locale: Locale): string {
  if (findings.length === 0) return word("fine", locale);
  return findings
    .map((finding) => {
      const { problem, mend } = explainFinding(finding, locale);
      const place = [finding.rule, finding.path.join(".")].filter(Boolean).join("  ");
      return `${finding.code}  ${place}\n  ${problem}\n  ${word("mend", locale)}: ${mend}`;
    })
    .join("\n");
}

/** Who would get what, by which channel, when and why. */
export function decisionsTable(decided: readonly Decided[], at: Instant, locale: Locale): string {
  const heading = (["customer", "gets", "channel", "when", "why"] as const).map((name) =>
    word(name, locale),
  );
  return table([heading, ...decided.map((one) => rowOf(one, at, locale))]);
}

function rowOf({ customer, decision }: Decided, at: Instant, locale: Locale): readonly string[] {
  const why = explainDecision({ because: decision.because.filter(isTelling) }, locale).join(" ");
  switch (decision.outcome) {
    case "none": {
      const { retryAt } = decision;
      const when = retryAt === undefined ? "" : `(${isoOf(retryAt)})`;
      return [customer, word("nothing", locale), "", when, why];
    }
    case "show":
      return [customer, giftOf(decision), word("shown", locale), word("now", locale), why];
    case "send": {
      const when = decision.sendAt > at ? isoOf(decision.sendAt) : word("now", locale);
      return [customer, giftOf(decision), decision.channel, when, why];
    }
    default:
      return decision satisfies never;
  }
}

/** What the other columns do not tell. */
const isTelling = ({ code }: { readonly code: string }) =>
  code !== "rule-counts" && code !== "allowed";

const giftOf = ({ rule, variant }: { rule: string; variant?: { id: string } }) =>
  variant === undefined ? rule : `${rule}/${variant.id}`;

/** How often each rule counts, over all customers. */
export function sumsTable({ sums, asked }: DryRun, locale: Locale): string {
  const heading = (["sums", "sent", "later", "shown"] as const).map((name) => word(name, locale));
  const rows = [...sums].map(([id, sum]) => [id, ...[sum.sent, sum.later, sum.shown].map(String)]);
  const reached = [...sums.values()].reduce((total, { sent, shown }) => total + sent + shown, 0);
  const rest = [word("nothing", locale), "", "", String(asked() - reached)];
  return table([heading, ...rows, rest]);
}

/** What became of every rule for one customer. */
export function traceReport(trace: DecisionTrace, locale: Locale): string {
  const lines = trace.rules.flatMap((rule) => [
    `${rule.rule}: ${outcomeWord(rule.outcome, locale)}`,
    ...explainRule(rule, locale).map((sentence) => `  ${sentence}`),
  ]);
  return [...explainDecision(trace.decision, locale), "", ...lines].join("\n");
}
