import type { FaqEntry } from "@kefu/faq";
import { EntryLinks } from "../components/entry-links.tsx";
import { ForYouStrip } from "../components/for-you-strip.tsx";
import { Icon, isIconName } from "../components/icon.tsx";
import { Layout } from "../components/layout.tsx";
import { Logo } from "../components/logo.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { SearchForm } from "../components/search-form.tsx";
import type { DeskState } from "../desk/promise.ts";
import { CATEGORIES } from "../knowledge/categories.ts";
import { type Knowledge, publicEntriesOf } from "../knowledge/knowledge.ts";
import type { ForYou } from "../shop/for-you.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

export interface HomePageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly popular: readonly FaqEntry[];
  readonly forYou: ForYou;
  readonly desk: DeskState & { readonly words: string };
}

export function HomePage({ reader, assets, knowledge, popular, desk, forYou }: HomePageProps) {
  const { texts } = reader;
  const { home } = texts;
  return (
    <Layout reader={reader} assets={assets} title={texts.site}>
      <div class="hero">
        <div class="hero-leaf">
          <Logo />
        </div>
        <div class="hero-inner">
          <h1>{home.title}</h1>
          <p class="lead">{home.lead}</p>
          <SearchForm reader={reader} knowledge={knowledge} size="large" />
        </div>
      </div>
      <div class="page">
        <section aria-labelledby="topics">
          <h2 id="topics">{home.topics}</h2>
          <Topics reader={reader} knowledge={knowledge} />
        </section>
        <section aria-labelledby="popular">
          <h2 id="popular">{home.popular}</h2>
          <EntryLinks reader={reader} entries={popular} />
        </section>
        <ForYouStrip reader={reader} knowledge={knowledge} forYou={forYou} />
        <PersonCard reader={reader} title={home.personTitle} text={home.personText} desk={desk} />
      </div>
    </Layout>
  );
}

/** The topics that have answers. */
export function Topics({
  reader: { locale, texts },
  knowledge,
}: Pick<HomePageProps, "reader" | "knowledge">) {
  return (
    <ul class="topics">
      {CATEGORIES.map(({ id, name, description }) => {
        const count = publicEntriesOf(knowledge, id).length;
        return (
          count > 0 && (
            <li>
              <a class="topic" href={paths.topic(locale, id)}>
                <span class="topic-icon">{isIconName(id) && <Icon name={id} />}</span>
                <span class="topic-name">{name[locale]}</span>
                <span class="topic-description">{description[locale]}</span>
                <span class="topic-count">{texts.home.answerCount(count)}</span>
              </a>
            </li>
          )
        );
      })}
    </ul>
  );
}
