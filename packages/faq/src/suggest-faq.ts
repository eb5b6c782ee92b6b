import { parseInput } from "@kefu/core";
import Fuse from "fuse.js";
import { type FaqIndex, viewFor } from "./build-faq-index.ts";
import type { FaqView } from "./faq-view.ts";
import { rankRows } from "./find-rows.ts";
import { foldText } from "./fold-text.ts";
import { foldedHan } from "./han-folding.ts";
import { highlighterOf } from "./highlight.ts";
import type { RankedRow } from "./rank-variants.ts";
import { cutQuery, type Query, readQuery } from "./read-query.ts";
import { anyText, SuggestFaqOptions } from "./search-options.ts";
import type { FaqSuggestion, TextRange } from "./search-result.ts";
import { type ServedEntry, servedEntry } from "./served-entry.ts";
import { shownRows } from "./shown-rows.ts";
import { rarity, type TermStatistics } from "./term-statistics.ts";
import { cutBefore, joinRanges } from "./text-range.ts";
import { unitsOf } from "./units.ts";

const SHORTLIST = 100;
const FUSE_PATTERN = 32;
const FUSE_OPTIONS = { ignoreLocation: true, includeScore: true } as const;

/**
 * Questions that complete what is being typed, best first; the last word may be unfinished. Made for every key press:
 * it runs in the browser without a request.
 *
 * @returns an empty list for a text without letters and digits
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { buildFaqIndex, suggestFaq } from "@kefu/faq";
 *
 * const index = buildFaqIndex([{ id: "returns", question: { en: "How do I return an item?" } }]);
 * suggestFaq(index, "ret", { locale: "en" })[0]?.highlights; // => [[9, 12]]
 * ```
 */
export function suggestFaq(
  index: FaqIndex,
  typed: string,
  options: SuggestFaqOptions,
): readonly FaqSuggestion[] {
  const { audience, limit, ...serving } = parseInput(SuggestFaqOptions, "suggest options", options);
  const view = viewFor(index, audience);
  const { query, prefix } = readTyped(view, cutQuery(anyText("typed", typed)));
  const { rows, locales } = shownRows(view, serving);
  const { ranked } = rankRows(view, query, rows, SHORTLIST);
  const served = ({ row }: RankedRow) => {
    const position = view.corpus.rowEntries[row] as number;
    return servedEntry(view.corpus.entries, position, locales[position] ?? "");
  };
  const pattern = searchForm(query.text).slice(0, FUSE_PATTERN);
  const highlight = highlighterOf(query, view.corpus.findConcepts);
  return ranked
    .slice(0, SHORTLIST)
    .filter(({ variant }) => variant >= 0)
    .map((row) => scored(row, served(row), pattern))
    .sort((a, b) => b.score - a.score || (a.served.id < b.served.id ? -1 : 1))
    .slice(0, limit)
    .map(({ served }) => ({
      ...served,
      highlights: joinRanges([...highlight(served.question), ...prefixes(served.question, prefix)]),
    }));
}

/** A question that begins with what is typed counts twice; a slip may have made it longer by so much. */
const SLIP = 2;

function scored(ranked: RankedRow, served: ServedEntry, pattern: string) {
  const question = searchForm(served.question);
  const whole = likeness(pattern, question);
  // What is nowhere alike does not begin alike.
  const beginning = whole === 0 ? 0 : likeness(pattern, question.slice(0, pattern.length + SLIP));
  return { served, score: ranked.score + whole + beginning };
}

function likeness(pattern: string, text: string): number {
  if (text.startsWith(pattern)) return 1;
  const { isMatch, score } = Fuse.match(pattern, text, FUSE_OPTIONS);
  return isMatch ? 1 - score : 0;
}

function searchForm(text: string): string {
  return Array.from(foldText(text).text, (character) =>
    character.length === 1 ? String.fromCharCode(foldedHan(character.charCodeAt(0))) : character,
  ).join("");
}

/** Reads what is typed; an unfinished last word stands for every word that begins with it. */
function readTyped(view: FaqView, typed: string): { query: Query; prefix: string } {
  const last = unitsOf(typed).at(-1);
  const isUnfinished = last !== undefined && !last.isGram && last.end === typed.length;
  const completions = isUnfinished ? view.complete(last.word) : [];
  if (!isUnfinished || completions.length === 0) {
    return { query: readQuery(typed, view), prefix: "" };
  }
  const query = readQuery(typed.slice(0, last.start), view);
  const terms = new Map(query.terms);
  const weight = weightOfPrefix(completions, view.statistics);
  for (const term of completions) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  const mass = query.mass + weight;
  return { query: { ...query, text: typed, terms, mass }, prefix: last.word };
}

/** Every completion counts alike, as rare as all of them together: else the rarest word would always seem to be meant. */
function weightOfPrefix(completions: readonly number[], statistics: TermStatistics): number {
  const rows = completions.reduce((sum, term) => sum + statistics.rowsWith(term), 0);
  const all = statistics.rowCount();
  return rarity(Math.min(rows, all), all);
}

function prefixes(question: string, prefix: string): TextRange[] {
  if (prefix === "") return [];
  return unitsOf(question)
    .filter(({ isGram, word }) => !isGram && word.startsWith(prefix))
    .map(({ start, end, word }) => {
      const stop = start + prefix.length;
      // Where folding changed lengths ("ﬁ", "𝐩"), offsets within the word mean nothing: it is marked as a whole.
      const isPlain = end - start === word.length && cutBefore(question, stop) === stop;
      return [start, isPlain ? stop : end];
    });
}
