import { type Accumulator, type Because, Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { checked } from "../contact/checked.ts";
import { ConsentRecord, statusOf } from "../contact/consent.ts";
import { DAY } from "../contact/wall-clock.ts";

const label = z.string().min(1).max(128);

/** A search on the shop's own pages. Who searched, and for what in words, is not kept. */
export const SiteSearch = z.strictObject({
  /** When. */
  at: Instant,
  /** What it was about, as the shop sorts its goods: the groups of what was found and looked at. Each counts once. */
  topics: z.array(label).max(100).readonly(),
});
/** A search on the shop's own pages, see the schema of the same name. */
export interface SiteSearch extends Readonly<z.output<typeof SiteSearch>> {}

/** How many searches of a day (UTC, counted from 1970-01-01) were about a topic; in order of topic and day. */
export const SearchCounts = z
  .array(
    z.strictObject({
      /** What they were about. */
      topic: label,
      /** The day, counted from 1970-01-01. */
      day: z.int(),
      /** How many. */
      searches: z.int().positive(),
    }),
  )
  .readonly();
/** How many searches of a day were about a topic, see the schema of the same name. */
export type SearchCounts = z.output<typeof SearchCounts>;

/**
 * Counts what a customer searched for, by topic and day, as an accumulator: the counts are whole numbers, so that the result is the
 * same however the searches were split. {@link interestsOf} tells what they say.
 *
 * @example
 * ```ts
 * import { accumulate, instant } from "@kefu/core";
 * import { searchCounts } from "@kefu/personalization";
 *
 * const search = { at: instant("1970-01-03T12:00:00Z"), topics: ["tea"] };
 * accumulate(searchCounts, [search, search]); // => [{ topic: "tea", day: 2, searches: 2 }]
 * ```
 */
export const searchCounts: Accumulator<SiteSearch, SearchCounts, SearchCounts> = {
  create: () => [],
  add: (sum, search) => {
    const { at, topics } = parseInput(SiteSearch, "search", search);
    const day = Math.floor(at / DAY);
    const found = [...new Set(topics)].map((topic) => ({ topic, day, searches: 1 }));
    return summed([...parseInput(SearchCounts, "search counts", sum), ...found]);
  },
  merge: (one, other) =>
    summed([
      ...parseInput(SearchCounts, "search counts", one),
      ...parseInput(SearchCounts, "search counts", other),
    ]),
  finish: (sum) => parseInput(SearchCounts, "search counts", sum),
};

/** How searches become interests. */
export const InterestPolicy = z.strictObject({
  /** After so many days a search counts half. */
  halfLifeDays: z.number().min(1).max(36_500).default(30),
  /** With fewer searches for a topic than this it is no interest: one search may be for somebody else. */
  minimumSearches: z.int().min(2).max(1_000_000).default(2),
  /** Searches older than this do not count at all. */
  forgetAfterDays: z.int().positive().max(36_500).default(365),
});
/** How searches become interests, see the schema of the same name. */
export interface InterestPolicy extends Readonly<z.output<typeof InterestPolicy>> {}
/** A policy for interests as it is written: keys with a default may be left out. */
export interface InterestPolicyInput extends Readonly<z.input<typeof InterestPolicy>> {}

/** Something a customer seems to care for. */
export interface Interest {
  readonly topic: string;
  /** The number of searches, each halved for every half-life that has passed. */
  readonly weight: number;
  /** What it rests on: so many `searches` within `days`. */
  readonly because: Because<"searched-for">;
}

/** What a customer cares for; or that it is not to be looked at. */
export type Interests =
  | { readonly outcome: "interests"; readonly interests: readonly Interest[] }
  | { readonly outcome: "no-profiling"; readonly interests: readonly [] };

/** Of whom and when interests are asked for. */
export interface InterestQuestion {
  /** What the customer has said about being looked at; without a grant for `"profiling"` there are no interests. */
  readonly consents: readonly ConsentRecord[];
  /** The present moment. Later searches do not count. */
  readonly at: Instant;
}

const Question = z.lazy(() => z.strictObject({ consents: z.array(ConsentRecord), at: Instant }));

/**
 * What a customer cares for, judged by searches: the heaviest first, of equals in the order of code units. A day's
 * searches age in steps of whole days. An interest is no consent: a message about its topic still needs one.
 *
 * @param counts - the sum of {@link searchCounts}
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { accumulate, instant } from "@kefu/core";
 * import { interestsOf, searchCounts } from "@kefu/personalization";
 *
 * const searches = ["2026-01-01", "2026-01-31"].map((day) => ({ at: instant(`${day}T12:00:00Z`), topics: ["tea"] }));
 * const counts = accumulate(searchCounts, searches);
 * const at = instant("2026-01-31T18:00:00Z");
 * const consents = [{ purpose: "profiling" as const, status: "granted" as const, at: instant("2026-01-01T00:00:00Z") }];
 * interestsOf({ halfLifeDays: 30 }, counts, { consents, at }).interests.map(({ weight }) => weight); // => [1.5]
 * interestsOf({ halfLifeDays: 30 }, counts, { consents: [], at }).outcome; // => "no-profiling"
 * ```
 */
export function interestsOf(
  policy: InterestPolicyInput,
  counts: SearchCounts,
  question: InterestQuestion,
): Interests {
  const read = parseInput(InterestPolicy, "interest policy", policy);
  const { consents, at } = checked(Question, "interest question", question);
  const status = statusOf(consents, { purpose: "profiling", optIn: "single" }, at);
  const sum = summed(checked(SearchCounts, "search counts", counts));
  if (status !== "granted") return { outcome: "no-profiling", interests: [] };
  return { outcome: "interests", interests: weighed(read, sum, Math.floor(at / DAY)) };
}

function weighed(policy: InterestPolicy, counts: SearchCounts, today: number): Interest[] {
  const { halfLifeDays, minimumSearches, forgetAfterDays } = policy;
  const topics = new Map<string, { weight: number; searches: number; days: number }>();
  for (const { topic, day, searches } of counts) {
    const age = today - day;
    if (age < 0 || age > forgetAfterDays) continue;
    const before = topics.get(topic) ?? { weight: 0, searches: 0, days: age };
    topics.set(topic, {
      weight: before.weight + searches * 0.5 ** (age / halfLifeDays),
      searches: before.searches + searches,
      days: Math.max(before.days, age),
    });
  }
  return [...topics]
    .filter(([, { searches }]) => searches >= minimumSearches)
    .map(([topic, { weight, ...facts }]) => interest(topic, weight, facts))
    .sort((one, other) => other.weight - one.weight || inOrder(one.topic, other.topic));
}

function interest(topic: string, weight: number, facts: { searches: number; days: number }) {
  return { topic, weight, because: { code: "searched-for" as const, facts: { topic, ...facts } } };
}

/** In order, and each topic and day once. */
function summed(counts: SearchCounts): SearchCounts {
  const sorted = [...counts].sort(
    (one, other) => inOrder(one.topic, other.topic) || one.day - other.day,
  );
  const sum: { topic: string; day: number; searches: number }[] = [];
  for (const { topic, day, searches } of sorted) {
    const last = sum.at(-1);
    if (last?.topic === topic && last.day === day) last.searches += searches;
    else sum.push({ topic, day, searches });
  }
  return sum;
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
