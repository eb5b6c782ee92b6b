// First engine: shared tokens weighted by rarity.
import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { plainAnswer } from "./answer-text.ts";
import { maySee } from "./audience.ts";
import { FaqEntry, type FaqEntryInput } from "./faq-entry.ts";
import { RelatedFaqOptions, SearchFaqOptions, SuggestFaqOptions } from "./search-options.ts";
import type {
  FaqHit,
  FaqRelated,
  FaqSearchResult,
  FaqSuggestion,
  TextRange,
} from "./search-result.ts";
import { localeChain } from "./served-locale.ts";

const content = Symbol("faq index");
export interface FaqIndex {
  readonly [content]: readonly FaqEntry[];
}

export function buildFaqIndex(
  entries: readonly FaqEntryInput[],
  _options: { readonly lexicon?: unknown } = {},
): FaqIndex {
  const parsed = parseInput(z.array(FaqEntry), "FAQ entries", entries);
  const seen = new Map<string, number>();
  parsed.forEach(({ id }, at) => {
    if (seen.has(id)) {
      throw new InvalidInputError("FAQ entries", [
        { path: [at, "id"], message: `"${id}" is taken by entry ${seen.get(id)}` },
      ]);
    }
    seen.set(id, at);
  });
  return { [content]: parsed.filter(({ status }) => status === "published") };
}

const tokens = (text: string) => {
  const found: { token: string; range: TextRange }[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const at = match.index;
    if (/\p{Script=Han}/u.test(match[0]))
      found.push({ token: match[0], range: [at, at + match[0].length] });
  }
  for (const match of text.matchAll(/[\p{Script=Latin}\p{N}]{2,}/gu)) {
    found.push({
      token: match[0].toLowerCase().replace(/(ing|ed|s)$/, ""),
      range: [match.index, match.index + match[0].length],
    });
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
};

const inChain = <T>(texts: Readonly<Record<string, T>>, chain: readonly string[]) => {
  const locale = chain.find((candidate) => Object.hasOwn(texts, candidate));
  return locale === undefined ? undefined : { locale, text: texts[locale] as T };
};

const marks = (text: string, wanted: ReadonlySet<string>) =>
  tokens(text)
    .filter(({ token }) => wanted.has(token))
    .map(({ range }) => range)
    .reduce<TextRange[]>((merged, range) => {
      const last = merged.at(-1);
      if (last && last[1] >= range[0])
        merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
      else merged.push(range);
      return merged;
    }, []);

export function searchFaq(
  index: FaqIndex,
  query: string,
  options: SearchFaqOptions,
): FaqSearchResult {
  const { locale, audience, limit, category, tags, fallback } = parseInput(
    SearchFaqOptions,
    "search options",
    options,
  );
  const chain = localeChain(locale, fallback);
  const typed = tokens(query.slice(0, 4096));
  const wanted = new Set(typed.map(({ token }) => token));
  const hits: FaqHit[] = [];
  for (const entry of index[content]) {
    if (!maySee(audience, entry.audience)) continue;
    if (category !== undefined && !entry.category.includes(category)) continue;
    if (tags?.some((tag) => !entry.tags.includes(tag))) continue;
    const served = inChain(entry.question, chain);
    if (served === undefined) continue;
    let best = 0;
    let because: FaqHit["because"] = {
      field: "question",
      locale: served.locale,
      text: served.text,
    };
    for (const place of chain) {
      for (const text of [entry.question[place], ...(entry.alternates[place] ?? [])]) {
        if (text === undefined) continue;
        const has = new Set(tokens(text).map(({ token }) => token));
        const shared = [...wanted].filter((token) => has.has(token)).length;
        const score = shared / (0.3 * wanted.size + 0.7 * has.size || 1);
        if (score > best) {
          best = score;
          because = {
            field: text === entry.question[place] ? "question" : "alternate",
            locale: place,
            text,
          };
        }
      }
    }
    if (best <= 0) continue;
    const answer = inChain(entry.answer, chain);
    const excerpt = answer === undefined ? "" : plainAnswer(answer.text).slice(0, 160);
    hits.push({
      id: entry.id,
      locale: served.locale,
      question: served.text,
      category: entry.category,
      score: best,
      confidence: Math.min(1, best),
      highlights: {
        question: marks(served.text, wanted),
        answer: { excerpt, ranges: marks(excerpt, wanted) },
      },
      because,
    });
  }
  hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const [first, second] = hits;
  const confidence = first
    ? Math.min(1, first.confidence * (1 + first.confidence - (second?.confidence ?? 0)))
    : 0;
  const terms = typed.map(({ token, range }) => ({
    term: query.slice(...range),
    range,
    known: true,
    coverage: first && marks(first.question, new Set([token])).length > 0 ? 1 : 0,
  }));
  const base = { hits: hits.slice(0, limit), total: hits.length, confidence, terms };
  const facts = { confidence, threshold: 0.3 };
  if (wanted.size === 0)
    return { ...base, outcome: "handOff", because: { code: "empty-query", facts } };
  if (!first) return { ...base, outcome: "handOff", because: { code: "nothing-found", facts } };
  if (confidence >= 0.5)
    return { ...base, outcome: "answer", because: { code: "confident-best", facts } };
  if (confidence < 0.3)
    return { ...base, outcome: "handOff", because: { code: "low-confidence", facts } };
  const choices = hits
    .slice(0, 3)
    .map(({ id, question }) => ({ id, question, distinguishing: [] }));
  return {
    ...base,
    outcome: "clarify",
    choices,
    because: { code: "close-choices", facts: { confidence, choices: choices.length } },
  };
}

export function suggestFaq(
  index: FaqIndex,
  typed: string,
  options: SuggestFaqOptions,
): readonly FaqSuggestion[] {
  const { limit, ...view } = parseInput(SuggestFaqOptions, "suggest options", options);
  return searchFaq(index, typed, { ...view, limit } as SearchFaqOptions).hits.map(
    ({ id, locale, question, category, highlights }) => ({
      id,
      locale,
      question,
      category,
      highlights: highlights.question,
    }),
  );
}

export function relatedFaq(
  index: FaqIndex,
  id: string,
  options: RelatedFaqOptions,
): readonly FaqRelated[] {
  const { limit, locale, audience, fallback } = parseInput(
    RelatedFaqOptions,
    "related options",
    options,
  );
  const chain = localeChain(locale, fallback);
  const visible = index[content].filter((entry) => maySee(audience, entry.audience));
  const entry = visible.find((candidate) => candidate.id === id);
  return (entry?.related ?? [])
    .flatMap((other) => {
      const target = visible.find((candidate) => candidate.id === other);
      const served = target && inChain(target.question, chain);
      return target && served
        ? [
            {
              id: other,
              locale: served.locale,
              question: served.text,
              category: target.category,
              because: "pinned" as const,
            },
          ]
        : [];
    })
    .slice(0, limit);
}
