// The engines that are compared: each peer at its defaults and as well set up as its documentation allows.
import { type AnyOrama, create, insertMultiple, search } from "@orama/orama";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import lunr from "lunr";
import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import { buildFaqIndex, type FaqEntryInput, searchFaq } from "../src/index.ts";
import type { Document } from "./data-sets.ts";

/** Ids of the documents found for a query, best first. */
export type Search = (query: string) => readonly number[] | Promise<readonly number[]>;

export interface Engine {
  readonly name: string;
  readonly isTuned: boolean;
  /** Too slow to be asked often. */
  readonly isSlow?: boolean;
  readonly build: (documents: readonly Document[], locale: string) => Search | Promise<Search>;
}

const LIMIT = 10;
const FIELDS = ["question", "alternates", "tags", "answer"];

const STOP_WORDS = new Set(
  "a an and are as at be but by can could did do does for from had has have how i if in into is it its me my no not of on or our so that the their then there these they this to was we were what when where which who why will with would you your".split(
    " ",
  ),
);

const flat = (documents: readonly Document[]) =>
  documents.map((one) => ({ ...one, alternates: one.alternates.join(" \n") }));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words, and of Chinese every character and every two that stand together. */
export function gramsOf(text: string): string[] {
  return wordsOf(text).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run)) return [run];
    const characters = Array.from(run);
    return characters.flatMap((one, at) => (at === 0 ? [one] : [one, characters[at - 1] + one]));
  });
}

const stemmed = (term: string): string | null =>
  STOP_WORDS.has(term) ? null : /^[a-z]+$/.test(term) ? stemmer(term) : term;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const segments = (text: string): string[] =>
  Array.from(segmenter.segment(text.toLowerCase()), ({ segment }) => segment).filter((segment) =>
    /[\p{L}\p{N}]/u.test(segment),
  );

const byLanguage =
  (english: Engine["build"], chinese: Engine["build"]): Engine["build"] =>
  (documents, locale) =>
    (locale.startsWith("zh") ? chinese : english)(documents, locale);

export const kefu = (limit = LIMIT): Engine => ({
  name: "@kefu/faq",
  isTuned: false,
  build: (documents, locale) => {
    const index = buildFaqIndex(documents.map((one) => toEntry(one, locale)));
    const options = { locale, limit };
    return (query) => searchFaq(index, query, options).hits.map(({ id }) => Number(id));
  },
});

export const toEntry = (one: Document, locale: string): FaqEntryInput => ({
  id: String(one.id).padStart(7, "0"),
  question: { [locale]: one.question },
  alternates: { [locale]: [...one.alternates] },
  tags: one.tags === "" ? [] : [one.tags],
  answer: one.answer === "" ? {} : { [locale]: { format: "markdown", markdown: one.answer } },
});

type MiniOptions = NonNullable<ConstructorParameters<typeof MiniSearch>[0]>;

const mini =
  (options: Partial<MiniOptions>): Engine["build"] =>
  (documents) => {
    const engine = new MiniSearch({ fields: FIELDS, ...options });
    engine.addAll(flat(documents));
    return (query) =>
      engine
        .search(query)
        .slice(0, LIMIT)
        .map(({ id }) => Number(id));
  };

const FUZZY = { boost: { question: 2, alternates: 2 }, fuzzy: 0.2, prefix: true } as const;
const miniTuned = byLanguage(
  mini({ processTerm: (term) => stemmed(term.toLowerCase()), searchOptions: FUZZY }),
  mini({ tokenize: gramsOf, searchOptions: { boost: { question: 2, alternates: 2 } } }),
);

const flex =
  (encoder: object): Engine["build"] =>
  (documents) => {
    const engine = new FlexSearch.Index(encoder);
    for (const { id, ...one } of flat(documents)) {
      engine.add(id, [one.question, one.alternates, one.tags, one.answer].join(" "));
    }
    return (query) => engine.search(query, { limit: LIMIT, suggest: true }) as number[];
  };

const orama =
  (options: object, tokenize?: (text: string) => string[]): Engine["build"] =>
  async (documents) => {
    const tokenizer = tokenize && {
      language: "english",
      normalizationCache: new Map(),
      tokenize: (text: string) => tokenize(text),
    };
    const engine: AnyOrama = create({
      schema: { question: "string", alternates: "string", tags: "string", answer: "string" },
      components: { tokenizer: tokenizer ?? options },
    } as never);
    await insertMultiple(
      engine,
      flat(documents).map((one) => ({ ...one, id: String(one.id) })) as never,
    );
    return async (term) =>
      (await search(engine, { term, limit: LIMIT, threshold: 1 })).hits.map(({ id }) => Number(id));
  };

const lunrWith =
  (tokenize?: (text: string) => string[]): Engine["build"] =>
  (documents) => {
    const asTokens = (text: unknown) =>
      (tokenize?.(String(text)) ?? []).map((token) => new lunr.Token(token, {}));
    const engine = lunr(function (this: lunr.Builder) {
      if (tokenize !== undefined) {
        this.pipeline.reset();
        this.searchPipeline.reset();
        this.tokenizer = asTokens;
      }
      for (const field of FIELDS) this.field(field);
      for (const one of flat(documents)) this.add(one);
    });
    return (query) =>
      engine
        .query((builder) => {
          const tokens =
            tokenize === undefined ? lunr.tokenizer(wordsOf(query).join(" ")) : asTokens(query);
          for (const token of tokens)
            builder.term(token.toString(), { usePipeline: tokenize === undefined });
        })
        .slice(0, LIMIT)
        .map(({ ref }) => Number(ref));
  };

const fuse =
  (options: object): Engine["build"] =>
  (documents) => {
    const engine = new Fuse([...documents], { keys: FIELDS, ...options });
    return (query) => engine.search(query, { limit: LIMIT }).map(({ item }) => item.id);
  };

export const PEERS: readonly Engine[] = [
  { name: "fuse.js default", isTuned: false, isSlow: true, build: fuse({}) },
  {
    name: "fuse.js ignoreLocation",
    isTuned: false,
    isSlow: true,
    build: fuse({ ignoreLocation: true }),
  },
  { name: "minisearch default", isTuned: false, build: mini({}) },
  { name: "minisearch tuned", isTuned: true, build: miniTuned },
  { name: "flexsearch default", isTuned: false, build: flex({}) },
  {
    name: "flexsearch grams",
    isTuned: true,
    build: flex({ encode: gramsOf, tokenize: "strict" }),
  },
  { name: "orama default", isTuned: false, build: orama({}) },
  {
    name: "orama tuned",
    isTuned: true,
    build: byLanguage(
      orama({}, (text) => wordsOf(text).flatMap((word) => stemmed(word) ?? [])),
      orama({}, gramsOf),
    ),
  },
  { name: "lunr default", isTuned: false, build: lunrWith() },
  { name: "lunr tuned", isTuned: true, build: byLanguage(lunrWith(), lunrWith(segments)) },
];
