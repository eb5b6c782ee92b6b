import { Because, Locale, parseInput, SearchContext } from "@kefu/core";
import { z } from "zod";
import { anyText, SearchFaqOptions } from "./search-options.ts";
import type { FaqSearchResult } from "./search-result.ts";
import { cutBefore } from "./text-range.ts";

const share = z.number().min(0).max(1);

const LONGEST_QUERY = 2000;

/** What became of a word of the query. */
const Term = z.object({
  /** The word as it was typed. */
  term: z.string(),
  /** Whether the knowledge base has it at all. */
  known: z.boolean(),
  /** How much of its weight the best hit holds, 0 to 1. */
  coverage: share,
  /** What an unknown word was read as. */
  correctedTo: z.string().optional(),
});

const { category, tags, ids, exclude } = SearchFaqOptions.shape;
const Filters = z.object({ category, tags, ids, exclude }).readonly();

const outcome = z.enum(["answer", "clarify", "handOff"]);
const counts = { confidence: share, total: z.int().min(0) };

/**
 * A search that a person takes over: what was asked, what was found, and why that did not do. Plain JSON; `context` is
 * what a ticket of `@kefu/core` carries on.
 */
export const FaqHandOffPacket = z
  .strictObject({
    /** What was typed, up to 2,000 code units. */
    query: z.string().max(LONGEST_QUERY),
    /** The language that the customer reads. */
    locale: Locale,
    /** What the search made of it. */
    outcome,
    /** Why: `"nothing-found"`, `"low-confidence"` … and the facts. */
    because: Because,
    /** How sure the engine was of the first entry, 0 to 1. */
    confidence: counts.confidence,
    /** How many entries matched at all. */
    total: counts.total,
    /** The words of the query: one that is not known is a gap, or a slip that nothing resembles. */
    terms: z.array(Term.strict()).readonly(),
    /** The entries that were shown, best first. */
    entriesShown: z
      .array(
        z.strictObject({
          /** Which entry. */
          entryId: z.string(),
          /** The language in which it was shown. */
          locale: Locale,
          /** Its question as it was shown. */
          question: z.string(),
          /** How like the query it is, 0 to 1. */
          similarity: share,
        }),
      )
      .readonly(),
    /** What the search was narrowed to; keys that did not narrow it are not there. */
    filters: Filters,
    /** All that the customer has tried, this query the last: for `context` of a ticket. */
    context: SearchContext,
  })
  .meta({ dataClass: "personal" });
/** A search that a person takes over, see the schema of the same name. */
export interface FaqHandOffPacket extends Readonly<z.output<typeof FaqHandOffPacket>> {}

/** How the search was done, and what went before. */
export const HandOffPacketOptions = z.strictObject({
  ...SearchFaqOptions.shape,
  /** What the customer has tried until then: earlier queries, entries read and whether they helped, time spent. */
  before: SearchContext.prefault({}),
});
/** How the search was done, and what went before, with defaults left out. */
export interface HandOffPacketOptions extends Readonly<z.input<typeof HandOffPacketOptions>> {}

const Result = z.object({
  ...counts,
  outcome,
  because: Because,
  terms: z.array(Term),
  hits: z.array(
    z.object({ id: z.string(), locale: Locale, question: z.string(), similarity: share }),
  ),
});

/**
 * What a person who takes over wants to know of a search, so that the customer need not say it again: for a hand-off, and
 * as well for an answer that did not help.
 *
 * Packets chain: give the `context` of one as `before` of the next, and the last tells the whole way. A blank query, and one
 * that only repeats the last, adds nothing to it.
 *
 * @param result - what `searchFaq` gave, also after it was stored as JSON
 * @param query - what was searched for
 * @param options - the options of the search, and what went before
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { buildFaqIndex, handOffPacket, searchFaq } from "@kefu/faq";
 *
 * const index = buildFaqIndex([{ id: "returns", question: { en: "How do I return an item?" } }]);
 * const options = { locale: "en" };
 * const result = searchFaq(index, "gift wrapping", options);
 * const before = { queries: ["gift"], entriesSeen: [{ entryId: "returns", helped: false }] };
 * const packet = handOffPacket(result, "gift wrapping", { ...options, before });
 * packet.because.code; // => "nothing-found"
 * packet.terms.map(({ term, known }) => [term, known]); // => [["gift", false], ["wrapping", false]]
 * packet.context.queries; // => ["gift", "gift wrapping"]
 * ```
 */
export function handOffPacket(
  result: FaqSearchResult,
  query: string,
  options: HandOffPacketOptions,
): FaqHandOffPacket {
  const { outcome, because, confidence, total, terms, hits } = parseInput(
    Result,
    "search result",
    result,
  );
  const asked = anyText("query", query);
  const { before, locale, ...given } = parseInput(HandOffPacketOptions, "packet options", options);
  const cut = asked.slice(0, cutBefore(asked, LONGEST_QUERY));
  const isNew = cut.trim() !== "" && before.queries.at(-1) !== cut;
  return {
    query: cut,
    locale,
    outcome,
    because,
    confidence,
    total,
    terms,
    entriesShown: hits.map(({ id, locale, question, similarity }) => ({
      entryId: id,
      locale,
      question,
      similarity,
    })),
    filters: parseInput(Filters, "packet options", given),
    context: { ...before, queries: isNew ? [...before.queries, cut] : before.queries },
  };
}
