import type { FaqSearchResult } from "@kefu/faq";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { foreignLang } from "../components/foreign-lang.ts";
import { Icon } from "../components/icon.tsx";
import { Layout } from "../components/layout.tsx";
import { Marked } from "../components/marked.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { ResultList } from "../components/result-list.tsx";
import { SearchForm } from "../components/search-form.tsx";
import type { DeskState } from "../desk/promise.ts";
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
        {result !== undefined && <Findings reader={reader} query={query} result={result} />}
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

/** How many hits to show: where none fits well, a long list of them is no help. */
const MOST = { answer: 7, clarify: 5, handOff: 4 } as const;

interface FindingsProps {
  readonly reader: Reader;
  readonly query: string;
  readonly result: FaqSearchResult;
}

function Findings({ reader, query, result }: FindingsProps) {
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
      <ResultList reader={reader} hits={others} query={query} />
    </>
  );
}

/** Asks back: two or three answers fit equally well; what sets each apart stands out. */
function Choices({
  reader,
  query,
  result,
}: Omit<FindingsProps, "result"> & {
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
