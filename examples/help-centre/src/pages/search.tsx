import type { FaqFacetCount, FaqSearchResult } from "@kefu/faq";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { foreignLang } from "../components/foreign-lang.ts";
import { Icon } from "../components/icon.tsx";
import { Layout } from "../components/layout.tsx";
import { Marked } from "../components/marked.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { ResultList } from "../components/result-list.tsx";
import { SearchForm } from "../components/search-form.tsx";
import type { DeskState } from "../desk/promise.ts";
import { categoryById } from "../knowledge/categories.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { localeOf } from "../knowledge/served-text.ts";
import type { Assets } from "../web/assets.ts";
import { LIMITS } from "../web/limits.ts";
import { paths, type Reader } from "../web/reader.ts";
import { Topics } from "./home.tsx";

interface SearchPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly query: string;
  readonly wasCut: boolean;
  /** Missing when there was nothing to search for. */
  readonly result: FaqSearchResult | undefined;
  /** The topic that the results are narrowed to. */
  readonly topic: string | undefined;
  /** How many found entries stand in each topic. */
  readonly counts: readonly FaqFacetCount[];
  readonly desk: DeskState & { readonly words: string };
}

export function SearchPage(props: SearchPageProps) {
  const { reader, assets, knowledge, query, wasCut, result, desk } = props;
  const { search } = reader.texts;
  const title = result === undefined ? search.title : search.resultsFor(query);
  const hasHits = result !== undefined && result.hits.length > 0;
  return (
    <Layout reader={reader} assets={assets} title={title} access="private">
      <div class="page page-narrow">
        <SearchForm reader={reader} knowledge={knowledge} query={query} size="compact" />
        <Breadcrumbs reader={reader} />
        <h1 class="breakable" dir="auto">
          {title}
        </h1>
        {wasCut && <p class="notice">{search.tooLong(LIMITS.query)}</p>}
        {result === undefined && <p class="lead">{search.empty}</p>}
        {result !== undefined && <Findings {...props} result={result} />}
        {result !== undefined && (
          <PersonCard
            reader={reader}
            title={search.personTitle}
            text={search.personText}
            query={query}
            desk={desk}
          />
        )}
        {!hasHits && (
          <section aria-labelledby="topics">
            <h2 id="topics">{search.allTopics}</h2>
            <Topics reader={reader} knowledge={knowledge} />
          </section>
        )}
      </div>
    </Layout>
  );
}

/** More topics than these are no choice. */
const MOST_TOPICS = 4;

/** Narrows what was found to a topic. */
function TopicFilter({ reader, query, topic, counts }: SearchPageProps) {
  const { locale, texts } = reader;
  const shown = counts.filter(({ id }, index) => index < MOST_TOPICS || id === topic);
  return (
    <nav class="topic-filter" aria-label={texts.search.topicFilter}>
      <ul>
        <li>
          <a
            href={paths.search(locale, query)}
            aria-current={topic === undefined ? "true" : undefined}
          >
            {texts.search.anyTopic}
          </a>
        </li>
        {shown.map(({ id, count }) => (
          <li>
            <a
              href={paths.search(locale, query, id)}
              aria-current={topic === id ? "true" : undefined}
            >
              {categoryById(id)?.name[locale]} <span class="tab-count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many hits to show: where none fits well, a long list of them is no help. */
const MOST = { answer: 7, clarify: 5, handOff: 4 } as const;

interface FindingsProps extends SearchPageProps {
  readonly result: FaqSearchResult;
}

function Findings(props: FindingsProps) {
  const { reader, query, result } = props;
  const { search } = reader.texts;
  if (result.hits.length === 0) {
    return (
      <p class="lead">
        <span class="breakable">{search.nothing(query)}</span> {search.nothingHint}
      </p>
    );
  }
  const chosen = new Set(result.outcome === "clarify" ? result.choices.map(({ id }) => id) : []);
  const others = result.hits.filter(({ id }) => !chosen.has(id)).slice(0, MOST[result.outcome]);
  return (
    <>
      <p class="result-count">{search.resultCount(chosen.size + others.length)}</p>
      {result.outcome === "handOff" && <p class="notice">{search.unsure}</p>}
      {result.outcome === "clarify" && <Choices reader={reader} query={query} result={result} />}
      {chosen.size > 0 && others.length > 0 && <h2>{search.otherResults}</h2>}
      {props.counts.length > 1 && <TopicFilter {...props} />}
      <ResultList reader={reader} hits={others} query={query} />
    </>
  );
}

/** Asks back: two or three answers fit equally well; what sets each apart stands out. */
function Choices({
  reader,
  query,
  result,
}: Pick<SearchPageProps, "reader" | "query"> & {
  readonly result: Extract<FaqSearchResult, { outcome: "clarify" }>;
}) {
  const { locale, texts } = reader;
  return (
    <section class="choices" aria-labelledby="choices">
      <h2 id="choices">{texts.search.clarify}</h2>
      <ul>
        {result.choices.map(({ id, question, distinguishing }, index) => {
          const way = { via: "clarify", position: index + 1 } as const;
          const hit = result.hits.find((one) => one.id === id);
          return (
            <li>
              <a
                class="choice"
                href={paths.answer(locale, id, { query, way })}
                lang={foreignLang(localeOf(hit?.locale ?? locale), locale)}
              >
                <span>
                  <Marked text={question} ranges={distinguishing} as="strong" />
                </span>
                <Icon name="arrow" />
              </a>
            </li>
          );
        })}
        <li>
          <a class="choice choice-none" href={paths.askInstead(locale, query)}>
            <span>{texts.search.noneOfThese}</span>
            <Icon name="person" />
          </a>
        </li>
      </ul>
    </section>
  );
}
