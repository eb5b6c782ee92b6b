import { buildFaqIndex } from "../build-faq-index.ts";
import type { FaqEntry } from "../faq-entry.ts";
import { searchFaq } from "../search-faq.ts";
import type { KnowledgeFinding } from "./lint-knowledge.ts";

/** How far down the list a customer still looks. */
const LOOKED_AT = 3;

/**
 * By entry: its questions that find another entry instead, or nearly equal ones. Each pair of duplicates is told once,
 * at the entry that comes later.
 */
export function lintQuestions(
  entries: readonly FaqEntry[],
  duplicateFrom: number,
): ReadonlyMap<string, readonly KnowledgeFinding[]> {
  const index = buildFaqIndex(
    entries.map((entry) => ({
      ...entry,
      status: "published" as const,
      audience: "public" as const,
      // What customers taught is not what the editors wrote.
      learnt: {},
    })),
  );
  const positions = new Map(entries.map(({ id }, at) => [id, at]));
  return new Map(
    entries.map((entry, at) => {
      const isEarlier = (id: string) => (positions.get(id) ?? at) < at;
      const findings = Object.entries(entry.question).flatMap(([locale, question]) => {
        const fallback = { mode: "exact" as const };
        const { hits } = searchFaq(index, question, { locale, fallback, limit: LOOKED_AT });
        const twins = hits.filter(
          ({ id, similarity }) => isEarlier(id) && similarity >= duplicateFrom,
        );
        const isFound = hits.some(({ id }) => id === entry.id);
        return [
          ...twins.map(({ id }) =>
            finding(entry.id, locale, "duplicate-question", { locale, other: id }),
          ),
          ...(isFound
            ? []
            : [
                finding(entry.id, locale, "unreachable-question", {
                  locale,
                  found: hits[0]?.id ?? "–",
                }),
              ]),
        ];
      });
      return [entry.id, findings];
    }),
  );
}

function finding(
  entryId: string,
  locale: string,
  code: KnowledgeFinding["because"]["code"],
  facts: KnowledgeFinding["because"]["facts"],
): KnowledgeFinding {
  return { entryId, path: ["question", locale], because: { code, facts } };
}
