import { localDateOf } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import { type FaqEntry, type KnowledgeFinding, lintKnowledge } from "@kefu/faq";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import { CATEGORIES, categoryById, subtopicName } from "../knowledge/categories.ts";
import { LOCALES } from "../locales.ts";

/** Findings of one kind. */
export interface FindingGroup {
  readonly code: KnowledgeFinding["because"]["code"];
  readonly findings: readonly KnowledgeFinding[];
}

/** What is to be mended in the knowledge base, by kind, the most frequent kind first. */
export function lintFindings(
  entries: readonly FaqEntry[],
  stale: readonly { readonly entryId: string; readonly locale: string }[],
  at: Instant,
): FindingGroup[] {
  const findings = lintKnowledge(entries, {
    today: localDateOf(DESK_ZONE, at),
    locales: [...LOCALES],
    categories: knownCategories(entries),
    stale,
  });
  const groups = new Map<FindingGroup["code"], KnowledgeFinding[]>();
  for (const finding of findings) {
    const { code } = finding.because;
    groups.set(code, [...(groups.get(code) ?? []), finding]);
  }
  return [...groups]
    .map(([code, group]) => ({ code, findings: group }))
    .sort((a, b) => b.findings.length - a.findings.length || (a.code < b.code ? -1 : 1));
}

function knownCategories(entries: readonly FaqEntry[]): string[] {
  const used = new Set(entries.flatMap(({ category }) => category));
  const named = [...used].filter((id) => categoryById(id) ?? subtopicName(id, "en"));
  return [...new Set([...CATEGORIES.map(({ id }) => id), ...named])];
}
